import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceHealth } from '../../health.ts';
import { superviseDevice } from '../../supervisor.ts';
import { eventually } from '../../testing/eventually.ts';
import type { PrinterDriver } from '../label-printer.ts';
import { createQueuePrinter } from './driver.ts';
import { cupsTarget, ippQueueTransport } from './ipp-queue.ts';
import { type CupsServer, startCups } from './testing/cups-server.ts';

// The real print service of Debian, with a printer behind it that keeps what it gets and can run out of paper.

let cups: CupsServer;
let health: DeviceHealth[] = [];
let print: PrinterDriver['print'];
let stop: () => Promise<void>;

beforeAll(async () => {
  cups = await startCups();
  const supervisor = superviseDevice(
    {
      ...{ device: 'label-printer', kind: 'label-printer', at: 'spool:labels' },
      transport: ippQueueTransport({
        target: cupsTarget('labels', { host: '127.0.0.1', port: cups.port }),
        documentFormat: 'application/vnd.cups-raw',
      }),
      createDriver: (report) => createQueuePrinter({ report, lookEveryMs: 100 }),
    },
    {
      onHealth: (now) => health.push(now),
      now: () => Date.now(),
      monotonicMs: () => performance.now(),
      random: () => 0,
      pauseFactor: 0.1,
    },
  );
  ({ print } = supervisor.driver);
  stop = supervisor.stop;
  await eventually(() => expect(health.at(-1)).toMatchObject({ state: 'ready' }));
}, 30_000);

afterAll(async () => {
  await stop?.();
  await cups?.stop();
});

beforeEach(async () => {
  await cups.set('ok');
  await eventually(() => expect(health.at(-1)).toMatchObject({ state: 'ready' }));
  health = health.slice(-1);
  await cups.forget();
});

const label = Buffer.concat([
  Buffer.from('^XA^GFA,'),
  Buffer.from([0, 1, 2, 10, 13, 27, 255]),
  Buffer.from('^XZ'),
]);
const job = (id: string, deadlineMs = 10_000) => ({ id, bytes: label, deadlineMs });

describe('a raw queue of CUPS', () => {
  it('prints a label byte for byte, once', async () => {
    expect(await print(job('a'))).toEqual({ kind: 'sent', confirmed: true });
    expect(await cups.printed()).toEqual([label]);
  });

  it('out of paper says so, keeps no job, and prints nothing when paper is back', async () => {
    await cups.set('paper-out');
    const outcome = await print(job('b'));
    expect(outcome.kind).not.toBe('sent');
    expect(outcome).toMatchObject({ reason: 'paper-out' });
    await eventually(() => expect(health.at(-1)).toMatchObject({ state: 'attention', detail: 'paper-out' }));
    expect(await print(job('c'))).toMatchObject({ kind: 'refused', reason: 'paper-out' });
    await cups.set('ok');
    await eventually(() => expect(health.at(-1)).toMatchObject({ state: 'ready' }));
    expect(await print(job('d'))).toMatchObject({ kind: 'sent' });
    expect(await cups.printed()).toEqual([label]);
  });

  it('takes a job that does not get through in time out of the queue, and never prints it later', async () => {
    await cups.set('hangs');
    expect(await print(job('e', 600))).toMatchObject({ kind: 'doubtful' });
    await cups.set('ok');
    expect(await print(job('f'))).toMatchObject({ kind: 'sent' });
    expect(await cups.printed()).toEqual([label]);
  });

  it('that is switched off is away, and there again when it is on', async () => {
    await cups.halt();
    await eventually(() => expect(health.at(-1)).toMatchObject({ state: 'away' }));
    expect(await print(job('g'))).toMatchObject({ kind: 'refused', reason: 'away' });
    await cups.resume();
    await eventually(() => expect(health.at(-1)).toMatchObject({ state: 'ready' }));
  });

  it('of another name is not found', async () => {
    const other = ippQueueTransport({
      target: cupsTarget('no such queue', { host: '127.0.0.1', port: cups.port }),
      documentFormat: 'application/vnd.cups-raw',
    });
    const opened = await other.open({ onData: () => undefined, onClose: () => undefined });
    expect(opened).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
