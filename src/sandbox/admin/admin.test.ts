import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../sandbox.ts';
import { type OpenSandbox, openSandbox } from '../testing/open-sandbox.ts';

let shop: OpenSandbox;
let folder = '';
beforeAll(async () => {
  shop = await openSandbox();
  folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
});
afterAll(async () => {
  await shop.close();
  await rm(folder, { recursive: true });
});

describe('the first day', () => {
  it('has 60 postings of every shape, with cutoffs today and tomorrow', async () => {
    const postings = await shop.postings();
    expect(postings).toHaveLength(60);
    expect(postings.every(({ number }) => /^7\d{7}-\d{4}-1$/.test(number))).toBe(true);
    expect(postings.filter(({ express }) => express)).toHaveLength(1);
    expect(postings.filter(({ status }) => status === 'awaiting_deliver')).toHaveLength(3);
    expect(postings.filter(({ lines }) => lines.length > 1).length).toBeGreaterThan(10);
    expect(postings.filter(({ lines }) => lines.some(({ quantity }) => quantity > 1)).length).toBeGreaterThan(
      8,
    );
    expect(postings.filter(({ lines }) => lines.some(({ marked }) => marked))).toHaveLength(5);
    expect(new Set(postings.map(({ cutoffAt }) => cutoffAt.slice(0, 10))).size).toBe(2);
  });

  it('is the same for the same seed', async () => {
    const twin = await openSandbox();
    expect(await twin.postings()).toEqual(await shop.postings());
    await twin.close();
    const other = await openSandbox({ seed: 2 });
    const [ours, theirs] = [await shop.postings(), await other.postings()];
    const shared = (numbersOf: (one: (typeof ours)[number]) => readonly (string | number)[]) => {
      const known = new Set(ours.flatMap(numbersOf));
      return theirs.flatMap(numbersOf).filter((one) => known.has(one));
    };
    // No two sellers have a number in common.
    expect(shared(({ number }) => [number])).toEqual([]);
    expect(shared(({ lines }) => lines.map(({ sku }) => sku))).toEqual([]);
    await other.close();
  });
});

describe('the marketplace’s side', () => {
  it('moves a posting only where it may go', async () => {
    const number = await shop.add({ shape: 'single' });
    const move = (status: string) => shop.admin('POST', `/admin/postings/${number}/status`, { status });
    expect((await move('delivered')).status).toBe(409);
    expect((await move('awaiting_deliver')).status).toBe(409);
    expect((await shop.admin('POST', `/admin/postings/${number}/cancel`)).json).toMatchObject({
      status: 'cancelled',
    });
    expect((await shop.admin('POST', `/admin/postings/${number}/cancel`)).status).toBe(409);
    const packed = (await shop.postings()).find(({ status }) => status === 'awaiting_deliver');
    for (const status of ['delivering', 'delivered']) {
      expect(
        (await shop.admin('POST', `/admin/postings/${packed?.number}/status`, { status })).json,
      ).toMatchObject({ status });
    }
  });

  it('changes a cutoff', async () => {
    const number = await shop.add({ shape: 'single', cutoffAt: '2026-11-23T20:00:00Z' });
    await shop.admin('POST', `/admin/postings/${number}/cutoff`, { cutoffAt: '2026-11-23T12:00:00Z' });
    expect((await shop.admin('GET', `/admin/postings/${number}`)).json).toMatchObject({
      cutoffAt: '2026-11-23T12:00:00Z',
    });
  });

  it('adds postings by the thousand', async () => {
    const before = (await shop.postings()).length;
    expect((await shop.admin('POST', '/admin/postings/bulk', { count: 2000 })).json).toMatchObject({
      count: 2000,
    });
    expect(await shop.postings()).toHaveLength(before + 2000);
    await shop.admin('POST', '/admin/seed', { seed: 1 });
    expect(await shop.postings()).toHaveLength(60);
  });

  it('explains a request that it does not understand', async () => {
    expect((await shop.admin('POST', '/admin/postings', { lines: [{ sku: 1 }] })).json).toEqual({
      error: 'lines: no product with SKU 1',
    });
    expect((await shop.admin('POST', '/admin/postings', { count: 0 })).status).toBe(400);
    expect((await shop.admin('POST', '/admin/nothing')).status).toBe(404);
    expect((await shop.admin('POST', '/admin/save')).status).toBe(409);
  });
});

describe('the state file', () => {
  it('carries everything over a restart, what was under way included', async () => {
    const stateFile = join(folder, 'state.json');
    const first = await openSandbox({ stateFile });
    const sku = 1_500_000_001;
    const number = await first.add({ lines: [{ sku, quantity: 1 }] });
    await first.call('/v4/posting/fbs/ship', {
      posting_number: number,
      packages: [{ products: [{ product_id: sku, quantity: 1 }] }],
    });
    const before = await first.postings();
    await first.close();
    const second = await openSandbox({ stateFile, seed: 9 });
    expect(await second.postings()).toEqual(before);
    second.pass(300);
    expect(await second.posting(number)).toMatchObject({ status: 'awaiting_deliver', shipChanges: 1 });
    await second.close();
  });

  it('that holds something else is refused, not overwritten', async () => {
    const stateFile = join(folder, 'notes.txt');
    await writeFile(stateFile, 'milk, bread');
    await expect(startSandbox({ port: 0, stateFile })).rejects.toThrow('does not hold the state');
  });
});
