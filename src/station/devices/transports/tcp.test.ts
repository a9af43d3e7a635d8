import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../testing/eventually.ts';
import { tcpTransport } from './tcp.ts';
import type { CloseReason, Connection } from './transport.ts';

let server: Server;
let sockets: Socket[];

function port(): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

beforeEach(async () => {
  sockets = [];
  server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

async function openLine() {
  const received: number[] = [];
  const closes: CloseReason[] = [];
  const opened = await tcpTransport({ host: '127.0.0.1', port: port() }).open({
    onData: (bytes) => received.push(...bytes),
    onClose: (reason) => closes.push(reason),
  });
  if (!opened.ok) throw new Error(opened.error.technical);
  await eventually(() => expect(sockets).toHaveLength(1));
  const [device] = sockets;
  if (device === undefined) throw new Error('nobody connected');
  return { connection: opened.value satisfies Connection, device, received, closes };
}

describe('a TCP line', () => {
  it('carries every byte in both directions unchanged', async () => {
    const { connection, device, received } = await openLine();
    const all = Uint8Array.from({ length: 256 }, (_, index) => index);
    const atDevice: number[] = [];
    device.on('data', (bytes) => atDevice.push(...bytes));
    expect(await connection.write(all, 1_000)).toEqual({ ok: true, value: undefined });
    device.write(all);
    await eventually(() => {
      expect(atDevice).toEqual([...all]);
      expect(received).toEqual([...all]);
    });
    await connection.close();
  });

  it('says that nobody listens', async () => {
    const free = port();
    await new Promise((resolve) => server.close(resolve));
    const opened = await tcpTransport({ host: '127.0.0.1', port: free }).open({
      onData: () => undefined,
      onClose: () => undefined,
    });
    expect(opened).toMatchObject({ ok: false, error: { code: 'connection-refused' } });
  });

  it('tells a polite hang-up from a broken line, once', async () => {
    const polite = await openLine();
    polite.device.end();
    await eventually(() => expect(polite.closes).toMatchObject([{ code: 'by-device' }]));
    sockets = [];
    const broken = await openLine();
    broken.device.resetAndDestroy();
    await eventually(() => expect(broken.closes).toMatchObject([{ code: 'lost' }]));
    await broken.connection.close();
    expect(broken.closes).toHaveLength(1);
  });

  it('closes at our word, and closing twice is harmless', async () => {
    const { connection, closes } = await openLine();
    await Promise.all([connection.close(), connection.close()]);
    expect(closes).toMatchObject([{ code: 'by-us' }]);
  });

  it('refuses to write when it is closed, and no byte leaves', async () => {
    const { connection } = await openLine();
    await connection.close();
    expect(await connection.write(Uint8Array.of(1), 1_000)).toMatchObject({
      ok: false,
      error: { code: 'not-open' },
    });
  });

  it('gives up a write that the device does not take, and delivers none of the rest later', async () => {
    const { connection, device, closes } = await openLine();
    device.pause();
    const tooMuch = new Uint8Array(32 * 1024 * 1024);
    expect(await connection.write(tooMuch, 100)).toMatchObject({ ok: false, error: { code: 'interrupted' } });
    await eventually(() => expect(closes).toMatchObject([{ code: 'lost' }]));
    let arrived = 0;
    device.on('data', (bytes) => {
      arrived += bytes.length;
    });
    const ended = new Promise((resolve) => device.once('close', resolve));
    device.resume();
    await ended;
    expect(arrived).toBeLessThan(tooMuch.length);
  });
});
