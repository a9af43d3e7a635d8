import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type OpenSandbox, openSandbox } from '../testing/open-sandbox.ts';
import { checkDigit } from './barcode-digits.ts';
import { makeCatalogue } from './make-catalogue.ts';

let shop: OpenSandbox;
beforeAll(async () => {
  shop = await openSandbox();
});
afterAll(() => shop.close());

const catalogue = [...makeCatalogue(1).values()];
const MM = { mm: 1, cm: 10, in: 25.4 };
const GRAM = { g: 1, kg: 1000, lb: 453.59237 };

describe('the catalogue', () => {
  it('holds 200 products whose barcodes are unlike and check out', () => {
    const barcodes = catalogue.flatMap((product) => product.barcodes);
    expect(catalogue).toHaveLength(200);
    expect(new Set(barcodes).size).toBe(barcodes.length);
    const gtins = barcodes.filter((barcode) => /^\d+$/.test(barcode));
    expect(gtins.every((gtin) => checkDigit(gtin.slice(0, -1)) === gtin.slice(-1))).toBe(true);
    expect(new Set(gtins.map((gtin) => gtin.length))).toEqual(new Set([8, 12, 13]));
    expect(barcodes.some((barcode) => barcode.startsWith('OZN'))).toBe(true);
  });

  it('speaks three languages, has fifteen marked products and fits a 600 x 400 x 400 carton', () => {
    expect(new Set(catalogue.map(({ language }) => language)).size).toBe(3);
    expect(catalogue.filter(({ marked }) => marked)).toHaveLength(15);
    for (const { sizeMm } of catalogue) {
      const [long = 0, middle = 0] = [sizeMm.length, sizeMm.width, sizeMm.height].sort((a, b) => b - a);
      expect(long <= 600 && middle <= 400).toBe(true);
    }
  });

  it('is the same for the same seed and another for another', () => {
    expect([...makeCatalogue(1).values()]).toEqual(catalogue);
    expect([...makeCatalogue(2).values()]).not.toEqual(catalogue);
  });
});

describe('product methods', () => {
  it('list every product in pages that end at an empty one', async () => {
    const schema = z.object({
      result: z.object({
        items: z.array(z.object({ sku: z.number() })),
        last_id: z.string(),
        total_items: z.number(),
      }),
    });
    const skus: number[] = [];
    let lastId = '';
    do {
      const { result } = schema.parse(
        (await shop.call('/v3/product/list', { filter: { visibility: 'ALL' }, limit: 70, last_id: lastId }))
          .json,
      );
      skus.push(...result.items.map(({ sku }) => sku));
      lastId = result.last_id;
    } while (lastId !== '');
    expect(new Set(skus).size).toBe(200);
  });

  it('give barcodes and a picture that is a PNG', async () => {
    const schema = z.object({
      items: z.tuple([
        z.object({ sku: z.number(), barcodes: z.array(z.string()), primary_image: z.tuple([z.string()]) }),
      ]),
    });
    const [wanted] = catalogue;
    const [item] = schema.parse(
      (await shop.call('/v3/product/info/list', { sku: [String(wanted?.sku)] })).json,
    ).items;
    expect(item.barcodes).toEqual(wanted?.barcodes);
    const picture = await fetch(item.primary_image[0]);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await picture.arrayBuffer()).subarray(1, 4)).toEqual(
      new Uint8Array(Buffer.from('PNG')),
    );
  });

  it('declare sizes and weights in units that differ and mean the same as the posting’s', async () => {
    const row = z.object({
      sku: z.number(),
      depth: z.int(),
      width: z.int(),
      height: z.int(),
      dimension_unit: z.enum(['mm', 'cm', 'in']),
      weight: z.int(),
      weight_unit: z.enum(['g', 'kg', 'lb']),
    });
    const schema = z.object({ result: z.array(row) });
    const { result } = schema.parse(
      (await shop.call('/v4/product/info/attributes', { filter: { visibility: 'ALL' }, limit: 1000 })).json,
    );
    expect(new Set(result.map((each) => each.dimension_unit)).size).toBe(3);
    expect(new Set(result.map((each) => each.weight_unit)).size).toBe(3);
    for (const each of result) {
      const product = catalogue.find(({ sku }) => sku === each.sku);
      expect(each.depth * MM[each.dimension_unit]).toBeCloseTo(product?.sizeMm.length ?? 0, 0);
      expect(Math.round(each.weight * GRAM[each.weight_unit])).toBe(product?.weightG);
    }
  });
});
