import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Language } from '#contract/language.ts';
import { columnName } from '#contract/texts/product-import/import-sentences.ts';
import { cellTexts } from '#domain/catalogue/check-attribute.ts';
import type { CardRules, CheckedRow } from '#domain/catalogue/check-row.ts';
import { sheetCheck } from '#domain/catalogue/check-sheet.ts';
import { comparable } from '#domain/catalogue/near-value.ts';
import type { AllowedValues, ProductAttribute } from '#domain/catalogue/product-attribute.ts';
import { columnOf, type SheetRow } from '#domain/catalogue/sheet-column.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { addImport } from '../database/product-imports.ts';
import type { ProductType, ProductTypeIds } from '../shop/product-import-port.ts';
import type { ShopAnswer, ShopFailure } from '../shop/seller-account.ts';
import { templateColumns } from './column-titles.ts';
import { rowsOfTable, type SheetProblem } from './rows-of-table.ts';
import { readTable } from './sheet-job.ts';
import { fileMostBytes, rowsMost } from './sheet-limits.ts';
import { readAllowed, readAttributes, type VocabularySource } from './vocabulary-reader.ts';

/** A file that a person gave, and what its products are. */
export type GivenFile = {
  readonly type: ProductType;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly language: Language;
  readonly actor: string;
};

/** Why a file was not taken: it is none, or the shop could not be asked. */
export type CheckProblem =
  | { readonly kind: 'sheet'; readonly problem: SheetProblem; readonly columnNames: readonly string[] }
  | { readonly kind: 'shop'; readonly failure: ShopFailure };

const articlesAtOnce = 500;
const rowsATurn = 10;
/** Values of very long lists that are looked up for one file. */
const lookUpsMost = 500;

/**
 * Reads a file, holds every line against the shop's rules and keeps the outcome; nothing is sent. Answers the id under which
 * it is kept.
 */
export async function checkFile(
  source: VocabularySource,
  given: GivenFile,
): Promise<Result<string, CheckProblem>> {
  const { type, language, fileName, actor } = given;
  if (given.bytes.length > fileMostBytes) return sheetProblem('too-large', [], language);
  const table = await readTable(given.bytes);
  if (!table.ok) return sheetProblem(table.error.code, [], language);
  const attributes = await readAttributes(source, type, language);
  if (!attributes.ok) return err({ kind: 'shop', failure: attributes.error });
  const sheet = rowsOfTable(table.value, attributes.value);
  if (!sheet.ok) return err(named(sheet.error, attributes.value, language));
  const { rows, columns, ignored } = sheet.value;

  const used = attributes.value.filter(({ id }) => columns.includes(columnOf(id)));
  const lists = await readAllowed(source, type, used, language);
  if (!lists.ok) return err({ kind: 'shop', failure: lists.error });
  const allowed = await lookUp(source, { type, rows, attributes: used, allowed: lists.value });
  if (!allowed.ok) return err({ kind: 'shop', failure: allowed.error });
  const taken = await articlesAtShop(source, rows);
  if (!taken.ok) return err({ kind: 'shop', failure: taken.error });

  const checked = await checkInTurns(rows, { attributes: used, allowed: allowed.value }, taken.value);
  const titles = new Map(templateColumns(used, language).map(({ column, title }) => [column, title]));
  const { db, shop, now } = source;
  const { categoryId, typeId, name: typeName } = type;
  const id = addImport(
    db,
    {
      ...{ shop, categoryId, typeId, typeName, fileName, actor, ignored, createdAt: now() },
      columns: columns.map((column) => ({
        ...{ column, name: columnName(language, column, used), title: titles.get(column) ?? column },
      })),
    },
    rows.flatMap((row, at) => {
      const outcome = checked[at];
      return outcome === undefined ? [] : [{ sheet: row, checked: outcome }];
    }),
  );
  return ok(id);
}

/** A few lines a turn: a scan must not wait for the search after like values in long lists. */
async function checkInTurns(
  rows: readonly SheetRow[],
  rules: CardRules,
  taken: ReadonlySet<string>,
): Promise<readonly CheckedRow[]> {
  const check = sheetCheck(rules, taken);
  const checked: CheckedRow[] = [];
  for (const row of rows) {
    checked.push(check(row));
    if (checked.length % rowsATurn === 0) await nextTurn();
  }
  return checked;
}

/** Looks up what a file says of lists that are too long to be read: the values that are not among those known. */
async function lookUp(
  { account, link }: VocabularySource,
  file: {
    readonly type: ProductTypeIds;
    readonly rows: readonly SheetRow[];
    readonly attributes: readonly ProductAttribute[];
    readonly allowed: ReadonlyMap<string, AllowedValues>;
  },
): ShopAnswer<ReadonlyMap<string, AllowedValues>> {
  const { categoryId, typeId } = file.type;
  const found = new Map(file.allowed);
  let lookUps = 0;
  for (const attribute of file.attributes) {
    const known = file.allowed.get(attribute.id);
    if (known === undefined || known.isAll) continue;
    const values = [...known.values];
    const seen = new Set(values.map(({ text }) => comparable(text)));
    for (const { cells } of file.rows) {
      for (const text of cellTexts(cells.get(columnOf(attribute.id)) ?? '', attribute)) {
        const wanted = comparable(text);
        if (wanted.length < 2 || seen.has(wanted) || lookUps >= lookUpsMost) continue;
        seen.add(wanted);
        lookUps += 1;
        const of = { categoryId, typeId, attributeId: attribute.id };
        const answer = await link.call(() => account.productImport.findValues(of, text.slice(0, 100)));
        if (!answer.ok) return answer;
        values.push(...answer.value);
      }
    }
    found.set(attribute.id, { values, isAll: false });
  }
  return ok(found);
}

/** Articles of a file that are cards at the shop already. */
async function articlesAtShop(
  { account, link }: VocabularySource,
  rows: readonly SheetRow[],
): ShopAnswer<ReadonlySet<string>> {
  const articles = rows
    .flatMap(({ cells }) => cells.get('article')?.trim() ?? [])
    .filter((one) => one.length <= 50);
  const distinct = [...new Set(articles)];
  const taken = new Set<string>();
  for (let at = 0; at < distinct.length; at += articlesAtOnce) {
    const some = distinct.slice(at, at + articlesAtOnce);
    const answer = await link.call(() => account.productImport.findCards(some));
    if (!answer.ok) return answer;
    for (const { article } of answer.value) taken.add(article);
  }
  return ok(taken);
}

function sheetProblem(
  code: 'unreadable' | 'too-large' | 'too-many-rows',
  attributes: readonly ProductAttribute[],
  language: Language,
) {
  const facts = { most: code === 'too-large' ? fileMostBytes / 1024 / 1024 : rowsMost };
  return err(named({ code, facts, columns: [] }, attributes, language));
}

function named(
  problem: SheetProblem,
  attributes: readonly ProductAttribute[],
  language: Language,
): CheckProblem {
  const columnNames = problem.columns.map((column) => columnName(language, column, attributes));
  return { kind: 'sheet', problem, columnNames };
}
