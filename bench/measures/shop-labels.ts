import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { PostingNumber } from '#domain/ids.ts';
import type { Posting } from '#domain/posting/posting.ts';
import { getLabel } from '#station/database/labels.ts';
import { createLabelStore } from '#station/labelling/label-store.ts';
import { createLabelsAhead } from '#station/labelling/labels-ahead.ts';
import { createTakeLabels } from '#station/labelling/take-labels.ts';
import { createPairedWorkshop } from '#station/labels/paired-workshop.ts';
import { createOzonAccount } from '#station/shop/ozon/ozon-account.ts';
import type { SellerAccount } from '#station/shop/seller-account.ts';
import { createShopLink } from '#station/shop/shop-link.ts';
import { cpuMsSince } from '../cpu-time.ts';
import type { Figure } from '../figure.ts';
import { rounded } from '../percentiles.ts';
import type { SandboxProcess } from '../sandbox-process.ts';
import { shopId, withBench } from './shop-setup.ts';

const labels = 1_000;
const callsASecond = 45;
/** A task is begun and asked for once, at the very least. */
const callsOneByOne = 2 * labels;
const mug = 1_500_000_001;
const target = { language: 'zpl', dpi: 203, widthMm: 75, heightMm: 120 } as const;
const patienceMs = 600_000;

const Added = z.object({ postings: z.array(PostingNumber) });

/** The station's own fetching ahead, for postings that were packed elsewhere: fetched, drawn, read back and kept on disk. */
export function prefetching(): Promise<Figure> {
  return withBench(async ({ db, sandbox }) => {
    const calls = { methods: 0, files: 0 };
    const { url, clientId, apiKey } = sandbox;
    const account = createOzonAccount({
      ...{ shop: shopId, url, clientId, apiKey, now: Date.now },
      fetch: (...args) => {
        if (String(args[0]).includes('/cdn/')) calls.files += 1;
        else calls.methods += 1;
        return fetch(...args);
      },
    });
    const packed = await packMany(sandbox, account);
    const link = createShopLink({ now: Date.now, onChange: () => undefined });
    const workshop = createPairedWorkshop({ target });
    await workshop.ready;
    const parts = {
      ...{ db, workshop, now: Date.now, size: () => 'big' as const, source: () => ({ account, link }) },
      route: () => ({ device: 'label-printer', target }),
    };
    const store = createLabelStore(parts);
    const ahead = createLabelsAhead({
      ...{
        shop: shopId,
        db,
        store,
        now: Date.now,
        isOnline: () => true,
        nextOnBench: () => [],
        onFetched: () => undefined,
      },
      takeLabels: createTakeLabels({ ...parts, has: store.has }),
    });
    calls.methods = 0;
    const cpuBefore = process.cpuUsage();
    const startedMs = performance.now();
    ahead.listed(packed);
    const isHere = ({ number }: Posting) => (getLabel(db, number)?.prepared ?? null) !== null;
    while (!packed.every(isHere)) {
      if (performance.now() - startedMs > patienceMs) throw new Error('the labels do not come');
      ahead.work();
      await sleep(50);
    }
    const tookMs = performance.now() - startedMs;
    const cpuS = rounded(cpuMsSince(cpuBefore) / 1000);
    await workshop.close();
    return {
      what: 'prefetching 1,000 labels, against what 45 calls a second allow with a task for each',
      value: rounded(tookMs / 1000),
      unit: 's',
      goal: rounded(callsOneByOne / callsASecond),
      beside: { ...calls, cpuS, secondsForTheseCalls: rounded(calls.methods / callsASecond) },
    };
  });
}

/** Packs postings at the shop as another bench would, and answers them as the shop lists them then. */
async function packMany(sandbox: SandboxProcess, account: SellerAccount): Promise<readonly Posting[]> {
  await sandbox.admin('POST', '/admin/limits', { requestsPerSecond: 10_000 });
  const wish = { count: labels, lines: [{ sku: mug, quantity: 1 }] };
  const { postings } = Added.parse(await sandbox.admin('POST', '/admin/postings', wish));
  const headers = { 'Client-Id': sandbox.clientId, 'Api-Key': sandbox.apiKey };
  for (let from = 0; from < postings.length; from += 20)
    await Promise.all(
      postings.slice(from, from + 20).map(async (posting_number) => {
        const packages = [{ products: [{ product_id: mug, quantity: 1 }] }];
        const body = JSON.stringify({ posting_number, packages });
        const answer = await fetch(`${sandbox.url}/v4/posting/fbs/ship`, { method: 'POST', headers, body });
        if (!answer.ok) throw new Error(`${posting_number}: ${answer.status} ${await answer.text()}`);
        await answer.arrayBuffer();
      }),
    );
  await sandbox.admin('POST', '/admin/limits', { requestsPerSecond: 50 });
  const wanted = new Set(postings);
  const waitingSinceMs = performance.now();
  for (;;) {
    const listed = await listAll(account);
    const packed = (listed ?? []).filter(({ number, status }) => wanted.has(number) && status === 'packed');
    if (packed.length === wanted.size) return packed;
    if (performance.now() - waitingSinceMs > patienceMs) throw new Error('the shop does not pack');
    await sleep(1_000);
  }
}

/** Null where the shop wants a pause, as it may after so many at once. */
async function listAll(account: SellerAccount): Promise<readonly Posting[] | null> {
  const all: Posting[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<SellerAccount['listUnfulfilled']>> = await account.listUnfulfilled({
      cursor,
      changedSince: null,
    });
    if (!page.ok) return null;
    all.push(...page.value.postings);
    cursor = page.value.nextCursor;
    if (cursor === null) return all;
  }
}
