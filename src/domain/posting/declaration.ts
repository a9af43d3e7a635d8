import { z } from 'zod';
import { Sku } from '../ids.ts';
import type { Line, Requirement } from './posting.ts';

/** What a lead gives of a product, of the words that the shop may want: all of its units share it. */
export const DeclarationKind = z.enum(['country', 'customs-declaration', 'batch-number']);
export type DeclarationKind = z.infer<typeof DeclarationKind>;

/** `value`: an ISO 3166-1 alpha-2 country, or a document's number as it is written; null for goods that have no such document. */
export const Declaration = z
  .object({
    sku: Sku,
    kind: DeclarationKind,
    value: z.string().trim().min(1).max(100).nullable(),
  })
  .refine(({ kind, value }) => kind !== 'country' || /^[A-Z]{2}$/.test(value ?? ''), 'is no country');
export type Declaration = z.infer<typeof Declaration>;

/** What is known here of a declaration: given by a lead, or asked for by the shop when something else was given. */
export type DeclarationState = Pick<Declaration, 'sku' | 'kind'> & { readonly state: 'needed' | 'given' };

/**
 * Lines with what is still required of them. A number that was given goes out with the posting and is required no more; a
 * country was told to the shop, which says itself whether it has it.
 */
export function stillRequired(lines: readonly Line[], known: readonly DeclarationState[]): Line[] {
  return lines.map((line) => {
    const own = known.filter(({ sku }) => sku === line.sku);
    const given = new Set<Requirement>(
      own.filter(({ kind, state }) => state === 'given' && kind !== 'country').map(({ kind }) => kind),
    );
    const needed = own.filter(({ state }) => state === 'needed').map(({ kind }) => kind);
    const requires = [...new Set<Requirement>([...line.requires, ...needed])];
    return { ...line, requires: requires.filter((one) => !given.has(one)) };
  });
}
