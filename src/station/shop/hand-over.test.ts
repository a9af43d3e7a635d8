import { describe, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { mug, samplePosting, towel } from '#domain/packing/testing/sample-bench.ts';
import { err, ok } from '#domain/result.ts';
import { happen, packAndClose, packInto } from '../packing/testing/packed-postings.ts';
import { openTestBench, type TestBench } from '../packing/testing/test-bench.ts';
import { handOver, waitingForHandover } from './hand-over.ts';
import type { SellerAccount } from './seller-account.ts';
import { createShopLink } from './shop-link.ts';
import { silentAccount } from './testing/silent-account.ts';

const one = PostingNumber.parse('1-1');
const two = PostingNumber.parse('2-1');
const three = PostingNumber.parse('3-1');
const foreign = PostingNumber.parse('9-1');
const method = samplePosting().deliveryMethod.id;
const dayMs = 86_400_000;

type World = {
  held: readonly PostingNumber[];
  readonly set: (readonly PostingNumber[])[];
  status: string;
  /** What stays in the handover whatever it is told. */
  keeps: readonly PostingNumber[];
};

/** A shop with one handover: opened with all that is ready, replaced as asked but for what it refuses. */
function shopOf(ready: readonly PostingNumber[], refuses: readonly PostingNumber[] = []) {
  const world: World = { held: [...ready], set: [], status: 'new', keeps: [] };
  const handover = () => {
    const status = world.status === 'new' ? ('open' as const) : ('approved' as const);
    return ok({ id: '900', status, shopStatus: world.status, postings: [...world.held] });
  };
  const account: SellerAccount = {
    ...silentAccount,
    createHandover: async () => handover(),
    getHandover: async () => handover(),
    async setHandoverPostings(_, numbers) {
      world.set.push(numbers);
      world.held = [...numbers.filter((number) => !refuses.includes(number)), ...world.keeps];
      const refused = numbers.filter((number) => refuses.includes(number));
      return ok({ refused: refused.map((number) => ({ number, detail: 'non_carriageable' })) });
    },
    async approveHandover() {
      world.status = 'formed';
      return ok(undefined);
    },
    getHandoverDocument: async () => ok({ state: 'not-ready' }),
  };
  return { world, account };
}

function handingOver(at: TestBench, account: SellerAccount) {
  const { db, now } = at;
  const link = createShopLink({ now, onChange: () => undefined });
  return (withoutRefused = false) =>
    handOver({
      ...{ db, now, home: db.home, shop: { id: samplePosting().shop, account, link } },
      ...{ day: '2026-11-24', actor: 'L1', deliveryMethodId: method, withoutRefused },
    });
}

function closed(at: TestBench, number: PostingNumber) {
  at.know(samplePosting({ number }));
  packAndClose(at, number, [[mug, mug, towel]], [number]);
  at.know(samplePosting({ number, status: 'packed' }));
}

describe('a handover', () => {
  it('takes what was packed on another day too, and leaves alone what others have packed', async () => {
    const at = openTestBench();
    closed(at, one);
    at.clock.at += 2 * dayMs;
    closed(at, two);
    const { world, account } = shopOf([one, two, foreign]);
    expect(waitingForHandover(at.db, samplePosting().shop, at.now())).toMatchObject([
      { id: method, postings: 2 },
    ]);
    expect(await handingOver(at, account)()).toMatchObject({
      ok: true,
      value: { isApproved: true, status: 'formed', postings: 3, refused: [], notPackedHere: [foreign] },
    });
    expect(world.set).toEqual([]);
  });

  it('gets what was packed after it was opened', async () => {
    const at = openTestBench();
    closed(at, one);
    closed(at, two);
    const { world, account } = shopOf([one]);
    expect(await handingOver(at, account)()).toMatchObject({ value: { isApproved: true, postings: 2 } });
    expect(world.set).toEqual([[one, two]]);
  });

  it('is not formed without a word of the lead’s when something is refused', async () => {
    const at = openTestBench();
    closed(at, one);
    closed(at, two);
    const { world, account } = shopOf([one], [two]);
    const handOverNow = handingOver(at, account);
    expect(await handOverNow()).toMatchObject({
      value: { isApproved: false, refused: [{ number: two, detail: 'non_carriageable' }], postings: 1 },
    });
    expect(world.status).toBe('new');
    expect(await handOverNow(true)).toMatchObject({ value: { isApproved: true, postings: 1 } });
    expect(world).toMatchObject({ status: 'formed', held: [one] });
  });

  it('leaves out what must not go, says so each time, and takes it once it may', async () => {
    const at = openTestBench();
    closed(at, one);
    at.know(samplePosting({ number: two }), samplePosting({ number: three }));
    packAndClose(at, two, [[mug, mug, towel]], null);
    packInto(at, three, [[mug, mug, towel]]);
    happen(at, { type: 'shipped', packages: [{ n: 1, shopPosting: three, labelBarcodes: ['%101%3'] }] });
    at.know(
      samplePosting({ number: two, status: 'packed' }),
      samplePosting({ number: three, status: 'packed' }),
    );
    const { world, account } = shopOf([one, two, three]);
    const handOverNow = handingOver(at, account);
    const refused = [
      { number: two, detail: 'INTERIM_LABEL' },
      { number: three, detail: 'NOT_CLOSED' },
    ];
    expect(await handOverNow()).toMatchObject({ value: { isApproved: false, refused } });
    expect([world.held, world.status]).toEqual([[one], 'new']);
    expect(await handOverNow()).toMatchObject({ value: { isApproved: false, refused } });
    happen(
      at,
      { type: 'label-ready', package: 1, sha256: 'a', codes: [] },
      { type: 'label-queued', package: 1, job: 'j', copy: 1, interim: false },
      { type: 'label-sent', package: 1, job: 'j', confirmed: true },
    );
    expect(at.scan('%101%3')).toBe('posting-closed');
    expect(await handOverNow(true)).toMatchObject({
      value: { isApproved: true, postings: 2, refused: [{ number: two }] },
    });
  });

  it('is never formed with something in it that must not go', async () => {
    const at = openTestBench();
    closed(at, one);
    at.know(samplePosting({ number: two }));
    packAndClose(at, two, [[mug, mug, towel]], null);
    const { world, account } = shopOf([one, two]);
    world.keeps = [two];
    expect(await handingOver(at, account)(true)).toMatchObject({ value: { isApproved: false } });
    expect(world.status).toBe('new');
  });

  it('takes a parcel once', async () => {
    const at = openTestBench();
    closed(at, one);
    const { account } = shopOf([one]);
    const handOverNow = handingOver(at, account);
    await handOverNow();
    expect(waitingForHandover(at.db, samplePosting().shop, at.now())).toEqual([]);
    expect(await handOverNow()).toEqual(err('NO_PACKAGES'));
  });
});
