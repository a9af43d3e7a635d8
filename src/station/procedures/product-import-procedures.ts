import { join } from 'node:path';
import type { ProductTypeView } from '#contract/product-import-procedures.ts';
import { ok } from '#domain/result.ts';
import { makeFolder } from '../database/make-folder.ts';
import { getImport, leaveRest, linesOf, listImports, startImport } from '../database/product-imports.ts';
import { importRowStates } from '../database/schema.ts';
import { writeDurably } from '../documents/write-durably.ts';
import { personName } from '../packing/person-name.ts';
import { checkFile } from '../product-import/check-file.ts';
import { faultsSheet } from '../product-import/faults-sheet.ts';
import { makeTemplate } from '../product-import/make-template.ts';
import { type SheetFormat, writeSheets } from '../product-import/sheet-job.ts';
import { rowsMost } from '../product-import/sheet-limits.ts';
import { troubleStates, viewImport, viewLines } from '../product-import/view-import.ts';
import {
  readAllowed,
  readAttributes,
  readTypes,
  type VocabularySource,
} from '../product-import/vocabulary-reader.ts';
import type { WrittenSheet } from '../product-import/write-sheet.ts';
import type { ConnectedShop } from '../shop/connected-shop.ts';
import type { ShopFailure } from '../shop/seller-account.ts';
import { failed, type Handlers, type ProcedureContext } from './procedure-context.ts';

const typesMost = 50;

/** Products made from a spreadsheet: templates, checks, and what the bench then sends by itself. */
export const productImportProcedures: Handlers<
  | 'import.types'
  | 'import.template'
  | 'import.check'
  | 'import.list'
  | 'import.read'
  | 'import.lines'
  | 'import.quota'
  | 'import.send'
  | 'import.stop'
  | 'import.faults'
> = {
  'import.types': async ({ search, isAnew }, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'import');
    const said = await readTypes(sourceOf(shop, context), context.benchFile().language, isAnew);
    if (!said.ok) return shopFailed(said.error);
    const words = search.toLowerCase().split(/\s+/);
    const found = said.value.value.filter(({ name, path }) => {
      const text = [...path, name].join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    });
    const types: ProductTypeView[] = found
      .slice(0, typesMost)
      .map((type) => ({ ...type, path: [...type.path] }));
    return ok({ types, total: found.length, readAt: said.value.readAt });
  },
  'import.template': async ({ format, ...type }, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'import');
    const source = sourceOf(shop, context);
    const { language } = context.benchFile();
    const attributes = await readAttributes(source, type, language);
    if (!attributes.ok) return shopFailed(attributes.error);
    const allowed = await readAllowed(source, type, attributes.value, language);
    if (!allowed.ok) return shopFailed(allowed.error);
    const sheets = makeTemplate(attributes.value, allowed.value, language);
    return writeFile(`template-${type.typeId}.${format}`, format, sheets, context);
  },
  'import.check': async ({ fileName, data, categoryId, typeId }, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'import');
    const source = sourceOf(shop, context);
    const { language } = context.benchFile();
    const said = await readTypes(source, language);
    if (!said.ok) return shopFailed(said.error);
    const type = said.value.value.find((one) => one.typeId === typeId && one.categoryId === categoryId);
    if (type === undefined) return failed('not-found', typeId);
    const bytes = new Uint8Array(Buffer.from(data, 'base64'));
    const actor = context.bench.actor?.id ?? '';
    const checked = await checkFile(source, { type, fileName, bytes, language, actor });
    if (checked.ok) return ok({ isSheet: true, id: checked.value } as const);
    if (checked.error.kind === 'shop') return shopFailed(checked.error.failure);
    const { problem, columnNames } = checked.error;
    const facts = { ...problem.facts, columns: columnNames.join(', ') };
    return ok({ isSheet: false, code: problem.code, facts } as const);
  },
  'import.list': (_, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'import');
    const files = listImports(context.db, shop.id);
    return ok({ imports: files.map((file) => viewImport(context.db, file, nameOf(file.actor, context))) });
  },
  'import.read': ({ id }, context) => {
    const file = getImport(context.db, id);
    return file === null
      ? failed('not-found', id)
      : ok(viewImport(context.db, file, nameOf(file.actor, context)));
  },
  'import.lines': ({ id, which, limit, offset }, { db }) => {
    const file = getImport(db, id);
    if (file === null) return failed('not-found', id);
    const states = which === 'all' ? importRowStates : troubleStates;
    const lines = linesOf(db, id, states, { limit: rowsMost, offset: 0 });
    return ok({ lines: viewLines(file, lines.slice(offset, offset + limit)), total: lines.length });
  },
  'import.quota': async (_, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'import');
    const quota = await shop.link.call(() => shop.account.productImport.getQuota());
    return quota.ok ? ok({ ...quota.value }) : shopFailed(quota.error);
  },
  'import.send': async ({ id }, context) => {
    const { db, now } = context;
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'import');
    const file = getImport(db, id);
    if (file === null || file.shop !== shop.id) return failed('not-found', id);
    const quota = await shop.link.call(() => shop.account.productImport.getQuota());
    if (!quota.ok) return shopFailed(quota.error);
    const wanted = linesOf(db, id, ['ready'], { limit: rowsMost, offset: 0 }).length;
    const { leftToday, leftAtAll } = quota.value;
    if (wanted > (leftToday ?? wanted) || wanted > (leftAtAll ?? wanted))
      return ok({ isStarted: false, wanted, quota: { ...quota.value } } as const);
    startImport(db, id, now());
    shop.imports.kick();
    return ok({ isStarted: true } as const);
  },
  'import.stop': ({ id }, { db }) => {
    leaveRest(db, id);
    return ok({ done: true } as const);
  },
  'import.faults': async ({ id, format }, context) => {
    const file = getImport(context.db, id);
    if (file === null) return failed('not-found', id);
    const lines = linesOf(context.db, id, troubleStates, { limit: rowsMost, offset: 0 });
    const sheet = faultsSheet(file, lines, context.benchFile().language);
    const written = await writeFile(`to-mend-${id.slice(-8)}.${format}`, format, [sheet], context);
    return written.ok ? ok({ ...written.value, lines: lines.length }) : written;
  },
};

function sourceOf(shop: ConnectedShop, { db, now }: ProcedureContext): VocabularySource {
  return { db, now, shop: shop.id, account: shop.account, link: shop.link };
}

function shopFailed(failure: ShopFailure) {
  const words = failure.code === 'refused' ? `${failure.shopCode}: ${failure.detail}` : failure.detail;
  return failed('shop-failed', words);
}

function nameOf(actor: string, { benchFile }: ProcedureContext): string {
  return personName(benchFile(), actor);
}

async function writeFile(
  name: string,
  format: SheetFormat,
  sheets: readonly WrittenSheet[],
  { home }: ProcedureContext,
) {
  const folder = join(home, 'exports');
  const file = join(folder, name);
  try {
    makeFolder(folder);
    await writeDurably(file, await writeSheets(format, sheets));
    return ok({ file });
  } catch (cause) {
    return failed('export-failed', cause instanceof Error ? cause.message : String(cause));
  }
}
