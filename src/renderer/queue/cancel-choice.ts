import type { ProcedureInput, QueueEntry } from '#contract/procedures.ts';

/** How many units of each product are to be cancelled, by SKU. */
export type Taken = ReadonlyMap<string, number>;

/** All of a posting. */
export function everything({ lines }: Pick<QueueEntry, 'lines'>): Taken {
  return new Map(lines.map(({ sku, quantity }) => [sku, quantity]));
}

/** Is nothing of it left? */
export function isWhole({ lines }: Pick<QueueEntry, 'lines'>, taken: Taken): boolean {
  return lines.every(({ sku, quantity }) => (taken.get(sku) ?? 0) >= quantity);
}

/** What the station is asked; null where nothing is taken, or where the reason wants words and has none. */
export function cancelInput(
  entry: Pick<QueueEntry, 'posting' | 'lines'>,
  taken: Taken,
  {
    reason,
    message,
  }: { readonly reason: { readonly id: string; readonly needsMessage: boolean }; readonly message: string },
): ProcedureInput<'posting.cancel'> | null {
  if (reason.needsMessage && message.trim() === '') return null;
  const units = entry.lines.flatMap(({ sku, quantity }) => {
    const wanted = Math.min(taken.get(sku) ?? 0, quantity);
    return wanted > 0 ? [{ sku, quantity: wanted }] : [];
  });
  if (units.length === 0) return null;
  const { posting } = entry;
  return { posting, reasonId: reason.id, message, units: isWhole(entry, taken) ? null : units };
}
