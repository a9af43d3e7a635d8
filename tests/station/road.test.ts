import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readLog } from './harness/bench-log.ts';
import { eventually } from './harness/eventually.ts';
import { addOrder, fetchOrder } from './harness/orders.ts';
import { createPacker, newestSession, type Packer } from './harness/packer.ts';
import { type BenchUnderTest, startBench } from './harness/start-bench.ts';

let bench: BenchUnderTest;
let packer: Packer;

async function setUp(): Promise<void> {
  bench = await startBench();
  packer = createPacker(bench);
}

beforeAll(setUp);

// The tests share a bench, as postings do; one that failed leaves its posting open and takes the bench with it.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await bench.close();
  await setUp();
});

afterAll(() => bench.close());

describe('the road of a posting by scanner and scale alone', () => {
  it('the first thing the station says is that it is ready', () => {
    expect(bench.station().lines[0]?.promised?.event).toBe('ready');
  });

  it('goes from the scanned number to the verified label, and the shop has it once', async () => {
    const order = await addOrder(bench.shop, { shape: 'severalItems' });
    const from = bench.station().lines.length;
    await packer.pack(order);
    const print = await bench.station().until('print', (line) => line.posting === order.posting, from);
    expect(print).toMatchObject({ package: 1, copy: 1, interim: false });
    expect(await bench.shop.posting(order.posting)).toMatchObject({
      status: 'awaiting_deliver',
      shipRequests: 1,
      shipChanges: 1,
    });
    readLog(bench.home, (log) => {
      expect(log.typesOf(order.posting).at(0)).toBe('opened');
      expect(
        log
          .typesOf(order.posting)
          .filter((type) => type !== 'scanned')
          .at(-1),
      ).toBe('closed');
      expect(log.verifiedEvents()).toBeGreaterThan(0);
    });
  });

  it('a second look at a packed posting says that it is packed', async () => {
    const order = await addOrder(bench.shop, { shape: 'single' });
    await packer.pack(order);
    expect(await packer.scan(order.posting)).toMatchObject({ kind: 'rejected', code: 'already-packed' });
  });

  it('a product opens the most urgent posting that needs it', async () => {
    const cutoffAt = new Date(Date.now() + 60_000).toISOString();
    const [product] = (await bench.shop.products()).filter(({ marked, kind }) => !marked && kind === 'mug');
    const order = await addOrder(bench.shop, {
      lines: [{ sku: product?.sku ?? 0, quantity: 2 }],
      cutoffAt,
    });
    // Known to the bench once its number answers; nothing is in the box yet, so it goes back to the queue.
    await packer.open(order.posting);
    expect(await packer.scan('PB-NEXT')).toMatchObject({ code: 'posting-put-back' });
    const opened = await packer.scan(order.units[0]?.code ?? '');
    expect(opened).toMatchObject({ kind: 'accepted', code: 'unit-packed', posting: order.posting });
    const box = await fetchOrder(bench.shop, order.posting);
    await packer.pack({ ...box, units: box.units.slice(1) });
  });
});

