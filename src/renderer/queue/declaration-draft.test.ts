import { expect, it } from 'vitest';
import type { DeclarationLine } from '#contract/declaration-procedures.ts';
import { mug } from '#domain/packing/testing/sample-bench.ts';
import { draftKey, draftOf, toDeclarations } from './declaration-draft.ts';

const line: DeclarationLine = {
  ...{ sku: mug, name: 'Mug', needs: ['country', 'customs-declaration'] },
  usual: [{ sku: mug, kind: 'country', value: 'CN' }],
};

it('the last country of a product is there already, and nothing is sent before all of it is filled in', () => {
  const usual = draftOf([line]);
  expect(usual.get(draftKey(mug, 'country'))).toEqual({ value: 'CN', isAbsent: false });
  expect(toDeclarations([line], usual)).toBeNull();
  const key = draftKey(mug, 'customs-declaration');
  const country = { sku: mug, kind: 'country', value: 'CN' };
  expect(toDeclarations([line], new Map([...usual, [key, { value: ' 1/2/3 ', isAbsent: false }]]))).toEqual([
    country,
    { sku: mug, kind: 'customs-declaration', value: '1/2/3' },
  ]);
  expect(toDeclarations([line], new Map([...usual, [key, { value: '', isAbsent: true }]]))).toEqual([
    country,
    { sku: mug, kind: 'customs-declaration', value: null },
  ]);
  expect(toDeclarations([], usual)).toBeNull();
});
