import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Connection } from '../../transports/transport.ts';
import { createHidPosScanner } from './driver.ts';
import { hidPosReports } from './fake.ts';

const NO_LINE: Connection = {
  write: async () => ({ ok: true, value: undefined }),
  abort: () => undefined,
  close: async () => undefined,
};
const LONG = 'x'.repeat(80);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function openScanner() {
  const scans: string[] = [];
  const driver = createHidPosScanner({
    ...{ device: 'scanner-1', report: () => undefined, monotonicMs: () => Date.now() },
    onScan: ({ text }) => scans.push(text),
  });
  driver.opened(NO_LINE);
  const [begin = new Uint8Array(), end = new Uint8Array()] = hidPosReports(LONG);
  return { driver, scans, begin, end };
}

it('a code that broke off in the middle does not begin the next one', async () => {
  const { driver, scans, begin } = openScanner();
  driver.received(begin);
  vi.advanceTimersByTime(250);
  await new Promise((resolve) => setImmediate(resolve));
  for (const report of hidPosReports('B')) driver.received(report);
  expect(scans).toEqual([']C0B']);
});

it('a code whose reports come slowly is whole', () => {
  const { driver, scans, begin, end } = openScanner();
  driver.received(begin);
  vi.advanceTimersByTime(249);
  driver.received(end);
  expect(scans).toEqual([`]C0${LONG}`]);
});

it('half a code is forgotten when the cable is pulled', () => {
  const { driver, scans, begin } = openScanner();
  driver.received(begin);
  driver.closed({ code: 'lost', technical: '' });
  driver.opened(NO_LINE);
  for (const report of hidPosReports('B')) driver.received(report);
  expect(scans).toEqual([']C0B']);
});