describe('what goes wrong with a scan', () => {
  it('a wrong item stays until the packer has answered it', async () => {
    const other = await addOrder(bench.shop, { shape: 'single' });
    const order = await addOrder(bench.shop, { shape: 'single' });
    await packer.open(other.posting);
    await packer.scan('PB-NEXT');
    await packer.open(order.posting);
    const wrong = other.units[0]?.code ?? '';
    expect(await packer.scan(wrong)).toMatchObject({ kind: 'rejected', code: 'wrong-item' });
    const right = order.units[0]?.code ?? '';
    expect(await packer.scan(right)).toMatchObject({ kind: 'rejected', code: 'answer-first' });
    expect(await packer.scan('PB-NO')).toMatchObject({ kind: 'rejected' });
    expect(await packer.scan('PB-OK')).toMatchObject({ kind: 'accepted', code: 'rejection-answered' });
    await packer.pack(order);
  });

  it('one unit too many, or a code that nobody knows, changes nothing', async () => {
    const order = await addOrder(bench.shop, { shape: 'severalUnits' });
    await packer.open(order.posting);
    expect(await packer.scan('NOBODY-KNOWS-1')).toMatchObject({ kind: 'rejected', code: 'unknown-code' });
    const same = order.units.filter(({ sku }) => sku === order.units[0]?.sku);
    for (const unit of same) {
      const verdict = await packer.scan(unit.code);
      expect(verdict).toMatchObject({ kind: 'accepted' });
    }
    expect(await packer.scan(same[0]?.code ?? '')).toMatchObject({ kind: 'rejected', code: 'too-many' });
    await packer.pack({ ...order, units: order.units.slice(same.length) }, { alreadyIn: same });
  });

  it('the last unit comes out again with PB-UNDO, and with nothing in the box there is nothing to undo', async () => {
    const order = await addOrder(bench.shop, { shape: 'single' });
    await packer.open(order.posting);
    expect(await packer.scan('PB-UNDO')).toMatchObject({ kind: 'rejected', code: 'nothing-to-undo' });
    await packer.scan(order.units[0]?.code ?? '');
    expect(await packer.session(order.posting, ({ units }) => units === 1)).toBeTruthy();
    expect(await packer.scan('PB-UNDO')).toMatchObject({ kind: 'accepted', code: 'unit-undone' });
    expect(await packer.session(order.posting, ({ units }) => units === 0)).toMatchObject({
      state: 'scanning',
    });
    await packer.pack(order);
  });

  it('a marked product asks for its marking code, and takes neither another product’s nor one used before', async () => {
    const done = await addOrder(bench.shop, { shape: 'marked' });
    await packer.pack(done);
    const used = (await bench.shop.posting(done.posting)).lines.find(({ marked }) => marked);
    const order = await addOrder(bench.shop, { lines: [{ sku: used?.sku ?? 0, quantity: 1 }] });
    const another = (await bench.shop.products()).find(({ marked, sku }) => marked && sku !== used?.sku);
    await packer.open(order.posting);
    const asked = await packer.scan(used?.barcodes[0] ?? '');
    expect(asked).toMatchObject({ kind: 'question', code: 'scan-marking-code' });
    await bench.station().kill('SIGKILL');
    await bench.start();
    expect(await packer.open(order.posting)).toMatchObject({ kind: 'accepted', code: 'posting-resumed' });
    const foreign = await packer.scan(await bench.shop.markingCode(another?.sku ?? 0));
    expect(foreign.kind).toBe('rejected');
    const before = done.units.find(({ sku }) => sku === used?.sku)?.code ?? '';
    expect(await packer.scan(before)).toMatchObject({ kind: 'rejected', code: 'marking-code-used' });
    const accepted = await packer.scan(order.units[0]?.code ?? '');
    expect(accepted).toMatchObject({ kind: 'accepted', code: 'package-complete' });
    await packer.pack({ ...order, units: [] }, { alreadyIn: order.units });
    const { marks } = await bench.shop.posting(order.posting);
    expect(marks).toEqual([{ mark: order.units[0]?.code, check: 'passed' }]);
  });
});

describe('cartons, packages and weight', () => {
  it('PB-BOX takes another carton than the suggested one, and the expected weight follows', async () => {
    const order = await addOrder(bench.shop, { shape: 'single' });
    await packer.open(order.posting);
    await packer.scan(order.units[0]?.code ?? '');
    const fits = ({ expectedG, carton }: { expectedG: number | null; carton: string | null }) =>
      expectedG !== null && carton !== null;
    const suggested = await packer.session(order.posting, fits);
    expect(await packer.scan('PB-BOX-XL')).toMatchObject({ kind: 'accepted', code: 'carton-chosen' });
    const chosen = await packer.session(order.posting, ({ carton }) => carton === 'XL');
    expect(chosen.expectedG).toBeGreaterThan(suggested.expectedG ?? 0);
    expect(await packer.scan('PB-BOX-NONE')).toMatchObject({ kind: 'rejected', code: 'carton-unknown' });
    await packer.pack({ ...order, units: [] }, { alreadyIn: order.units });
    const [packed] = readLog(bench.home, (log) => log.eventsOf(order.posting, 'package-packed'));
    expect(packed).toMatchObject({ carton: 'XL' });
  });

  it('a weight out of tolerance stops the package until a lead answers for it', async () => {
    const order = await addOrder(bench.shop, { shape: 'single' });
    await packer.open(order.posting);
    await packer.scan(order.units[0]?.code ?? '');
    const { expectedG } = await packer.session(
      order.posting,
      (line) => line.expectedG !== null && line.state === 'weighing',
    );
    const refused = await packer.weigh(order.posting, (expectedG ?? 0) + 700);
    expect(refused).toMatchObject({ isAccepted: false, weightG: (expectedG ?? 0) + 700, expectedG });
    expect(await packer.scan('PB-BADGE-P1')).toMatchObject({ kind: 'rejected', code: 'lead-needed' });
    expect(await packer.scan('PB-BADGE-L1')).toMatchObject({ kind: 'accepted', code: 'weight-overridden' });
    await packer.pack({ ...order, units: [] }, { alreadyIn: order.units });
    const [packed] = readLog(bench.home, (log) => log.eventsOf(order.posting, 'package-packed'));
    expect(packed).toMatchObject({ overriddenBy: 'L1' });
  });

  it('a posting split into two packages becomes two postings at the shop, with two labels', async () => {
    const order = await addOrder(bench.shop, { shape: 'severalItems' });
    const from = bench.tray.labels().length;
    await packer.open(order.posting);
    await packer.scan(order.units[0]?.code ?? '');
    await packer.session(order.posting, ({ expectedG }) => expectedG !== null);
    expect(await packer.scan('PB-SPLIT')).toMatchObject({ kind: 'accepted', code: 'package-split' });
    await packer.pack({ ...order, units: order.units.slice(1) }, { alreadyIn: order.units.slice(0, 1) });
    const all = await bench.shop.postings();
    const family = all.filter(({ number, parent }) => number === order.posting || parent === order.posting);
    expect(family).toHaveLength(2);
    expect(family.map(({ status }) => status)).toEqual(['awaiting_deliver', 'awaiting_deliver']);
    const printed = await Promise.all(
      bench.tray
        .labels()
        .slice(from)
        .map((label) => label.codes()),
    );
    expect(printed).toHaveLength(2);
    for (const { scanit } of family) {
      expect(printed.filter((codes) => codes.includes(scanit))).toHaveLength(1);
    }
  });

  it('goods that need two cartons are packed into two without being asked', async () => {
    const order = await addOrder(bench.shop, { shape: 'large' });
    await packer.pack(order);
    const all = await bench.shop.postings();
    expect(all.filter(({ parent }) => parent === order.posting)).toHaveLength(1);
  });
});

