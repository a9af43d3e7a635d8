import { createServer, type Socket } from 'node:net';
import type { DeviceSession, SimulatedDevice } from './simulated-device.ts';

export type TcpDevice = {
  /** Where it listens, as a device address: `tcp://127.0.0.1:port`. */
  readonly at: string;
  readonly port: number;
  /** Settles when somebody is connected. */
  readonly connected: () => Promise<void>;
  /** Breaks every connection as a pulled cable does; it goes on listening. */
  readonly unplug: () => void;
  /** Stops listening and breaks every connection, as a device that is switched off; `powerOn` uses the same port. */
  readonly powerOff: () => Promise<void>;
  readonly powerOn: () => Promise<void>;
  /** The same as `powerOff`, for good. */
  readonly close: () => Promise<void>;
};

export type TcpDeviceOptions = {
  /** 0, the default, for any free port of the loopback interface. */
  readonly port?: number;
  readonly host?: string;
};

/** Puts a simulated device on a TCP port, as a device server or a network printer would be. */
export async function startTcpDevice(
  device: SimulatedDevice,
  options: TcpDeviceOptions = {},
): Promise<TcpDevice> {
  const host = options.host ?? '127.0.0.1';
  const sockets = new Set<Socket>();
  let waiting: (() => void)[] = [];
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    const session = attachSocket(device, socket);
    socket.on('data', session.receive);
    // What the other side did to the line is no concern of a device; the close that follows is.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      session.closed();
    });
    for (const resolve of waiting) resolve();
    waiting = [];
  });
  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  const unplug = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  const powerOff = async () => {
    if (!server.listening) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    unplug();
    await closed;
  };
  const port = await listen(options.port ?? 0);
  return {
    at: `tcp://${host}:${port}`,
    port,
    connected: () => (sockets.size > 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    unplug,
    powerOff,
    powerOn: async () => {
      if (!server.listening) await listen(port);
    },
    close: powerOff,
  };
}

function attachSocket(device: SimulatedDevice, socket: Socket): DeviceSession {
  return device.attach({
    send: (bytes) => {
      if (socket.writable) socket.write(bytes);
    },
    hangUp: () => socket.destroySoon(),
    setTaking: (isTaking) => {
      if (isTaking) socket.resume();
      else socket.pause();
    },
  });
}
