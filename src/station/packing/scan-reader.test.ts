import { describe, expect, it } from 'vitest';
import { Carton } from '#domain/carton/carton.ts';
import { PostingNumber, Sku } from '#domain/ids.ts';
import { Actor } from '#domain/packing/actor.ts';
import { meaningOf, type ScanLookups } from './scan-reader.ts';

const mug = Sku.parse('1500000001');
const perfume = Sku.parse('1500000060');
const twin = Sku.parse('1500000002');
const posting = PostingNumber.parse('70000001-0096-1');
const other = PostingNumber.parse('70000009-0001-1');
const lead = Actor.parse({ id: 'L1', name: 'Oleg', role: 'lead' });
const carton = Carton.parse({ code: 'S', innerMm: [1, 1, 1], outerMm: [1, 1, 1], tareG: 1, maxLoadG: 1 });

const products = new Map([
  ['04607025880011', [mug]],
  ['04613458200005', [mug, twin]],
  ['04600000000015', [perfume]],
  ['OZN1500000001', [mug]],
  ['02112345000008', [twin]],
  ['00000010000052', [mug]],
  ['00100000000052', [twin]],
]);
const postings = new Map([
  [posting, [posting]],
  ['201864523528000', [posting]],
  ['14607025880018', [other]],
  ['4600000000022', [posting]],
  ['046070258800000011', [other]],
]);
const lookups: ScanLookups = {
  skusByBarcode: (barcode) => products.get(barcode) ?? [],
  postingsByCode: (code) => postings.get(code) ?? [],
  markingUsedBy: (unit) => (unit === '010460000000001521USED' ? other : null),
  cartonByCode: (code) => (code === 'S' ? carton : null),
  unitsPerCase: (gtin14) => (gtin14 === '24607025880015' ? 6 : null),
  actorById: (id) => (id === 'L1' ? lead : null),
};

describe('what a code means at this bench', () => {
  it.each([
    ['4607025880011', { kind: 'product', skus: [mug] }],
    ['OZN1500000001', { kind: 'product', skus: [mug] }],
    ['4613458200005', { kind: 'product', skus: [mug, twin] }],
    ['24607025880015', { kind: 'product', skus: [mug], caseOf: 6 }],
    ['34607025880012', { kind: 'product', skus: [mug], caseOf: null }],
    ['2112345012346', { kind: 'product', skus: [twin] }],
    ['https://id.gs1.org/01/04607025880011/10/L1', { kind: 'product', skus: [mug] }],
    [posting, { kind: 'posting', posting }],
    ['201864523528000', { kind: 'posting', posting }],
    ['PB-OK', { kind: 'control', control: { control: 'ok' } }],
    ['PB-BOX-S', { kind: 'carton', carton }],
    ['PB-BOX-XXL', { kind: 'carton', carton: null }],
    ['PB-BADGE-L1', { kind: 'badge', actor: lead }],
    ['PB-BADGE-ZZ', { kind: 'badge', actor: null }],
    ['4607025880028', { kind: 'unknown' }],
    ['4607025880012', { kind: 'unreadable', problem: 'bad-check-digit' }],
    ['', { kind: 'unreadable', problem: 'empty' }],
  ])('%s', (text, meaning) => {
    expect(meaningOf(text, lookups)).toMatchObject(meaning);
  });

  it('a case code that is also a posting’s label barcode counts as what the bench knows it for', () => {
    expect(meaningOf('14607025880018', lookups)).toMatchObject({ kind: 'posting', posting: other });
  });

  it('any number on a label is its posting, also where it looks like an item’s or a pallet’s', () => {
    expect(meaningOf('4600000000022', lookups)).toMatchObject({ kind: 'posting', posting });
    expect(meaningOf(']C100046070258800000011', lookups)).toMatchObject({ kind: 'posting', posting: other });
  });

  it('a code that is one product as EAN-8 and another as UPC-E is a question about both', () => {
    expect(meaningOf('10000052', lookups)).toMatchObject({ kind: 'product', skus: [mug, twin] });
  });

  it('a marking code is its product, with the posting that used the unit before', () => {
    const gs = '\u001d';
    const fresh = `010460000000001521aBcD123456789${gs}91EE10${gs}92${'x'.repeat(44)}`;
    expect(meaningOf(`]d2${fresh}`, lookups)).toMatchObject({
      kind: 'product',
      skus: [perfume],
      marking: { code: fresh, isComplete: true, usedBy: null },
    });
    expect(meaningOf(`010460000000001521USED${gs}91EE10${gs}92${'x'.repeat(44)}`, lookups)).toMatchObject({
      marking: { usedBy: other },
    });
  });
});