describe('the label', () => {
  it('only the package’s own label closes it: another’s is rejected, the pick list’s number does not count', async () => {
    const earlier = await addOrder(bench.shop, { shape: 'single' });
    await packer.pack(earlier);
    const foreign = bench.tray.labels().at(-1);
    const order = await addOrder(bench.shop, { shape: 'single' });
    await packer.open(order.posting);
    await packer.scan(order.units[0]?.code ?? '');
    const { expectedG } = await packer.session(
      order.posting,
      (line) => line.expectedG !== null && line.state === 'weighing',
    );
    await packer.weigh(order.posting, expectedG ?? 0);
    const label = await packer.nextLabel(order.posting);
    await packer.session(order.posting, ({ state }) => state === 'verifying');
    for (const code of (await foreign?.codes()) ?? []) {
      expect(await packer.scan(code)).toMatchObject({ kind: 'rejected', code: 'label-of-another-posting' });
    }
    expect(await packer.scan(order.posting)).toMatchObject({ kind: 'accepted', code: 'posting-resumed' });
    expect(await packer.session(order.posting)).toMatchObject({ state: 'verifying' });
    expect(await packer.scanLabel(label)).toMatchObject({ kind: 'accepted', code: 'posting-closed' });
  });

  it('any barcode of the label closes the package', async () => {
    for (const which of [0, 1, 2]) {
      const order = await addOrder(bench.shop, { shape: 'single' });
      await packer.open(order.posting);
      await packer.scan(order.units[0]?.code ?? '');
      const { expectedG } = await packer.session(
        order.posting,
        (line) => line.expectedG !== null && line.state === 'weighing',
      );
      await packer.weigh(order.posting, expectedG ?? 0);
      const label = await packer.nextLabel(order.posting);
      await packer.session(order.posting, ({ state }) => state === 'verifying');
      const { scanit, upperBarcode, lowerBarcode } = await bench.shop.posting(order.posting);
      const codes = [scanit, upperBarcode, lowerBarcode];
      expect(new Set(await label.codes())).toEqual(new Set(codes));
      expect(await packer.scan(codes[which] ?? '')).toMatchObject({ code: 'posting-closed' });
    }
  });

  it('PB-REPRINT prints the same label again, as copy 2', async () => {
    const order = await addOrder(bench.shop, { shape: 'single' });
    await packer.open(order.posting);
    await packer.scan(order.units[0]?.code ?? '');
    const { expectedG } = await packer.session(
      order.posting,
      (line) => line.expectedG !== null && line.state === 'weighing',
    );
    await packer.weigh(order.posting, expectedG ?? 0);
    const first = await packer.nextLabel(order.posting);
    await packer.session(order.posting, ({ state }) => state === 'verifying');
    const from = bench.station().lines.length;
    expect(await packer.scan('PB-REPRINT')).toMatchObject({ code: 'label-reprinting' });
    const sent = await bench.station().until('print', ({ state }) => state === 'sent', from);
    expect(sent).toMatchObject({ posting: order.posting, copy: 2 });
    const second = bench.tray.labels().at(-1);
    expect(second).not.toBe(first);
    expect(Buffer.from(second?.zpl ?? []).equals(Buffer.from(first.zpl))).toBe(true);
    await packer.pack({ ...order, units: [] }, { alreadyIn: order.units });
  });
});

