import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type OpenSandbox, openSandbox } from '../testing/open-sandbox.ts';

const wide = { cutoff_from: '2026-11-01T00:00:00.000Z', cutoff_to: '2027-03-01T00:00:00.000Z' };
const pageSchema = z.object({
  postings: z.array(
    z.looseObject({ posting_number: z.string(), status: z.string(), shipment_date: z.string() }),
  ),
  has_next: z.boolean(),
  cursor: z.string(),
});

let shop: OpenSandbox;
beforeAll(async () => {
  shop = await openSandbox();
});
afterAll(() => shop.close());

const unfulfilled = async (rest: object) =>
  shop.call('/v4/posting/fbs/unfulfilled/list', {
    limit: 100,
    sort_dir: 'ASC',
    cursor: '',
    filter: wide,
    ...rest,
  });

describe('the unfulfilled queue', () => {
  it('is walked page by page without missing or repeating a posting, while new ones arrive', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let hasNext = true; hasNext; ) {
      const page = pageSchema.parse((await unfulfilled({ limit: 13, cursor })).json);
      seen.push(...page.postings.map((posting) => posting.posting_number));
      cursor = page.cursor;
      hasNext = page.has_next;
    }
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
  });

  it('is sorted by cutoff, today’s and tomorrow’s', async () => {
    const { postings } = pageSchema.parse((await unfulfilled({})).json);
    const cutoffs = postings.map((posting) => posting.shipment_date);
    expect(cutoffs).toEqual([...cutoffs].sort());
    expect(new Set(cutoffs.map((cutoff) => cutoff.slice(0, 10)))).toEqual(
      new Set(['2026-11-23', '2026-11-24']),
    );
  });

  it('insists on exactly one window and a limit of at most 100', async () => {
    const delivering = { delivering_date_from: wide.cutoff_from, delivering_date_to: wide.cutoff_to };
    for (const filter of [{}, { ...wide, ...delivering }]) {
      expect((await unfulfilled({ filter })).json).toMatchObject({
        code: 3,
        message: 'either filter.cutoff or filter.delivering_date must be specified',
      });
    }
    expect((await unfulfilled({ limit: 1000 })).status).toBe(400);
  });

  it('narrows by status', async () => {
    const packed = pageSchema.parse(
      (await unfulfilled({ filter: { ...wide, statuses: ['awaiting_deliver'] } })).json,
    );
    expect(packed.postings).toHaveLength(3);
  });

  it('gives barcodes only when asked, and SKUs of marked goods as text', async () => {
    const plain = pageSchema.parse((await unfulfilled({})).json);
    expect(plain.postings.every((posting) => posting.barcodes === null)).toBe(true);
    const number = await shop.add({ shape: 'marked' });
    const asked = pageSchema.parse((await unfulfilled({ with: { barcodes: true } })).json);
    const marked = asked.postings.find((posting) => posting.posting_number === number);
    expect(marked).toMatchObject({
      barcodes: { upper_barcode: expect.any(String), lower_barcode: expect.any(String) },
      requirements: { products_requiring_mandatory_mark: [expect.stringMatching(/^15\d+$/)] },
      available_actions: expect.arrayContaining(['ship_with_additional_info']),
    });
  });
});

describe('postings by period', () => {
  it('shows what changed since a moment, cancellations among it', async () => {
    const number = await shop.add({ shape: 'single' });
    shop.pass(60_000);
    const from = new Date(shop.now()).toISOString();
    await shop.admin('POST', `/admin/postings/${number}/cancel`);
    const filter = {
      since: '2026-11-01T00:00:00.000Z',
      to: '2026-12-01T00:00:00.000Z',
      last_changed_status_date: { from, to: '2026-12-01T00:00:00.000Z' },
    };
    const { postings } = pageSchema.parse(
      (await shop.call('/v4/posting/fbs/list', { filter, limit: 100 })).json,
    );
    expect(postings.map(({ posting_number, status }) => [posting_number, status])).toEqual([
      [number, 'cancelled'],
    ]);
  });

  it('refuses a period of more than a year', async () => {
    const filter = { since: '2025-01-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z' };
    expect((await shop.call('/v4/posting/fbs/list', { filter, limit: 1 })).json).toMatchObject({
      message: 'PERIOD_IS_TOO_LONG',
    });
  });
});

describe('one posting', () => {
  it('is found by number with sizes in mm and weights in g, and by any of its barcodes', async () => {
    const packed = (await shop.postings()).find(({ scanit }) => scanit !== '');
    const got = await shop.call('/v3/posting/fbs/get', { posting_number: packed?.number });
    expect(got.json).toMatchObject({
      result: {
        posting_number: packed?.number,
        products: [
          {
            dimensions: {
              length: expect.stringMatching(/^\d+\.\d\d$/),
              weight: expect.stringMatching(/^\d+$/),
            },
          },
        ],
      },
    });
    for (const barcode of [packed?.scanit, packed?.lowerBarcode]) {
      const found = await shop.call('/v2/posting/fbs/get-by-barcode', { barcode });
      expect(found.json).toMatchObject({ result: { posting_number: packed?.number } });
    }
    expect((await shop.call('/v2/posting/fbs/get-by-barcode', { barcode: '0' })).status).toBe(404);
    expect((await shop.call('/v3/posting/fbs/get', { posting_number: 'no-such-1' })).json).toMatchObject({
      code: 5,
      message: 'POSTING_NOT_FOUND',
    });
  });

  it('is cancelled by the seller for an offered reason only', async () => {
    const number = await shop.add({ shape: 'single' });
    const cancel = (reason: number) =>
      shop.call('/v2/posting/fbs/cancel', { posting_number: number, cancel_reason_id: reason });
    expect((await cancel(401)).json).toMatchObject({ message: 'HAS_INCORRECT_CANCEL_REASON' });
    expect((await cancel(402)).json).toMatchObject({ message: 'HAS_INCORRECT_CANCEL_REASON' });
    expect((await cancel(352)).json).toEqual({ result: true });
    expect((await cancel(352)).json).toMatchObject({ message: 'POSTING_ALREADY_CANCELLED' });
  });

  it('asks for the country of each product where it must, and forgets the wish once it is set', async () => {
    const number = await shop.add({ shape: 'single', requiresCountry: true });
    const [line] = (await shop.posting(number)).lines;
    const ship = {
      posting_number: number,
      packages: [{ products: [{ product_id: line?.sku, quantity: 1 }] }],
    };
    expect((await shop.call('/v4/posting/fbs/ship', ship)).status).toBe(400);
    await shop.call('/v2/posting/fbs/product/country/set', {
      posting_number: number,
      product_id: line?.sku,
      country_iso_code: 'CN',
    });
    expect((await shop.call('/v4/posting/fbs/ship', ship)).json).toMatchObject({ result: [number] });
  });
});
