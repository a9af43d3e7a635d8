import { afterEach, describe, expect, it } from 'vitest';
import { type Devices, startDevices } from '../devices.ts';
import { detectScale } from '../scales/detect-scale.ts';
import type { ScaleReading } from '../scales/reading.ts';
import { createSimulatedScale } from '../scales/simulated-scales.ts';
import { createSimulatedHidScanner } from '../scanners/hid-pos/fake.ts';
import { createSimulatedHidBus } from '../sim/hid-bus.ts';
import type { SimulatedDevice } from '../sim/simulated-device.ts';
import { eventually } from '../testing/eventually.ts';
import { SCALE_PAGE, SCANNER_PAGE } from './hid-port.ts';
import { systemHidPort } from './system-hid-port.ts';

const SCANNER = { vendorId: 0x0c2e, productId: 0x0b61, usagePage: SCANNER_PAGE };
const SCALE = { vendorId: 0x0922, productId: 0x8003, usagePage: SCALE_PAGE };
const SCANNER_AT = 'hid:0c2e:0b61';

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function startBench(config: Partial<Parameters<typeof startDevices>[0]>) {
  const bus = createSimulatedHidBus();
  const scans: string[] = [];
  const readings: ScaleReading[] = [];
  const devices: Devices = startDevices(
    { scanners: [], scale: null, printers: [], ...config },
    {
      onScan: ({ device, text }) => scans.push(`${device} ${text}`),
      onReading: (reading) => readings.push(reading),
      onHealth: () => undefined,
      now: () => Date.now(),
      monotonicMs: () => performance.now(),
      pauseFactor: 0.05,
      hid: bus.port,
    },
  );
  cleanUps.push(devices.close);
  const isNow = (...wanted: unknown[]) =>
    eventually(() => expect(devices.health().map(({ state, detail }) => [state, detail])).toEqual(wanted));
  return { bus, scans, readings, devices, isNow };
}

/** A scale that says exactly these reports, one after the other and the last again and again. */
function scaleThatSays(...reports: readonly (readonly number[])[]): SimulatedDevice {
  return {
    attach: (end) => {
      let said = 0;
      const timer = setInterval(() => {
        end.send(Uint8Array.from(reports[Math.min(said, reports.length - 1)] ?? []));
        said += 1;
      }, 10);
      return { receive: () => undefined, closed: () => clearInterval(timer) };
    },
  };
}

describe('a HID scanner', () => {
  it('is away until it is plugged in, and again after it was pulled, under whatever path it comes back', async () => {
    const bench = startBench({ scanners: [SCANNER_AT] });
    await bench.isNow(['away', 'not-found']);
    const scanner = createSimulatedHidScanner({ reportId: 2 });
    const cable = bench.bus.plug(SCANNER, scanner);
    await bench.isNow(['ready', null]);
    scanner.scan('x'.repeat(100));
    await eventually(() => expect(bench.scans).toEqual([`scanner-1 ]C0${'x'.repeat(100)}`]));
    cable.unplug();
    await bench.isNow(['away', 'not-found']);
    expect(bench.bus.openCount()).toBe(0);
    bench.bus.plug(SCANNER, scanner);
    await bench.isNow(['ready', null]);
    scanner.scan('B');
    await eventually(() => expect(bench.scans.at(-1)).toBe('scanner-1 ]C0B'));
  });

  it.each(['no-permission', 'in-use'] as const)('that cannot be opened says %s', async (why) => {
    const bench = startBench({ scanners: [SCANNER_AT] });
    bench.bus.refuse(why);
    bench.bus.plug(SCANNER, createSimulatedHidScanner());
    await bench.isNow(['away', why]);
    bench.bus.refuse(null);
    await bench.isNow(['ready', null]);
  });

  it('that is set up as a keyboard is not taken for one', async () => {
    const bench = startBench({ scanners: [SCANNER_AT] });
    bench.bus.plug({ ...SCANNER, usagePage: 0x01 }, createSimulatedHidScanner());
    await bench.isNow(['away', 'not-found']);
    expect(bench.devices.health()[0]?.technical).toBeDefined();
  });

  it('is told from another of its kind by its serial number', async () => {
    const bench = startBench({
      scanners: [
        { name: 'left hand', at: `${SCANNER_AT}?serial=L` },
        { name: 'right hand', at: `${SCANNER_AT}?serial=R` },
      ],
    });
    const right = createSimulatedHidScanner();
    const left = createSimulatedHidScanner();
    bench.bus.plug({ ...SCANNER, serial: 'R' }, right);
    bench.bus.plug({ ...SCANNER, serial: 'L' }, left);
    await bench.isNow(['ready', null], ['ready', null]);
    left.scan('A');
    right.scan('B');
    await eventually(() => expect(bench.scans).toEqual(['scanner-1 ]C0A', 'scanner-2 ]C0B']));
    expect(bench.devices.health().map(({ device, name }) => [device, name])).toEqual([
      ['scanner-1', 'left hand'],
      ['scanner-2', 'right hand'],
    ]);
  });

  it('is let go of when the bench closes', async () => {
    const bench = startBench({ scanners: [SCANNER_AT] });
    bench.bus.plug(SCANNER, createSimulatedHidScanner());
    await bench.isNow(['ready', null]);
    await bench.devices.close();
    expect(bench.bus.openCount()).toBe(0);
  });
});