describe('while packing', () => {
  it('a cancellation stops the posting at once and nothing is shipped', async () => {
    const order = await addOrder(bench.shop, { shape: 'severalItems' });
    await packer.open(order.posting);
    await packer.scan(order.units[0]?.code ?? '');
    await bench.shop.cancel(order.posting);
    await packer.session(order.posting, ({ state }) => state === 'stopped');
    expect(await packer.scan(order.units[1]?.code ?? '')).toMatchObject({ code: 'cancelled' });
    expect(await packer.scan('PB-OK')).toMatchObject({ kind: 'accepted', code: 'cancellation-answered' });
    expect(await bench.shop.posting(order.posting)).toMatchObject({ shipRequests: 0, labelPages: 0 });
    expect(await packer.scan(order.posting)).toMatchObject({ kind: 'rejected', code: 'cancelled' });
    await packer.pack(await addOrder(bench.shop, { shape: 'single' }));
  });

  it('a cancellation between shipping and the label stops the label', async () => {
    const order = await addOrder(bench.shop, { shape: 'single' });
    const printed = bench.tray.labels().length;
    await bench.shop.setTimings({ labelReadyMs: 60_000 });
    await packer.open(order.posting);
    await packer.scan(order.units[0]?.code ?? '');
    const { expectedG } = await packer.session(
      order.posting,
      (line) => line.expectedG !== null && line.state === 'weighing',
    );
    await packer.weigh(order.posting, expectedG ?? 0);
    await eventually('the shop to have shipped', async () =>
      (await bench.shop.posting(order.posting)).status === 'awaiting_deliver' ? true : null,
    );
    await bench.shop.cancel(order.posting);
    await packer.session(order.posting, ({ state }) => state === 'stopped');
    await bench.shop.setTimings({ labelReadyMs: 100 });
    expect(await packer.scan('PB-OK')).toMatchObject({ code: 'cancellation-answered' });
    await packer.pack(await addOrder(bench.shop, { shape: 'single' }));
    expect(bench.tray.labels()).toHaveLength(printed + 1);
  });

  it('a new cutoff reaches the open posting, and one in the past is a warning', async () => {
    const order = await addOrder(bench.shop, { shape: 'severalItems' });
    await packer.open(order.posting);
    await packer.scan(order.units[0]?.code ?? '');
    const cutoffAt = new Date(Date.now() - 60_000).toISOString();
    await bench.shop.moveCutoff(order.posting, cutoffAt);
    await eventually('the new cutoff to be in the log', () =>
      readLog(bench.home, (log) => log.typesOf(order.posting).includes('cutoff-changed') || null),
    );
    const [changed] = readLog(bench.home, (log) => log.eventsOf(order.posting, 'cutoff-changed'));
    expect(changed).toMatchObject({ cutoffAt: Date.parse(cutoffAt) });
    await packer.pack({ ...order, units: order.units.slice(1) }, { alreadyIn: order.units.slice(0, 1) });
  });

  it('a posting that is held goes on where it stood after another one was packed', async () => {
    const order = await addOrder(bench.shop, { shape: 'severalItems' });
    await packer.open(order.posting);
    await packer.scan(order.units[0]?.code ?? '');
    expect(await packer.scan('PB-HOLD')).toMatchObject({ kind: 'question', code: 'hold-reason' });
    expect(await packer.scan('PB-MISSING')).toMatchObject({ kind: 'accepted', code: 'posting-held' });
    await packer.session(order.posting, ({ state }) => state === 'held');
    await packer.pack(await addOrder(bench.shop, { shape: 'single' }));
    expect(await packer.scan(order.posting)).toMatchObject({ kind: 'accepted', code: 'posting-resumed' });
    expect(await packer.session(order.posting, ({ state }) => state !== 'held')).toMatchObject({ units: 1 });
    await packer.pack({ ...order, units: order.units.slice(1) }, { alreadyIn: order.units.slice(0, 1) });
  });

  it('a station that is killed goes on at the same unit', async () => {
    const order = await addOrder(bench.shop, { shape: 'severalUnits' });
    await packer.open(order.posting);
    await packer.scan(order.units[0]?.code ?? '');
    await packer.session(order.posting, ({ units }) => units === 1);
    await bench.station().kill('SIGKILL');
    const run = await bench.start();
    expect(await packer.open(order.posting)).toMatchObject({ kind: 'accepted', code: 'posting-resumed' });
    expect(await packer.session(order.posting)).toMatchObject({ units: 1 });
    await packer.pack({ ...order, units: order.units.slice(1) }, { alreadyIn: order.units.slice(0, 1) });
    expect(newestSession(run, order.posting)).toMatchObject({ state: 'closed' });
  });
});
