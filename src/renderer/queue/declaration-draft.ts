import type { DeclarationLine } from '#contract/declaration-procedures.ts';
import type { Declaration, DeclarationKind } from '#domain/posting/declaration.ts';

/** What is filled in so far: by product and kind; `isAbsent` for goods that have no such document. */
export type DraftEntry = { readonly value: string; readonly isAbsent: boolean };
export type Draft = ReadonlyMap<string, DraftEntry>;

/** The place of a product's declaration in the draft. */
export function draftKey(sku: string, kind: DeclarationKind): string {
  return `${sku} ${kind}`;
}

/** What was given of these products the last time. */
export function draftOf(lines: readonly DeclarationLine[]): Draft {
  return new Map(
    lines.flatMap(({ usual }) =>
      usual.map(({ sku, kind, value }) => [
        draftKey(sku, kind),
        { value: value ?? '', isAbsent: value === null },
      ]),
    ),
  );
}

/** Everything that the shop wants, or null while some of it is not filled in. */
export function toDeclarations(
  lines: readonly DeclarationLine[],
  draft: Draft,
): readonly Declaration[] | null {
  const wanted = lines.flatMap(({ sku, needs }) => needs.map((kind) => ({ sku, kind })));
  const given = wanted.flatMap(({ sku, kind }): Declaration[] => {
    const entry = draft.get(draftKey(sku, kind));
    if (entry?.isAbsent === true && kind !== 'country') return [{ sku, kind, value: null }];
    const value = entry?.value.trim() ?? '';
    return value === '' ? [] : [{ sku, kind, value }];
  });
  return given.length === 0 || given.length < wanted.length ? null : given;
}
