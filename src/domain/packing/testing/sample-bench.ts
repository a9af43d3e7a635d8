import { Carton } from '../../carton/carton.ts';
import { PostingNumber, ShopId, Sku } from '../../ids.ts';
import { plainHandling } from '../../posting/handling.ts';
import type { Posting } from '../../posting/posting.ts';
import type { Product } from '../../posting/product.ts';
import { Actor } from '../actor.ts';
import type { OpeningTarget, PackingContext } from '../packing-context.ts';
import { PackingRules } from '../rules.ts';
import type { ScanMeaning } from '../scan-meaning.ts';

/** A small world for tests of the packing rules: three products, one of them marked, and two cartons. */
export const mug = Sku.parse('1500000001');
export const towel = Sku.parse('1500000002');
export const perfume = Sku.parse('1500000003');
export const stranger = Sku.parse('1500000009');

export const packer = Actor.parse({ id: 'P1', name: 'Anna', role: 'packer' });
export const lead = Actor.parse({ id: 'L1', name: 'Oleg', role: 'lead' });

export const cartons = [
  Carton.parse({ code: 'S', innerMm: [200, 150, 100], outerMm: [206, 156, 106], tareG: 90, maxLoadG: 5000 }),
  Carton.parse({
    code: 'M',
    innerMm: [300, 250, 200],
    outerMm: [306, 256, 206],
    tareG: 180,
    maxLoadG: 10000,
  }),
];

function product(sku: Sku, name: string, weightG: number): [Sku, Product] {
  return [
    sku,
    {
      sku,
      offerId: name,
      name,
      barcodes: [],
      sizeMm: [90, 90, 95],
      weightG,
      pictureUrl: null,
      upright: 'any',
      fragile: false,
    },
  ];
}

export const products: ReadonlyMap<Sku, Product> = new Map([
  product(mug, 'Mug', 350),
  product(towel, 'Towel', 220),
  product(perfume, 'Perfume', 130),
]);

/** A posting of two mugs and a towel, unless told otherwise. */
export function samplePosting(change: Partial<Posting> = {}): Posting {
  return {
    number: PostingNumber.parse('70000001-0003-1'),
    shop: ShopId.parse('demo'),
    status: 'to-pack',
    shopStatus: 'awaiting_packaging',
    cutoffAt: 2_000_000,
    lines: [
      { sku: mug, quantity: 2, requires: [] },
      { sku: towel, quantity: 1, requires: [] },
    ],
    deliveryMethod: { id: '1', name: 'Drop-off', warehouse: 'Main' },
    labelBarcodes: [],
    isExpress: false,
    handling: plainHandling,
    ...change,
  };
}

/** A context at 1,000,000 ms with Anna signed in; `target` is what any scan would open. */
export function sampleContext({
  target = { posting: samplePosting(), last: null, canRelabel: false },
  ...change
}: Partial<PackingContext> & { target?: OpeningTarget } = {}): PackingContext {
  return {
    now: 1_000_000,
    rules: PackingRules.parse({}),
    actor: packer,
    cartons,
    products,
    targetOf: () => target,
    alarm: null,
    isScaleThere: true,
    labelBarcodes: [],
    usedBy: () => null,
    limits: null,
    ...change,
  };
}

export function productScan(sku: Sku, text = `code of ${sku}`): Extract<ScanMeaning, { kind: 'product' }> {
  return { kind: 'product', skus: [sku], marking: null, text };
}

export function markedScan(sku: Sku, code: string): Extract<ScanMeaning, { kind: 'product' }> {
  return {
    kind: 'product',
    skus: [sku],
    marking: { code, unit: code.slice(0, 24), isComplete: true, usedBy: null },
    text: code,
  };
}

export function control(
  name: 'ok' | 'no' | 'undo' | 'next' | 'hold' | 'missing' | 'damaged' | 'split' | 'weigh' | 'reprint',
): ScanMeaning {
  return { kind: 'control', control: { control: name }, text: `PB-${name.toUpperCase()}` };
}

export function postingScan(number: string): ScanMeaning {
  return { kind: 'posting', posting: PostingNumber.parse(number), text: number };
}
