import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DriverReport } from '../../health.ts';
import type { Connection } from '../../transports/transport.ts';
import { createLineScanner } from './driver.ts';

const NO_LINE: Connection = {
  write: async () => ({ ok: true, value: undefined }),
  abort: () => undefined,
  close: async () => undefined,
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets time pass, and the last look for bytes after it. */
async function pass(ms: number) {
  vi.advanceTimersByTime(ms);
  await new Promise((resolve) => setImmediate(resolve));
}

function openScanner() {
  const scans: string[] = [];
  const reports: DriverReport[] = [];
  const driver = createLineScanner({
    device: 'scanner-1',
    report: (report) => reports.push(report),
    onScan: (scan) => scans.push(scan.text),
    monotonicMs: () => Date.now(),
  });
  driver.opened(NO_LINE);
  return { driver, scans, reports, send: (text: string) => driver.received(Buffer.from(text)) };
}

describe('a scanner', () => {
  it('is ready as soon as it is connected', async () => {
    expect(openScanner().reports).toEqual([{ state: 'ready', detail: null }]);
  });

  it('never drops a different code, however quickly it follows', async () => {
    const { scans, send } = openScanner();
    send('A\rB\rA\r');
    expect(scans).toEqual(['A', 'B', 'A']);
  });

  it('ends a payload without a terminator by a pause of 50 ms', async () => {
    const { scans, send } = openScanner();
    send('4607025');
    await pass(49);
    send('880011');
    await pass(49);
    expect(scans).toEqual([]);
    await pass(1);
    expect(scans).toEqual(['4607025880011']);
  });

  it('does not read a broken scan as a shorter code once it has shown its terminator', async () => {
    const { scans, send } = openScanner();
    send('12345678-0001-1\r');
    send('12345678-00');
    await pass(999);
    expect(scans).toEqual(['12345678-0001-1']);
    await pass(1);
    send('B\r');
    expect(scans).toEqual(['12345678-0001-1', 'B']);
  });

  it('reads on by pauses when its terminator was switched off in between, at the cost of one scan', async () => {
    const { scans, send } = openScanner();
    send('A\r');
    send('B');
    await pass(1_000);
    send('C');
    await pass(50);
    expect(scans).toEqual(['A', 'C']);
  });

  it('forgets half a scan when the cable is pulled', async () => {
    const { driver, scans, send } = openScanner();
    send('4607');
    driver.closed({ code: 'lost', technical: '' });
    await pass(10_000);
    driver.opened(NO_LINE);
    send('B\r');
    expect(scans).toEqual(['B']);
  });
});
