import { createServer } from 'node:net';
import { performance } from 'node:perf_hooks';
import { afterEach, describe, expect, it } from 'vitest';
import type { DeviceHealth } from '../health.ts';
import { startSerialCable } from '../sim/serial-cable.ts';
import { startTcpPrinter } from '../sim/start-tcp-devices.ts';
import { superviseDevice } from '../supervisor.ts';
import { eventually } from '../testing/eventually.ts';
import { serialTransport } from '../transports/serial.ts';
import { tcpTransport } from '../transports/tcp.ts';
import type { Transport } from '../transports/transport.ts';
import { createPrinterDriver } from './driver.ts';
import type { SimulatedZplPrinterOptions } from './zpl/fake.ts';
import { ZPL } from './zpl/speech.ts';

const SERIAL = { baud: 115_200, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none' } as const;

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function watchPrinter(transport: Transport, hangsUpAfterJob = false) {
  const states: string[] = [];
  const supervisor = superviseDevice(
    {
      device: 'label-printer',
      kind: 'label-printer',
      at: '',
      transport,
      createDriver: (report) =>
        createPrinterDriver(ZPL, {
          report,
          monotonicMs: () => performance.now(),
          statusTimeoutMs: 100,
          idlePollMs: 20,
          hangsUpAfterJob,
        }),
    },
    {
      onHealth: (health: DeviceHealth) => states.push(`${health.state} ${health.detail ?? '-'}`),
      now: () => Date.now(),
      monotonicMs: () => performance.now(),
      random: () => 0,
      pauseFactor: 0.1,
    },
  );
  cleanUps.push(supervisor.stop);
  const print = (text: string, deadlineMs = 2_000) =>
    supervisor.driver.print({ id: text, bytes: Buffer.from(`^XA^FD${text}^FS^XZ`), deadlineMs });
  const becomes = (state: string) => eventually(() => expect(states.at(-1)).toBe(state));
  return { states, print, becomes, driver: supervisor.driver };
}

async function tcpPrinter(options: SimulatedZplPrinterOptions = {}) {
  const printer = await startTcpPrinter(options);
  cleanUps.push(printer.close);
  const labels = () =>
    printer.labels().map((label) => /\^FD(.*)\^FS/.exec(Buffer.from(label).toString())?.[1]);
  return { printer, labels, ...watchPrinter(tcpTransport({ host: '127.0.0.1', port: printer.port })) };
}

describe('a label printer', () => {
  it('prints a label byte for byte and confirms that it is well', async () => {
    const { printer, print, becomes } = await tcpPrinter();
    await becomes('ready -');
    expect(await print('one')).toEqual({ kind: 'sent', confirmed: true });
    expect(printer.labels().map((label) => Buffer.from(label).toString())).toEqual(['^XA^FDone^FS^XZ']);
  });

  it('works over a serial line', async () => {
    const printer = await startTcpPrinter();
    cleanUps.push(printer.close);
    const cable = await startSerialCable(printer.port);
    cleanUps.push(cable.remove);
    const { print, becomes } = watchPrinter(serialTransport({ path: cable.path, settings: SERIAL }));
    await becomes('ready -');
    expect(await print('one')).toEqual({ kind: 'sent', confirmed: true });
    expect(printer.labels()).toHaveLength(1);
  });

  it.each([
    ['paper-out', 'setPaperOut'],
    ['head-open', 'setHeadOpen'],
    ['paused', 'setPaused'],
  ] as const)('shows %s without being asked to print, refuses jobs, and recovers', async (trouble, set) => {
    const { printer, labels, print, becomes } = await tcpPrinter();
    printer[set](true);
    await becomes(`attention ${trouble}`);
    expect(await print('refused')).toMatchObject({ kind: 'refused', reason: trouble });
    printer[set](false);
    await becomes('ready -');
    expect(await print('later')).toEqual({ kind: 'sent', confirmed: true });
    expect(labels()).toEqual(['later']);
  });

  it('refuses the fourth label of five when paper ran out after the third, and prints each once', async () => {
    const { printer, labels, print, becomes } = await tcpPrinter({ labelsOnRoll: 3 });
    await becomes('ready -');
    expect(await print('1')).toEqual({ kind: 'sent', confirmed: true });
    expect(await print('2')).toEqual({ kind: 'sent', confirmed: true });
    expect(await print('3')).toMatchObject({ kind: 'doubtful', reason: 'paper-out' });
    expect(await print('4')).toMatchObject({ kind: 'refused', reason: 'paper-out' });
    printer.setPaperOut(false);
    await becomes('ready -');
    await print('4');
    await print('5');
    expect(labels()).toEqual(['1', '2', '3', '4', '5']);
  });

  it('takes silence for trouble if the printer has answered before, and sends nothing', async () => {
    const { printer, labels, print, becomes } = await tcpPrinter({ isSilentInTrouble: true });
    await becomes('ready -');
    printer.setPaperOut(true);
    expect(await print('refused')).toMatchObject({ kind: 'refused', reason: 'no-status' });
    await becomes('attention no-status');
    printer.setPaperOut(false);
    await becomes('ready -');
    expect(await print('later')).toMatchObject({ kind: 'sent' });
    expect(labels()).toEqual(['later']);
  });

  it('does not take a late answer for the confirmation of a job', async () => {
    const { printer, print, becomes } = await tcpPrinter({ faults: [{ fromAnswer: 1, kind: 'silence' }] });
    await becomes('ready status-unknown');
    expect(await print('1')).toEqual({ kind: 'sent', confirmed: false });
    const asked = printer.questions();
    await eventually(() => expect(printer.questions()).toBeGreaterThan(asked + 1));
    expect(await print('2')).toEqual({ kind: 'sent', confirmed: true });
  });

  it('asks anew for a job instead of trusting an answer that was under way', async () => {
    const { printer, labels, print, becomes, states } = await tcpPrinter({
      faults: [{ fromAnswer: 2, count: Number.POSITIVE_INFINITY, kind: 'late', byMs: 40 }],
    });
    await becomes('ready -');
    const asked = printer.questions();
    await eventually(() => expect(printer.questions()).toBeGreaterThan(asked));
    printer.setPaperOut(true);
    expect(await print('refused')).toMatchObject({ kind: 'refused', reason: 'paper-out' });
    expect(states.at(-1)).toBe('attention paper-out');
    expect(labels()).toEqual([]);
  });

  it('doubts a job after which the printer fell silent', async () => {
    const { printer, labels, print, becomes } = await tcpPrinter({
      isSilentInTrouble: true,
      labelsOnRoll: 2,
    });
    await becomes('ready -');
    expect(await print('1')).toEqual({ kind: 'sent', confirmed: true });
    printer.setPaused(true);
    await becomes('attention paused');
    printer.setPaused(false);
    await becomes('ready -');
    expect(await print('2')).toMatchObject({ kind: 'doubtful', reason: 'no-status' });
    printer.setPaperOut(false);
    await becomes('ready -');
    expect(await print('3')).toMatchObject({ kind: 'sent' });
    expect(labels()).toEqual(['1', '2', '3']);
  });

  it('uses a printer that never answers without waiting for it, and confirms nothing', async () => {
    const { labels, print, becomes, states } = await tcpPrinter({ answersStatus: false });
    await becomes('ready status-unknown');
    for (const text of ['1', '2', '3']) expect(await print(text)).toEqual({ kind: 'sent', confirmed: false });
    await eventually(() => expect(labels()).toEqual(['1', '2', '3']));
    expect(states).toEqual(['connecting -', 'ready status-unknown']);
  });

  it('learns that a printer answers after all', async () => {
    const { print, becomes } = await tcpPrinter({ faults: [{ fromAnswer: 1, kind: 'silence' }] });
    await becomes('ready status-unknown');
    expect(await print('1')).toMatchObject({ kind: 'sent' });
    await becomes('ready -');
  });

  it('refuses while it is switched off, drops the job, and prints only what is asked for afterwards', async () => {
    const { printer, labels, print, becomes } = await tcpPrinter();
    await becomes('ready -');
    await printer.powerOff();
    await eventually(async () =>
      expect(await print('stale')).toMatchObject({ kind: 'refused', reason: 'away' }),
    );
    await printer.powerOn();
    await becomes('ready -');
    expect(await print('fresh')).toEqual({ kind: 'sent', confirmed: true });
    expect(labels()).toEqual(['fresh']);
  });

  it('gives up a job that the printer stops taking, and half a label never comes out', async () => {
    const { printer, labels, driver, print, becomes, states } = await tcpPrinter();
    await becomes('ready -');
    printer.onLabel(() => printer.setTaking(labels().length > 1));
    const bytes = Buffer.from(`^XA^FDwhole^FS^XZ^XA^FDhalf^FS${'0'.repeat(32 * 1024 * 1024)}^XZ`);
    const given = await driver.print({ id: 'half', bytes, deadlineMs: 500 });
    expect(given).toMatchObject({ kind: 'doubtful', reason: 'interrupted' });
    expect(states.at(-1)).toBe('away connection-lost');
    printer.setTaking(true);
    await becomes('ready -');
    expect(await print('next')).toEqual({ kind: 'sent', confirmed: true });
    expect(labels()).toEqual(['whole', 'next']);
  });

  it('hangs up after each job where a print server ends a job by that, and is ready for the next', async () => {
    const jobs: string[] = [];
    const server = createServer((socket) => {
      let job = '';
      socket.on('data', (bytes) => {
        job += bytes.toString();
      });
      socket.on('error', () => undefined);
      socket.on('end', () => {
        if (job.includes('^XA')) jobs.push(job.replaceAll(/~HS\s*/g, ''));
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    cleanUps.push(() => new Promise((closed) => server.close(() => closed())));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const { states, print, becomes } = watchPrinter(
      tcpTransport({ host: '127.0.0.1', port: address.port }),
      true,
    );
    await becomes('ready status-unknown');
    await eventually(async () => expect(await print('one')).toMatchObject({ kind: 'sent' }));
    await eventually(() => expect(jobs).toEqual(['^XA^FDone^FS^XZ']));
    await eventually(async () => expect(await print('two')).toMatchObject({ kind: 'sent' }));
    await eventually(() => expect(jobs).toEqual(['^XA^FDone^FS^XZ', '^XA^FDtwo^FS^XZ']));
    expect(states).not.toContain('away connection-lost');
  });

  it('sends nothing of a job that is withdrawn while the printer is asked how it is', async () => {
    const { driver, labels, print, becomes } = await tcpPrinter();
    await becomes('ready -');
    let isStillWanted = true;
    const job = { id: 'w', bytes: Buffer.from('^XA^FDcancelled^FS^XZ'), deadlineMs: 5_000 };
    const outcome = driver.print({ ...job, isStillWanted: () => isStillWanted });
    isStillWanted = false;
    expect(await outcome).toMatchObject({ kind: 'refused', reason: 'withdrawn' });
    expect(await print('next')).toMatchObject({ kind: 'sent' });
    expect(labels()).toEqual(['next']);
  });

  it('refuses an empty job and a second one at the same time', async () => {
    const { driver, labels, print, becomes } = await tcpPrinter();
    await becomes('ready -');
    expect(await driver.print({ id: 'e', bytes: new Uint8Array(), deadlineMs: 100 })).toMatchObject({
      reason: 'empty-job',
    });
    const [first, second] = await Promise.all([print('1'), print('2')]);
    expect(first).toEqual({ kind: 'sent', confirmed: true });
    expect(second).toMatchObject({ kind: 'refused', reason: 'busy' });
    expect(labels()).toEqual(['1']);
  });
});
