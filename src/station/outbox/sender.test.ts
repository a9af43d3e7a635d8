import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { mug, samplePosting, towel } from '#domain/packing/testing/sample-bench.ts';
import { err, ok } from '#domain/result.ts';
import {
  enqueueOutbox,
  getOutboxRow,
  markSending,
  markSent,
  type OutboxRow,
  unfinishedOutboxOf,
  unpark,
} from '../database/outbox.ts';
import { openTasks } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';
import { packInto } from '../packing/testing/packed-postings.ts';
import { openTestBench, type TestBench } from '../packing/testing/test-bench.ts';
import type { SellerAccount, ShipState, ShopFailure } from '../shop/seller-account.ts';
import { createShopLink } from '../shop/shop-link.ts';
import { silentAccount } from '../shop/testing/silent-account.ts';
import { createSender } from './sender.ts';
import { settleDelivery } from './settle-delivery.ts';

const number = samplePosting().number;
const shippedPosting = { ...samplePosting(), status: 'packed' as const, labelBarcodes: ['%101%1'] };

/** `isLagging`: what is read is from before the ship. `isDeaf`: requests to ship come to nothing, and to no answer. */
type World = { state: ShipState | ShopFailure; ships: number; isLagging: boolean; isDeaf: boolean };

/** A shop that answers as the test says; what is not asked here does not exist. */
function shop(world: World): SellerAccount {
  return {
    ...silentAccount,
    async ship() {
      world.ships += 1;
      if (world.isDeaf) return err({ code: 'unknown', detail: 'HTTP 500' });
      if (!world.isLagging) world.state = { state: 'shipped', postings: [shippedPosting] };
      return ok('taken');
    },
    getShipState: async () => ('state' in world.state ? ok(world.state) : err(world.state)),
  };
}

function openSender(at: TestBench) {
  const world: World = {
    state: { state: 'not-shipped', posting: samplePosting() },
    ...{ ships: 0, isLagging: false, isDeaf: false },
  };
  const { db, bench, publisher, now } = at;
  const link = createShopLink({ now, onChange: () => undefined });
  const sender = createSender({
    ...{ shop: samplePosting().shop, db, publisher, now, link },
    account: shop(world),
    settle: (row, payload, delivery) => settleDelivery({ db, bench, now }, row, payload, delivery),
    random: () => 0.5,
  });
  onTestFinished(() => sender.close());
  /** Somebody else's call is answered: the shop is there. */
  const online = () => link.call(async () => ok(undefined));
  return { sender, world, online };
}

function owing() {
  const at = openTestBench();
  at.know(samplePosting());
  packInto(at, number, [[mug, mug, towel]]);
  const [row] = unfinishedOutboxOf(at.db, number);
  if (row === undefined) throw new Error('nothing is owed');
  return { at, row, stateNow: () => getOutboxRow(at.db, row.id)?.state };
}

/** As a station leaves a row that is killed between its request and the answer. */
function leaveOnItsWay({ db, now }: TestBench, { id }: OutboxRow) {
  transaction(db, () => markSending(db, id));
  transaction(db, () => markSent(db, id, now()));
}

const patient = { timeout: 15_000, interval: 5 };

/** Time goes on until the row has come to a state. */
async function until(at: TestBench, sender: { kick(): void }, look: () => unknown, state: string) {
  await expect
    .poll(() => {
      at.clock.at += 1_000;
      sender.kick();
      return look();
    }, patient)
    .toBe(state);
}

