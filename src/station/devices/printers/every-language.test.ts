import { createServer } from 'node:net';
import { performance } from 'node:perf_hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bitmap, createBitmap, fillRect } from '#domain/labels/bitmap.ts';
import { encodeLabel } from '#station/labels/encode-label.ts';
import type { DeviceHealth } from '../health.ts';
import { startSerialCable } from '../sim/serial-cable.ts';
import { putPrinterOnTcp } from '../sim/start-tcp-devices.ts';
import { superviseDevice } from '../supervisor.ts';
import { eventually } from '../testing/eventually.ts';
import { serialTransport } from '../transports/serial.ts';
import { tcpTransport } from '../transports/tcp.ts';
import type { Transport } from '../transports/transport.ts';
import { createSimulatedCpclPrinter } from './cpcl/fake.ts';
import { createSimulatedEplPrinter } from './epl/fake.ts';
import { createSimulatedEscPosPrinter } from './escpos/fake.ts';
import { type DrawnLanguage, drawnLanguages } from './interpreter/draw-labels.ts';
import { PRINTER_LANGUAGES } from './printer-languages.ts';
import type { SimulatedPrinterOptions, SimulatedStreamPrinter } from './simulated-stream-printer.ts';
import { stoppable } from './testing/stoppable-printer.ts';
import { createSimulatedTsplPrinter } from './tspl/fake.ts';

const PRINTERS: Record<DrawnLanguage, (options: SimulatedPrinterOptions) => SimulatedStreamPrinter> = {
  tspl: createSimulatedTsplPrinter,
  epl: createSimulatedEplPrinter,
  cpcl: createSimulatedCpclPrinter,
  escpos: createSimulatedEscPosPrinter,
};
/** Those that answer a question. */
const answering = ['tspl', 'cpcl', 'escpos'] as const;

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A label of 58 x 40 mm that nobody can take for another. */
function picture(mark: number): Bitmap {
  const bitmap = createBitmap(464, 320);
  fillRect(bitmap, { xDots: mark * 10, yDots: mark * 7, widthDots: 33, heightDots: 21 });
  return bitmap;
}

function tcpTo(port: number): Transport {
  return tcpTransport({ host: '127.0.0.1', port });
}

function watchPrinter(language: DrawnLanguage, transport: Transport) {
  const states: string[] = [];
  const models: (string | null)[] = [];
  const supervisor = superviseDevice(
    {
      device: 'label-printer',
      kind: 'label-printer',
      at: '',
      transport,
      createDriver: (report) =>
        PRINTER_LANGUAGES[language].createDriver({
          report,
          monotonicMs: () => performance.now(),
          statusTimeoutMs: 100,
          idlePollMs: 20,
        }),
    },
    {
      onHealth: (health: DeviceHealth) => {
        states.push(`${health.state} ${health.detail ?? '-'}`);
        models.push(health.technical);
      },
      now: () => Date.now(),
      monotonicMs: () => performance.now(),
      random: () => 0,
      pauseFactor: 0.1,
    },
  );
  cleanUps.push(supervisor.stop);
  const print = (mark: number, deadlineMs = 2_000) =>
    supervisor.driver.print({
      id: String(mark),
      bytes: encodeLabel(picture(mark), { language, dpi: 203, widthMm: 58, heightMm: 40 }, 1),
      deadlineMs,
    });
  const becomes = (state: string) => eventually(() => expect(states.at(-1)).toBe(state));
  return { states, models, print, becomes, driver: supervisor.driver };
}

async function tcpPrinter(language: DrawnLanguage, options: SimulatedPrinterOptions = {}) {
  const printer = await putPrinterOnTcp(stoppable(PRINTERS[language](options)));
  cleanUps.push(printer.close);
  const cameOut = (...marks: number[]) =>
    eventually(() => expect(printer.bitmaps()).toEqual(marks.map((mark) => picture(mark))));
  return { printer, cameOut, ...watchPrinter(language, tcpTo(printer.port)) };
}

/** A job far larger than a line takes in one go: 15 MB of one picture. */
function longJob(language: DrawnLanguage): Uint8Array {
  return encodeLabel(
    createBitmap(10_000, 12_000),
    { language, dpi: 203, widthMm: 1_250, heightMm: 1_500 },
    1,
  );
}

