import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { err, ok, type Result } from '#domain/result.ts';
import type { Report } from './driver.ts';
import type { DeviceHealth } from './health.ts';
import { reopenPauseMs } from './reopen-pause.ts';
import { superviseDevice } from './supervisor.ts';
import type { Connection, OpenFailure, TransportHandlers } from './transports/transport.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const REFUSED: Result<Connection, OpenFailure> = err({
  code: 'connection-refused',
  technical: 'ECONNREFUSED',
});

/** A device whose line is in the hands of the test. */
function watchDevice() {
  const states: string[] = [];
  const calls: string[] = [];
  const openings: number[] = [];
  const line: { isThere: boolean; handlers: TransportHandlers | null; report: Report } = {
    isThere: true,
    handlers: null,
    report: () => undefined,
  };
  const supervisor = superviseDevice(
    {
      device: 'scale',
      kind: 'scale',
      at: 'tcp://x:1',
      transport: {
        open: async (handlers) => {
          openings.push(Date.now());
          if (!line.isThere) return REFUSED;
          line.handlers = handlers;
          const close = async () => handlers.onClose({ code: 'by-us', technical: '' });
          return ok({ write: async () => ok(undefined), abort: () => undefined, close });
        },
      },
      createDriver: (report) => {
        line.report = report;
        return {
          opened: () => calls.push('opened'),
          received: (bytes) => {
            if (bytes.length === 13) throw new Error('a fault of ours');
            calls.push(`received ${bytes.length}`);
          },
          closed: (reason) => calls.push(`closed ${reason.code}`),
        };
      },
    },
    {
      onHealth: (health: DeviceHealth) => states.push(`${health.state} ${health.detail ?? '-'}`),
      now: () => Date.now(),
      monotonicMs: () => Date.now(),
      random: () => 0,
    },
  );
  const settle = () => vi.advanceTimersByTimeAsync(0);
  const lose = () => line.handlers?.onClose({ code: 'lost', technical: 'cable' });
  return { supervisor, states, calls, openings, line, settle, lose };
}

describe('watching a device', () => {
  it('goes on after a fault in its driver', async () => {
    const { calls, line, settle } = watchDevice();
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    onTestFinished(() => said.mockRestore());
    await settle();
    line.handlers?.onData(new Uint8Array(13));
    line.handlers?.onData(new Uint8Array(1));
    expect(calls).toEqual(['opened', 'received 1']);
    expect(said).toHaveBeenCalledOnce();
  });

  it('shows it as connecting until its driver knows more', async () => {
    const { states, line, settle, supervisor } = watchDevice();
    await settle();
    expect(states).toEqual(['connecting -']);
    line.report({ state: 'ready', detail: null });
    line.report({ state: 'ready', detail: null });
    line.report({ state: 'attention', detail: 'no-answer' });
    line.report({ state: 'ready', detail: null });
    expect(states).toEqual(['connecting -', 'ready -', 'attention no-answer', 'ready -']);
    await supervisor.stop();
  });

  it('shows at once that it is gone, and opens it again', async () => {
    const { states, calls, line, settle, lose, supervisor } = watchDevice();
    await settle();
    line.report({ state: 'ready', detail: null });
    lose();
    expect(states.at(-1)).toBe('away connection-lost');
    await vi.advanceTimersByTimeAsync(250);
    line.report({ state: 'ready', detail: null });
    expect(states.at(-1)).toBe('ready -');
    expect(calls).toEqual(['opened', 'closed lost', 'opened']);
    await supervisor.stop();
  });

  it('tries a missing device for as long as it takes, with pauses that grow to 5 s, and says so once', async () => {
    const { states, openings, line, supervisor } = watchDevice();
    line.isThere = false;
    line.handlers?.onClose({ code: 'lost', technical: '' });
    await vi.advanceTimersByTimeAsync(60_000);
    const pauses = openings.slice(1).map((at, index) => at - (openings[index] ?? 0));
    expect(Math.max(...pauses)).toBe(5_000);
    expect(pauses.at(-1)).toBe(5_000);
    expect(states.filter((state) => state === 'away connection-refused').length).toBeLessThanOrEqual(1);
    line.isThere = true;
    await vi.advanceTimersByTimeAsync(5_000);
    line.report({ state: 'ready', detail: null });
    expect(states.at(-1)).toBe('ready -');
    await supervisor.stop();
  });

  it('does not hammer a device that hangs up at once', async () => {
    const { openings, settle, lose, supervisor } = watchDevice();
    for (let second = 0; second < 60; second += 1) {
      await settle();
      lose();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(openings.length).toBeLessThan(30);
    await supervisor.stop();
  });

  it('stops cleanly: closed, and nothing opened or told afterwards', async () => {
    const { states, calls, openings, settle, supervisor } = watchDevice();
    await settle();
    await supervisor.stop();
    const told = states.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toEqual(['opened', 'closed by-us']);
    expect(openings).toHaveLength(1);
    expect(states).toHaveLength(told);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stops cleanly in the middle of opening', async () => {
    const { calls, openings, supervisor } = watchDevice();
    await supervisor.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toEqual([]);
    expect(openings).toHaveLength(1);
  });
});

describe('the pause before opening again', () => {
  it('doubles up to 5 s and is shortened by chance, never below four fifths', () => {
    expect([0, 1, 2, 3, 4, 5, 50].map((failures) => reopenPauseMs(failures, 0))).toEqual([
      250, 500, 1_000, 2_000, 4_000, 5_000, 5_000,
    ]);
    expect(reopenPauseMs(50, 0.999)).toBeGreaterThanOrEqual(4_000);
  });
});