describe('the outbox sender', () => {
  it('ships what is owed once and tells the session', async () => {
    const { at, stateNow } = owing();
    const { sender, world } = openSender(at);
    await until(at, sender, stateNow, 'done');
    expect(world.ships).toBe(1);
    expect(at.bench.onBench?.session.isShipped).toBe(true);
  });

  it('asks first about what was on its way when the station ended', async () => {
    const { at, row, stateNow } = owing();
    leaveOnItsWay(at, row);
    const { sender, world } = openSender(at);
    expect(stateNow()).toBe('unknown');
    world.state = { state: 'shipped', postings: [shippedPosting] };
    await until(at, sender, stateNow, 'done');
    expect(world.ships).toBe(0);
  });

  it('leaves to a person what somebody else has shipped, prints no label for it, and takes it on a lead’s word', async () => {
    const { at, row, stateNow } = owing();
    const { sender, world } = openSender(at);
    world.state = { state: 'shipped', postings: [shippedPosting] };
    await until(at, sender, stateNow, 'parked');
    const session = () => at.bench.onBench?.session;
    expect(session()).toMatchObject({
      status: { kind: 'held', reason: 'shop-refused' },
      shipRefusal: { shopCode: 'SHIPPED_ELSEWHERE' },
      isShipped: false,
    });
    expect(openTasks(at.db)).toMatchObject([{ kind: 'shop-refused', subject: number }]);
    unpark(at.db, row.id, at.now());
    await until(at, sender, stateNow, 'done');
    expect(session()).toMatchObject({ shipRefusal: null, packages: [{ shopPosting: number }] });
    expect([world.ships, openTasks(at.db)]).toEqual([0, []]);
  });

  it('believes over a restart what the shop said when it took the ship, however long its readings lag behind', async () => {
    const { at, row, stateNow } = owing();
    const before = openSender(at);
    before.world.isLagging = true;
    before.sender.kick();
    await expect.poll(() => getOutboxRow(at.db, row.id)?.takenAt).toBe(at.clock.at);
    await before.sender.close();
    const { sender, world } = openSender(at);
    for (let asked = 0; asked < 3; asked += 1) {
      at.clock.at += 30_000;
      sender.kick();
      await expect.poll(() => getOutboxRow(at.db, row.id)?.nextAttemptAt).toBeGreaterThan(at.clock.at);
      expect([stateNow(), world.ships]).toEqual(['unknown', 0]);
    }
    world.state = { state: 'shipped', postings: [shippedPosting] };
    await until(at, sender, stateNow, 'done');
    expect(world.ships).toBe(0);
  });

  it('asks a shop that takes long less and less often, in whole milliseconds as the row wants them', async () => {
    const { at, row } = owing();
    leaveOnItsWay(at, row);
    const { sender, world } = openSender(at);
    world.state = { state: 'in-process' };
    const nextAt = () => getOutboxRow(at.db, row.id)?.nextAttemptAt;
    sender.kick();
    await expect.poll(nextAt).toBe(at.clock.at + 300);
    at.clock.at += 12_345;
    sender.kick();
    await expect.poll(nextAt).toBe(at.clock.at + 1_235);
  });

  it('keeps in mind over a wrong key that something may have arrived', async () => {
    const { at, row, stateNow } = owing();
    leaveOnItsWay(at, row);
    const { sender, world } = openSender(at);
    world.state = { code: 'unauthorized', trouble: 'deactivated', detail: 'expired' };
    sender.kick();
    await expect.poll(() => getOutboxRow(at.db, row.id)?.lastError).toBe('expired');
    expect(stateNow()).toBe('unknown');
  });

  it('goes to a person when the shop is there and cannot tell, and on when a lead says so', async () => {
    const { at, row, stateNow } = owing();
    leaveOnItsWay(at, row);
    const { sender, world, online } = openSender(at);
    world.state = { code: 'malformed', detail: 'no JSON' };
    await expect
      .poll(async () => {
        await online();
        at.clock.at += 600_000;
        sender.kick();
        return stateNow();
      }, patient)
      .toBe('parked');
    expect(openTasks(at.db)).toMatchObject([
      { kind: 'shop-refused', subject: number, detail: expect.stringContaining('NO_ANSWER') },
    ]);
    world.state = { state: 'shipped', postings: [shippedPosting] };
    unpark(at.db, row.id, at.now());
    await until(at, sender, stateNow, 'done');
  });

  it.each(['isDeaf', 'isLagging'] as const)(
    'goes to a person where the shop never gets it done, and is sent in growing pauses until then: %s',
    async (fault) => {
      const { at, row, stateNow } = owing();
      const { sender, world } = openSender(at);
      world[fault] = true;
      const begunAt = at.clock.at;
      await expect
        .poll(() => {
          at.clock.at += 7_000;
          sender.kick();
          return stateNow();
        }, patient)
        .toBe('parked');
      expect(getOutboxRow(at.db, row.id)?.lastError).toContain('NOT_SHIPPED');
      expect(world.ships).toBe(8);
      expect(at.clock.at - begunAt).toBeGreaterThan(15 * 60_000);
      world[fault] = false;
      unpark(at.db, row.id, at.now());
      await until(at, sender, stateNow, 'done');
    },
  );

  it('goes to nobody while the shop is away, for however long', async () => {
    const { at, row } = owing();
    const { sender, world } = openSender(at);
    world.state = { code: 'retry', afterMs: null, detail: 'no network' };
    await expect
      .poll(() => {
        at.clock.at += 7_200_000;
        sender.kick();
        return getOutboxRow(at.db, row.id)?.attempts;
      }, patient)
      .toBeGreaterThan(20);
    expect(getOutboxRow(at.db, row.id)).toMatchObject({ failures: 0 });
    expect(openTasks(at.db)).toEqual([]);
  });

  it('survives a disk that takes no outcome, and asks the shop again afterwards', async () => {
    const { at, row, stateNow } = owing();
    leaveOnItsWay(at, row);
    const { sender, world } = openSender(at);
    world.state = { state: 'shipped', postings: [shippedPosting] };
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    onTestFinished(() => said.mockRestore());
    at.db.sqlite.pragma('query_only = ON');
    sender.kick();
    await expect.poll(() => said.mock.calls.length).toBe(1);
    at.db.sqlite.pragma('query_only = OFF');
    expect(stateNow()).toBe('unknown');
    await until(at, sender, stateNow, 'done');
    expect(world.ships).toBe(0);
    expect(at.bench.onBench?.session.isShipped).toBe(true);
  });

  it('survives a file that it cannot read, and goes on when it can', async () => {
    const { at, stateNow } = owing();
    const { sender } = openSender(at);
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    onTestFinished(() => said.mockRestore());
    at.db.sqlite.exec('ALTER TABLE outbox RENAME TO gone');
    sender.kick();
    expect(said).toHaveBeenCalledOnce();
    at.db.sqlite.exec('ALTER TABLE gone RENAME TO outbox');
    await until(at, sender, stateNow, 'done');
  });

  it('sets a row aside that it cannot read, and goes on with the others', async () => {
    const { at, stateNow } = owing();
    const id = transaction(at.db, () =>
      enqueueOutbox(at.db, {
        kind: 'ship',
        shop: samplePosting().shop,
        subject: '1-1',
        payload: { kind: 'riddle' },
        at: 1,
      }),
    );
    const { sender } = openSender(at);
    await until(at, sender, stateNow, 'done');
    expect(getOutboxRow(at.db, id)?.state).toBe('parked');
  });
});
