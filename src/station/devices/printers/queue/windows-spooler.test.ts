import { describe, expect, it } from 'vitest';
import { err, ok } from '#domain/result.ts';
import type { QueueConnection } from './print-queue.ts';
import { windowsSpoolerTransport } from './windows-spooler.ts';
import { stageOfWindowsJob, stateOfWindowsQueue } from './windows-status.ts';
import { loadWinspool, type Winspool } from './winspool.ts';

const PRINTING = 0x10;
const PAPER_OUT = 0x10;

/** Answers as the spooler does; what a job's status is goes by how often it was asked for. */
function spooler(
  jobStatuses: readonly (number | null)[],
  printerStatus: (asked: number) => number = () => 0,
) {
  const calls: string[] = [];
  let asked = 0;
  let looked = 0;
  const winspool: Winspool = {
    open: (queue) =>
      queue === 'Labels' ? ok(1) : err({ code: 'not-found', technical: 'Windows error 1801' }),
    close: () => calls.push('close'),
    printerStatus: () => printerStatus(looked++),
    print: (_, name, bytes) => {
      calls.push(`print ${name} ${bytes.length}`);
      return ok(42);
    },
    jobStatus: () => jobStatuses[Math.min(asked++, jobStatuses.length - 1)] ?? null,
    deleteJob: (_, job) => {
      calls.push(`delete ${job}`);
      return true;
    },
  };
  return { calls, load: async () => ok(winspool) };
}

async function opened(load: Parameters<typeof windowsSpoolerTransport>[1]): Promise<QueueConnection> {
  const open = await windowsSpoolerTransport('Labels', load).open({
    onData: () => undefined,
    onClose: () => undefined,
  });
  if (!open.ok) throw new Error(open.error.technical);
  return open.value;
}

const job = { name: 'j1', bytes: Buffer.from('^XA^XZ'), deadlineMs: 150 };

describe('a raw queue of Windows', () => {
  it('has printed what it no longer lists', async () => {
    const { calls, load } = spooler([0, PRINTING, null]);
    expect(await (await opened(load)).submit(job)).toEqual({ kind: 'sent', confirmed: false });
    expect(calls).toEqual(['print j1 6']);
  });

  it('loses a job that has not begun by its deadline: it is deleted and refused', async () => {
    const { calls, load } = spooler([0]);
    expect(await (await opened(load)).submit(job)).toMatchObject({ kind: 'refused', reason: 'deadline' });
    expect(calls).toEqual(['print j1 6', 'delete 42']);
  });

  it('makes a job doubtful that was being printed when paper ran out', async () => {
    const { calls, load } = spooler([PRINTING], (looked) => (looked > 1 ? PAPER_OUT : 0));
    expect(await (await opened(load)).submit(job)).toMatchObject({ kind: 'doubtful', reason: 'paper-out' });
    expect(calls).toContain('delete 42');
  });

  it('that is not there is not found', async () => {
    const { load } = spooler([]);
    const open = windowsSpoolerTransport('Other', load).open({
      onData: () => undefined,
      onClose: () => undefined,
    });
    expect(await open).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it.each([
    [0, null],
    [0x10, 'paper-out'],
    [0x40_0000, 'head-open'],
    [0x80, 'printer-offline'],
    [0x1, 'paused'],
    [0x2, 'queue-stopped'],
  ])('with the status %i has the trouble %s', (status, trouble) => {
    expect(stateOfWindowsQueue(status).trouble).toBe(trouble);
  });

  it.each([
    [0x8, 'waiting'],
    [0x10, 'printing'],
    [0x90, 'done'],
    [0x2, 'failed'],
    ['gone', 'done'],
  ] as const)('a job of status %s is %s', (status, stage) => {
    expect(stageOfWindowsJob(status)).toBe(stage);
  });
});

describe.runIf(process.platform === 'win32')('the Windows spooler itself', () => {
  it('answers for a queue that does not exist', async () => {
    const winspool = await loadWinspool();
    expect(winspool).toMatchObject({ ok: true });
    if (winspool.ok)
      expect(winspool.value.open('no such queue')).toMatchObject({ error: { code: 'not-found' } });
  });
});