describe('a HID scale', () => {
  const scale = { at: 'hid:0922:8003', protocol: 'hid-8d' } as const;

  it('weighs, and shows no weight once it has switched itself off', async () => {
    const bench = startBench({ scale });
    const pan = createSimulatedScale('hid-8d', { everyMs: 10 });
    const cable = bench.bus.plug(SCALE, pan);
    pan.put(12_340);
    await eventually(() => expect(bench.readings.at(-1)).toMatchObject({ status: 'ok', tenthsG: 12_340 }));
    cable.unplug();
    await eventually(() => expect(bench.readings.at(-1)).toMatchObject({ status: 'no-answer' }));
    bench.bus.plug(SCALE, pan);
    await eventually(() => expect(bench.readings.at(-1)).toMatchObject({ status: 'ok', tenthsG: 12_340 }));
  });

  it('does not say the weight of the parcel before when it is switched on', async () => {
    const bench = startBench({ scale });
    bench.bus.plug(SCALE, scaleThatSays([3, 4, 2, 0, 0xf4, 1], [3, 2, 2, 0, 0, 0]));
    await eventually(() => expect(bench.readings.some(({ tenthsG }) => tenthsG === 0)).toBe(true));
    expect(bench.readings.map(({ tenthsG }) => tenthsG)).not.toContain(5_000);
  });

  it('of Stamps.com that fills in the number alone means tenths of an ounce', async () => {
    const bench = startBench({ scale: { ...scale, at: 'hid:1446:6a73' } });
    bench.bus.plug({ ...SCALE, vendorId: 0x1446, productId: 0x6a73 }, scaleThatSays([3, 0, 0, 0, 0x64, 0]));
    await eventually(() => expect(bench.readings.at(-1)).toMatchObject({ stable: true, tenthsG: 2_835 }));
  });

  it('of another maker that says no unit weighs nothing', async () => {
    const bench = startBench({ scale });
    bench.bus.plug(SCALE, scaleThatSays([3, 0, 0, 0, 0x64, 0]));
    await eventually(() => expect(bench.readings.length).toBeGreaterThan(3));
    expect(bench.readings.every(({ tenthsG }) => tenthsG === null)).toBe(true);
  });

  it('is known by trying', async () => {
    const bus = createSimulatedHidBus();
    bus.plug(SCALE, createSimulatedScale('hid-8d', { everyMs: 10 }));
    expect(await detectScale('hid:0922:8003', 700, bus.port)).toEqual({
      ok: true,
      value: { protocol: 'hid-8d' },
    });
    expect(bus.openCount()).toBe(0);
  });
});

it('a device that is not there is not found through the real library either', async () => {
  const opened = await systemHidPort.open('/dev/hidraw-none', {
    onReport: () => undefined,
    onGone: () => undefined,
  });
  expect(opened).toMatchObject({ ok: false, error: { code: 'not-found' } });
});
