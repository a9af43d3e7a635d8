import { performance } from 'node:perf_hooks';
import { afterEach, expect, it } from 'vitest';
import { createBitmap } from '#domain/labels/bitmap.ts';
import { startDevices } from '../devices/devices.ts';
import { stoppable } from '../devices/printers/testing/stoppable-printer.ts';
import { createSimulatedTsplPrinter } from '../devices/printers/tspl/fake.ts';
import { putPrinterOnTcp } from '../devices/sim/start-tcp-devices.ts';
import { eventually } from '../devices/testing/eventually.ts';
import { encodeLabel } from '../labels/encode-label.ts';
import type { BenchDatabase } from './bench-database.ts';
import { halfJobNote } from './half-jobs.ts';
import { openBench } from './testing/temporary-bench.ts';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const device = 'label-printer';
const label = encodeLabel(
  createBitmap(464, 320),
  { language: 'tspl', dpi: 203, widthMm: 58, heightMm: 40 },
  1,
);

/** One life of a bench with this printer and this file. */
function live(db: BenchDatabase, at: string) {
  const devices = startDevices(
    { scanners: [], scale: null, printers: [{ device, kind: 'label-printer', at, language: 'tspl' }] },
    {
      onScan: () => undefined,
      onReading: () => undefined,
      onHealth: () => undefined,
      now: () => Date.now(),
      monotonicMs: () => performance.now(),
      halfJobOf: (id, address) => halfJobNote(db, id, address),
    },
  );
  cleanUps.push(devices.close);
  const becomes = (state: string, detail: string | null) =>
    eventually(() => expect(devices.health()[0]).toMatchObject({ state, detail }));
  return { devices, becomes };
}

it('a printer that may hold half a label is known after a power cut, until a person says that it was switched off and on', async () => {
  const db = openBench();
  const printer = await putPrinterOnTcp(stoppable(createSimulatedTsplPrinter()));
  cleanUps.push(printer.close);
  const before = live(db, printer.at);
  await before.becomes('ready', null);
  const stopped = printer.stopInNextJob();
  const bytes = Buffer.concat([label, Buffer.alloc(32 * 1024 * 1024)]);
  const given = before.devices.print({ id: 'long', bytes, deadlineMs: 60_000 });
  // On disk before the bench dies: what is read anew now is what the next life finds.
  await stopped;
  expect(halfJobNote(db, device, printer.at).isThere()).toBe(true);
  await before.devices.close();
  await given;
  printer.setTaking(true);

  const after = live(db, printer.at);
  await after.becomes('attention', 'half-job');
  expect(await after.devices.print({ id: 'next', bytes: label, deadlineMs: 2_000 })).toMatchObject({
    kind: 'refused',
    reason: 'half-job',
  });
  await printer.powerOff();
  await printer.powerOn();
  after.devices.printerEmptied(device);
  await after.becomes('ready', null);
  expect(halfJobNote(db, device, printer.at).isThere()).toBe(false);
  const kept = printer.labels().length;
  expect(await after.devices.print({ id: 'next', bytes: label, deadlineMs: 2_000 })).toMatchObject({
    kind: 'sent',
  });
  await eventually(() => expect(printer.labels()).toHaveLength(kept + 1));
});

it('a label that came out leaves no note behind', async () => {
  const db = openBench();
  const printer = await putPrinterOnTcp(createSimulatedTsplPrinter());
  cleanUps.push(printer.close);
  const { devices, becomes } = live(db, printer.at);
  await becomes('ready', null);
  expect(await devices.print({ id: 'one', bytes: label, deadlineMs: 2_000 })).toMatchObject({ kind: 'sent' });
  expect(halfJobNote(db, device, printer.at).isThere()).toBe(false);
  expect(devices.health()[0]).toMatchObject({ state: 'ready' });
});