describe.each(drawnLanguages)('a %s printer', (language) => {
  const isAnswering = language !== 'epl';
  const well = isAnswering ? 'ready -' : 'ready status-unknown';

  it('prints what was drawn, dot by dot, and says so as far as it can', async () => {
    const { print, becomes, cameOut, printer } = await tcpPrinter(language);
    await becomes(well);
    expect(await print(1)).toEqual({ kind: 'sent', confirmed: isAnswering });
    expect(await print(2)).toEqual({ kind: 'sent', confirmed: isAnswering });
    await cameOut(1, 2);
    expect(printer.problems()).toEqual([]);
  });

  it('that is switched off in a job and on again prints nothing unasked, and then only what is asked', async () => {
    const { printer, driver, print, becomes, cameOut } = await tcpPrinter(language);
    await becomes(well);
    const stopped = printer.stopInNextJob();
    const given = driver.print({ id: 'long', bytes: longJob(language), deadlineMs: 20_000 });
    await stopped;
    await printer.powerOff();
    expect(await given).toMatchObject({ kind: 'doubtful', reason: 'interrupted' });
    printer.setTaking(true);
    await printer.powerOn();
    // The bench cannot see whether it was the switch or the cable.
    await becomes('attention half-job');
    expect(await print(1)).toMatchObject({ kind: 'refused', reason: 'half-job' });
    await printer.powerOff();
    await printer.powerOn();
    await becomes(well);
    expect(await print(2)).toMatchObject({ kind: 'sent' });
    await cameOut(2);
  });

  it.each([
    ['stops taking it', 'stall'],
    ['breaks the line', 'reset'],
  ])(
    'that %s in the middle of a picture gets no other job until it was switched off and on',
    async (_, how) => {
      const { printer, driver, print, becomes, cameOut } = await tcpPrinter(language);
      await becomes(well);
      const stopped = printer.stopInNextJob();
      const given = driver.print({
        id: 'long',
        bytes: longJob(language),
        deadlineMs: how === 'stall' ? 500 : 20_000,
      });
      await stopped;
      if (how === 'reset') printer.unplug();
      expect(await given).toMatchObject({ kind: 'doubtful', reason: 'interrupted' });
      printer.setTaking(true);
      await becomes('attention half-job');
      expect(await print(1)).toMatchObject({ kind: 'refused', reason: 'half-job' });
      expect(printer.bitmaps()).toEqual([]);
      await printer.powerOff();
      await printer.powerOn();
      await becomes(well);
      expect(await print(2)).toMatchObject({ kind: 'sent' });
      await cameOut(2);
    },
  );

  it('refuses while it is switched off, drops the job, and prints only what is asked for afterwards', async () => {
    const { printer, print, becomes, cameOut, states } = await tcpPrinter(language);
    await becomes(well);
    await printer.powerOff();
    await eventually(() => expect(states.at(-1)).toMatch(/^away/));
    expect(await print(1)).toMatchObject({ kind: 'refused', reason: 'away' });
    await printer.powerOn();
    await becomes(well);
    expect(await print(2)).toMatchObject({ kind: 'sent' });
    await cameOut(2);
  });

  it('that never answers is used and confirms nothing', async () => {
    const { print, becomes, cameOut, states } = await tcpPrinter(language, { answersStatus: false });
    await becomes('ready status-unknown');
    for (const mark of [1, 2]) expect(await print(mark)).toEqual({ kind: 'sent', confirmed: false });
    await cameOut(1, 2);
    expect(states).toEqual(['connecting -', 'ready status-unknown']);
  });
});

