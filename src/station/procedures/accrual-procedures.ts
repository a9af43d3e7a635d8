import { join } from 'node:path';
import type { DayAccrualView, PostingAccrualView } from '#contract/accrual-procedures.ts';
import { accrualHeadings } from '#contract/texts/accrual-headings.ts';
import { sumByCurrency } from '#domain/money/amount.ts';
import { ok, type Result } from '#domain/result.ts';
import { makeFolder } from '../database/make-folder.ts';
import { writeDurably } from '../documents/write-durably.ts';
import { dayAccrualsCsv, postingAccrualsCsv } from '../finance/accrual-csv.ts';
import type { AccrualNames } from '../finance/accrual-names.ts';
import type { AccrualRows } from '../shop/accrual-port.ts';
import type { ConnectedShop } from '../shop/connected-shop.ts';
import type { ShopFailure } from '../shop/seller-account.ts';
import { failed, type Handlers, type ProcedureContext } from './procedure-context.ts';

/** What the shop credits and charges: read at the shop at every question. */
export const accrualProcedures: Handlers<'accrual.day' | 'accrual.postings' | 'accrual.export'> = {
  'accrual.day': async ({ day }, { shop: connected }) => {
    const shop = connected();
    if (shop === null) return failed('no-shop', 'accruals');
    const answer = await readDay(shop, day);
    if (!answer.ok) return shopFailed(answer.error);
    return ok({ ...answer.value, sums: [...sumByCurrency(answer.value.rows.map(({ total }) => total))] });
  },
  'accrual.postings': async ({ postings }, { shop: connected }) => {
    const shop = connected();
    if (shop === null) return failed('no-shop', 'accruals');
    const answer = await readPostings(shop, postings);
    if (!answer.ok) return shopFailed(answer.error);
    return ok({ ...answer.value, sums: [...sumByCurrency(answer.value.rows.map(({ money }) => money))] });
  },
  'accrual.export': async (what, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'accruals');
    const headings = accrualHeadings(context.benchFile().language);
    if (what.kind === 'day') {
      const answer = await readDay(shop, what.day);
      if (!answer.ok) return shopFailed(answer.error);
      const { rows } = answer.value;
      return write(context, `accruals-${what.day}.csv`, {
        ...{ bytes: dayAccrualsCsv(what.day, rows, headings), rows: rows.length },
      });
    }
    const answer = await readPostings(shop, what.postings);
    if (!answer.ok) return shopFailed(answer.error);
    const { rows } = answer.value;
    const at = new Date(context.now()).toISOString().slice(0, 19).replaceAll(/[:T]/g, '-');
    return write(context, `accruals-postings-${at}.csv`, {
      ...{ bytes: postingAccrualsCsv(rows, headings), rows: rows.length },
    });
  },
};

type Named<Row> = { rows: Row[]; unread: number; isAll: boolean };

async function readDay(
  shop: ConnectedShop,
  day: string,
): Promise<Result<Named<DayAccrualView>, ShopFailure>> {
  const answer = await shop.link.call(() => shop.account.accruals.listDay(day));
  if (!answer.ok) return answer;
  const names = await namesOf(shop);
  return ok({
    ...withoutRows(answer.value),
    rows: answer.value.rows.map(({ parts, ...row }) => ({
      ...row,
      parts: parts.map((part) => ({ ...part, name: nameOf(names, part.type) })),
    })),
  });
}

async function readPostings(
  shop: ConnectedShop,
  postings: readonly string[],
): Promise<Result<Named<PostingAccrualView>, ShopFailure>> {
  const numbers = [...new Set(postings)];
  const answer = await shop.link.call(() => shop.account.accruals.listPostings(numbers));
  if (!answer.ok) return answer;
  const names = await namesOf(shop);
  return ok({
    ...withoutRows(answer.value),
    rows: answer.value.rows.map((row) => ({ ...row, name: nameOf(names, row.type) })),
  });
}

const withoutRows = ({ unread, isAll }: AccrualRows<unknown>) => ({ unread, isAll });

async function namesOf(shop: ConnectedShop): Promise<AccrualNames> {
  const names = await shop.accrualNames();
  return names.ok ? names.value : new Map();
}

/** What the shop has no word for is called by its id; `sale` and `commission` are called by the window. */
function nameOf(names: AccrualNames, type: string): string {
  if (type === 'sale' || type === 'commission') return '';
  return names.get(type) ?? type;
}

async function write(
  { home }: ProcedureContext,
  name: string,
  { bytes, rows }: { readonly bytes: Uint8Array; readonly rows: number },
) {
  const folder = join(home, 'exports');
  const file = join(folder, name);
  try {
    makeFolder(folder);
    await writeDurably(file, bytes);
    return ok({ file, rows });
  } catch (cause) {
    return failed('export-failed', cause instanceof Error ? cause.message : String(cause));
  }
}

function shopFailed(error: ShopFailure) {
  return failed(
    'shop-failed',
    error.code === 'refused' ? `${error.shopCode}: ${error.detail}` : error.detail,
  );
}
