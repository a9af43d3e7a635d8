import { rm } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createSimulatedZplPrinter } from '../printers/zpl/fake.ts';
import { startSerialCable } from '../sim/serial-cable.ts';
import { startTcpDevice } from '../sim/tcp-device.ts';
import { eventually } from '../testing/eventually.ts';
import { troubleOfLpStatus } from './lp-status.ts';
import { usbLpTransport } from './usb-lp.ts';

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A printer behind a pseudo-terminal, which the system opens, reads and writes as it does a printer port. */
async function port(lines: () => number | null = () => null) {
  const printer = createSimulatedZplPrinter();
  const device = await startTcpDevice(printer);
  cleanUps.push(device.close);
  const cable = await startSerialCable(device.port);
  cleanUps.push(cable.remove);
  const received: Buffer[] = [];
  const closed: string[] = [];
  const opened = await usbLpTransport({ path: cable.path, readStatus: lines }).open({
    onData: (bytes) => received.push(Buffer.from(bytes)),
    onClose: ({ code }) => closed.push(code),
  });
  if (!opened.ok) throw new Error(opened.error.technical);
  cleanUps.push(() => opened.value.close());
  return { printer, cable, received, closed, connection: opened.value };
}

describe('a USB printer port', () => {
  it('carries a label and brings the answer back', async () => {
    const { printer, received, connection } = await port();
    expect(await connection.write(Buffer.from('^XA^FO1,1^FDx^FS^XZ~HS'), 2_000)).toMatchObject({ ok: true });
    await eventually(() => expect(printer.labels()).toHaveLength(1));
    await eventually(() => expect(Buffer.concat(received).toString('latin1')).toContain('\x021234,0\x03'));
  });

  it('gives up a job that the printer does not take, and closes', async () => {
    const { printer, closed, connection } = await port();
    printer.setTaking(false);
    const outcome = await connection.write(Buffer.alloc(8_000_000, 0x41), 300);
    expect(outcome).toMatchObject({ ok: false, error: { code: 'interrupted' } });
    expect(closed).toEqual(['lost']);
    expect(await connection.write(Buffer.from('x'), 100)).toMatchObject({ error: { code: 'not-open' } });
  });

  it('notices that the cable was pulled', async () => {
    const { cable, closed } = await port();
    await cable.pull();
    await eventually(() => expect(closed).toEqual(['lost']));
  });

  it('says what its status lines say, and nothing once it is closed', async () => {
    let lines: number | null = 0x18;
    const { connection } = await port(() => lines);
    expect(connection.trouble()).toBeNull();
    lines = 0x30;
    expect(connection.trouble()).toBe('paper-out');
    await connection.close();
    expect(connection.trouble()).toBeNull();
  });

  it('that is not there is not found', async () => {
    const gone = '/tmp/no-such-printer-port';
    await rm(gone, { force: true });
    const opened = await usbLpTransport({ path: gone }).open({
      onData: () => undefined,
      onClose: () => undefined,
    });
    expect(opened).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

it.each([
  [0x18, null],
  [0x00, null],
  [0x38, 'paper-out'],
  [0x08, 'printer-offline'],
  [0x10, 'head-open'],
])('status lines %i are %s', (status, trouble) => {
  expect(troubleOfLpStatus(status)).toBe(trouble);
});