it.each(drawnLanguages)('a %s printer on a serial line gets every byte of its picture', async (language) => {
  const printer = await putPrinterOnTcp(PRINTERS[language]({}));
  cleanUps.push(printer.close);
  const cable = await startSerialCable(printer.port);
  cleanUps.push(cable.remove);
  const settings = { baud: 115_200, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none' } as const;
  const { print, becomes } = watchPrinter(language, serialTransport({ path: cable.path, settings }));
  await becomes(language === 'epl' ? 'ready status-unknown' : 'ready -');
  expect(await print(1)).toMatchObject({ kind: 'sent' });
  await eventually(() => expect(printer.bitmaps()).toEqual([picture(1)]));
  expect(printer.problems()).toEqual([]);
});

describe.each(answering)('a %s printer that answers', (language) => {
  it('also says what it is, and the bench tells it together with how it is', async () => {
    const { becomes, models } = await tcpPrinter(language);
    await becomes('ready -');
    expect(models.at(-1)).toMatch(/^Simulated /);
  });

  it.each([
    ['paper-out', 'setPaperOut'],
    ['head-open', 'setHeadOpen'],
  ] as const)('shows %s without being asked to print, refuses jobs, and recovers', async (trouble, set) => {
    const { printer, print, becomes, cameOut } = await tcpPrinter(language);
    await becomes('ready -');
    printer[set](true);
    await becomes(`attention ${trouble}`);
    expect(await print(1)).toMatchObject({ kind: 'refused', reason: trouble });
    printer[set](false);
    await becomes('ready -');
    expect(await print(2)).toEqual({ kind: 'sent', confirmed: true });
    await cameOut(2);
  });

  it('doubts the label with which paper ran out, and prints each once', async () => {
    const { printer, print, becomes, cameOut } = await tcpPrinter(language, { labelsOnRoll: 2 });
    await becomes('ready -');
    expect(await print(1)).toEqual({ kind: 'sent', confirmed: true });
    expect(await print(2)).toMatchObject({ kind: 'doubtful', reason: 'paper-out' });
    expect(await print(3)).toMatchObject({ kind: 'refused', reason: 'paper-out' });
    printer.setPaperOut(false);
    await becomes('ready -');
    expect(await print(3)).toEqual({ kind: 'sent', confirmed: true });
    await cameOut(1, 2, 3);
  });

  it('and falls silent refuses jobs until it speaks again', async () => {
    const { printer, print, becomes, cameOut } = await tcpPrinter(language, { isSilentInTrouble: true });
    await becomes('ready -');
    printer.setPaperOut(true);
    await becomes('attention no-status');
    expect(await print(1)).toMatchObject({ kind: 'refused', reason: 'no-status' });
    printer.setPaperOut(false);
    await becomes('ready -');
    expect(await print(2)).toMatchObject({ kind: 'sent' });
    await cameOut(2);
  });

  it('is understood byte by byte', async () => {
    const { print, becomes, cameOut } = await tcpPrinter(language, {
      faults: [{ fromAnswer: 1, count: Number.POSITIVE_INFINITY, kind: 'byte-by-byte' }],
    });
    await becomes('ready -');
    expect(await print(1)).toEqual({ kind: 'sent', confirmed: true });
    await cameOut(1);
  });

  it('is never called well for an answer that is none', async () => {
    const bytes = Buffer.from('HTTP/1.1 400 Bad Request\r\n', 'latin1');
    const { becomes, states } = await tcpPrinter(language, {
      faults: [{ fromAnswer: 1, count: Number.POSITIVE_INFINITY, kind: 'instead', bytes }],
    });
    await becomes('ready status-unknown');
    expect(states).not.toContain('ready -');
  });

  it('and talks nonsense later is not trusted with a label', async () => {
    const { print, becomes, printer } = await tcpPrinter(language, {
      faults: [
        {
          fromAnswer: language === 'escpos' ? 5 : 2,
          count: Number.POSITIVE_INFINITY,
          kind: 'instead',
          bytes: Buffer.from('ERROR 12\r\n', 'latin1'),
        },
      ],
    });
    await becomes('attention no-status');
    expect(await print(1)).toMatchObject({ kind: 'refused', reason: 'no-status' });
    expect(printer.bitmaps()).toEqual([]);
  });
});

it('a receipt printer that answers only once it has printed a long receipt is believed', async () => {
  const printer = createSimulatedEscPosPrinter();
  let answersAfterMs = 0;
  // Three times as long as a printer at rest may take.
  printer.onLabel(() => {
    answersAfterMs = 300;
  });
  const slow = await putPrinterOnTcp(
    {
      ...printer,
      attach: (end) =>
        printer.attach({ ...end, send: (bytes) => setTimeout(() => end.send(bytes), answersAfterMs) }),
    },
    {},
  );
  cleanUps.push(slow.close);
  const { print, becomes } = watchPrinter('escpos', tcpTo(slow.port));
  await becomes('ready -');
  expect(await print(1)).toEqual({ kind: 'sent', confirmed: true });
  expect(printer.bitmaps()).toEqual([picture(1)]);
});

it('a print server that half-closes after each job is used as one that never answers', async () => {
  const jobs: number[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let bytes = 0;
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      bytes += piece.length;
      if (bytes > 18_000) {
        jobs.push(bytes);
        socket.end();
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  cleanUps.push(() => new Promise((closed) => server.close(() => closed())));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { print, becomes } = watchPrinter('tspl', tcpTo(address.port));
  await becomes('ready status-unknown');
  expect(await print(1)).toEqual({ kind: 'sent', confirmed: false });
  await eventually(() => expect(jobs).toHaveLength(1));
});
