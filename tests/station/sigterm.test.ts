import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readLog } from './harness/bench-log.ts';
import { addOrder } from './harness/orders.ts';
import { createPacker, type Packer } from './harness/packer.ts';
import { type BenchUnderTest, startBench } from './harness/start-bench.ts';

const witness = z.object({ seq: z.int(), hash: z.string() });

describe('a station that is asked to end', () => {
  let bench: BenchUnderTest;
  let packer: Packer;

  beforeAll(async () => {
    bench = await startBench();
    packer = createPacker(bench);
  });

  afterAll(() => bench.close());

  it('ends with exit code 0 and leaves everything in the one file', async () => {
    await packer.pack(await addOrder(bench.shop, { shape: 'severalItems' }));
    expect(await bench.station().kill('SIGTERM')).toEqual({ code: 0, signal: null });
    const wal = join(bench.home, 'bench.sqlite-wal');
    expect(existsSync(wal) ? statSync(wal).size : 0).toBe(0);
    const seen = witness.parse(JSON.parse(await readFile(join(bench.home, 'bench.witness.json'), 'utf8')));
    readLog(bench.home, (log) => expect(log.verifiedEvents()).toBe(seen.seq));
  });

  it('ends as well in the middle of a posting, a label on its way, and goes on there', async () => {
    await bench.start();
    const order = await addOrder(bench.shop, { shape: 'single' });
    await packer.open(order.posting);
    await packer.scan(order.units[0]?.code ?? '');
    const { expectedG } = await packer.session(
      order.posting,
      (line) => line.expectedG !== null && line.state === 'weighing',
    );
    await packer.weigh(order.posting, expectedG ?? 0);
    expect(await bench.station().kill('SIGTERM')).toEqual({ code: 0, signal: null });
    await bench.start();
    await packer.pack({ ...order, units: [] }, { alreadyIn: order.units });
    expect(await bench.shop.posting(order.posting)).toMatchObject({ shipChanges: 1 });
  });

  it('ends with exit code 0 while the shop does not answer', async () => {
    await bench.shop.play({ kind: 'latency', ms: 20_000, count: null });
    expect(await bench.station().kill('SIGTERM')).toEqual({ code: 0, signal: null });
    await bench.shop.clearFaults();
  });
});
