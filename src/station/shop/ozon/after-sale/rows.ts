import type { z } from 'zod';
import type { AfterSaleRows } from '../../after-sale-port.ts';

/** Parses each row by itself: one that cannot be read is counted and stops no other. */
export function eachRead<Row>(
  items: readonly unknown[],
  schema: z.ZodType<Row>,
): { readonly rows: readonly Row[]; readonly unread: number } {
  const rows = items.flatMap((item) => {
    const read = schema.safeParse(item);
    return read.success ? [read.data] : [];
  });
  return { rows, unread: items.length - rows.length };
}

/** The pages of a list as one; whether it is all of it is what the last page says. */
export function together<Row>(pages: readonly AfterSaleRows<Row>[]): AfterSaleRows<Row> {
  return {
    rows: pages.flatMap(({ rows }) => rows),
    unread: pages.reduce((sum, { unread }) => sum + unread, 0),
    isAll: pages.at(-1)?.isAll ?? true,
  };
}
