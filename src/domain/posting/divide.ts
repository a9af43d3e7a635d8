import type { Sku } from '../ids.ts';

export type Contents = readonly { readonly sku: Sku; readonly quantity: number }[];

/**
 * What is left of some contents without the units that are taken; null where these are no part of them: nothing, more than
 * there is, or everything. Lines of the same product count together.
 */
export function restOf(whole: Contents, taken: Contents): Contents | null {
  const left = bySku(whole);
  for (const [sku, quantity] of bySku(taken)) {
    const rest = (left.get(sku) ?? 0) - quantity;
    if (rest < 0) return null;
    left.set(sku, rest);
  }
  const rest = [...left].flatMap(([sku, quantity]) => (quantity > 0 ? [{ sku, quantity }] : []));
  return rest.length === 0 || !taken.some(({ quantity }) => quantity > 0) ? null : rest;
}

function bySku(contents: Contents): Map<Sku, number> {
  const quantities = new Map<Sku, number>();
  for (const { sku, quantity } of contents) quantities.set(sku, (quantities.get(sku) ?? 0) + quantity);
  return quantities;
}
