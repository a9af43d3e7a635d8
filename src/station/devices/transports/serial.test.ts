import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSimulatedScanner } from '../scanners/line/fake.ts';
import { type SerialCable, startSerialCable } from '../sim/serial-cable.ts';
import { startTcpDevice, type TcpDevice } from '../sim/tcp-device.ts';
import { eventually } from '../testing/eventually.ts';
import { serialTransport } from './serial.ts';
import type { CloseReason } from './transport.ts';

const SETTINGS = { baud: 9600, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none' } as const;

const scanner = createSimulatedScanner();
let atDevice: number[] = [];
let setTaking: (isTaking: boolean) => void = () => undefined;
let device: TcpDevice;
let cable: SerialCable;

beforeEach(async () => {
  atDevice = [];
  device = await startTcpDevice({
    attach: (end) => {
      const session = scanner.attach(end);
      setTaking = end.setTaking;
      return { ...session, receive: (bytes) => atDevice.push(...bytes) };
    },
  });
  cable = await startSerialCable(device.port);
  await device.connected();
});

afterEach(async () => {
  await cable.remove();
  await device.close();
});

async function openLine() {
  const received: number[] = [];
  const closes: CloseReason[] = [];
  const opened = await serialTransport({ path: cable.path, settings: SETTINGS, presenceEveryMs: 50 }).open({
    onData: (bytes) => received.push(...bytes),
    onClose: (reason) => closes.push(reason),
  });
  if (!opened.ok) throw new Error(opened.error.technical);
  return { connection: opened.value, received, closes };
}

describe('a serial line', () => {
  it('carries every byte in both directions unchanged', async () => {
    const { connection, received } = await openLine();
    const all = Uint8Array.from({ length: 256 }, (_, index) => index);
    expect(await connection.write(all, 1_000)).toEqual({ ok: true, value: undefined });
    scanner.scanBytes(all);
    await eventually(() => {
      expect(atDevice).toEqual([...all]);
      expect(received).toEqual([...all]);
    });
    await connection.close();
  });

  it('notices at once that the cable was pulled, and refuses to write afterwards', async () => {
    const { connection, closes } = await openLine();
    await cable.pull();
    await eventually(() => expect(closes).toMatchObject([{ code: 'lost' }]));
    expect(await connection.write(Uint8Array.of(1), 1_000)).toMatchObject({
      ok: false,
      error: { code: 'not-open' },
    });
    await connection.close();
    expect(closes).toHaveLength(1);
  });

  it('notices a port that has gone without the system saying so', async () => {
    const { closes } = await openLine();
    await rm(cable.path);
    await eventually(() => expect(closes).toMatchObject([{ code: 'lost', technical: 'the port has gone' }]));
  });

  it('delivers nothing of a broken time after the cable is back', async () => {
    const first = await openLine();
    await cable.pull();
    await first.connection.write(Buffer.from('late label'), 200);
    await eventually(() => expect(first.closes).toHaveLength(1));
    await cable.plug();
    const second = await openLine();
    await second.connection.write(Buffer.from('new'), 1_000);
    await eventually(() => expect(Buffer.from(atDevice).toString()).toBe('new'));
    await second.connection.close();
  });

  it('gives up a write that the device does not take, in time, and can be opened again', async () => {
    const first = await openLine();
    setTaking(false);
    const tooMuch = new Uint8Array(32 * 1024 * 1024);
    expect(await first.connection.write(tooMuch, 200)).toMatchObject({
      ok: false,
      error: { code: 'interrupted' },
    });
    expect(first.closes).toMatchObject([{ code: 'lost' }]);
    setTaking(true);
    const second = await openLine();
    scanner.scan('again');
    await eventually(() => expect(Buffer.from(second.received).toString()).toBe('again\r'));
    await second.connection.close();
    expect(atDevice.length).toBeLessThan(tooMuch.length);
  });

  it('drops what a device had sent before anyone listened', async () => {
    scanner.scan('an hour ago');
    await eventually(() => expect(cable.carriedBytes()).toBe('an hour ago\r'.length));
    const { connection, received } = await openLine();
    await eventually(() => {
      scanner.scan('now');
      expect(Buffer.from(received).toString()).toContain('now\r');
    });
    expect(Buffer.from(received).toString()).not.toContain('ago');
    await connection.close();
  });

  it('says that the port is in use by another', async () => {
    const { connection } = await openLine();
    const second = await serialTransport({ path: cable.path, settings: SETTINGS }).open({
      onData: () => undefined,
      onClose: () => undefined,
    });
    expect(second).toMatchObject({ ok: false, error: { code: 'in-use' } });
    await connection.close();
  });

  it('says that there is no such port', async () => {
    const opened = await serialTransport({ path: `${cable.path}-none`, settings: SETTINGS }).open({
      onData: () => undefined,
      onClose: () => undefined,
    });
    expect(opened).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('closes at our word, and can be opened again', async () => {
    const first = await openLine();
    await Promise.all([first.connection.close(), first.connection.close()]);
    expect(first.closes).toMatchObject([{ code: 'by-us' }]);
    const second = await openLine();
    scanner.scan('again');
    await eventually(() => expect(Buffer.from(second.received).toString()).toBe('again\r'));
    await second.connection.close();
  });
});
