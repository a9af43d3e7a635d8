import { connect, type Socket } from 'node:net';
import { err, ok, type Result } from '#domain/result.ts';
import type {
  CloseReason,
  Connection,
  OpenFailure,
  Transport,
  TransportHandlers,
  WriteFailure,
} from './transport.ts';

export type TcpOptions = { readonly host: string; readonly port: number; readonly connectTimeoutMs?: number };

/** Idle time before the system asks whether the other side is still there, so that a pulled cable is noticed. */
const KEEPALIVE_AFTER_MS = 5_000;

/** How long the other side may take to hang up after us, ms. */
const HANG_UP_WITHIN_MS = 500;

/** A connection to `host:port` (device servers, network printers, port 9100). */
export function tcpTransport({ host, port, connectTimeoutMs = 3_000 }: TcpOptions): Transport {
  return {
    open: (handlers) =>
      new Promise((resolve) => {
        const socket = connect({
          host,
          port,
          noDelay: true,
          keepAlive: true,
          keepAliveInitialDelay: KEEPALIVE_AFTER_MS,
        });
        const timer = setTimeout(
          () => fail({ code: 'timeout', technical: `no connection in ${connectTimeoutMs} ms` }),
          connectTimeoutMs,
        );
        const onError = (error: NodeJS.ErrnoException) => fail(openFailure(error));
        const fail = (failure: OpenFailure) => {
          clearTimeout(timer);
          socket.off('error', onError);
          // A socket that is given up while connecting may still report an error; it is already told.
          socket.on('error', () => undefined);
          socket.destroy();
          resolve(err(failure));
        };
        socket.once('error', onError);
        socket.once('connect', () => {
          clearTimeout(timer);
          socket.off('error', onError);
          resolve(ok(socketConnection(socket, handlers)));
        });
      }),
  };
}

function openFailure(error: NodeJS.ErrnoException): OpenFailure {
  const technical = error.message;
  switch (error.code) {
    case 'ECONNREFUSED':
      return { code: 'connection-refused', technical };
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return { code: 'not-found', technical };
    case 'ETIMEDOUT':
      return { code: 'timeout', technical };
    default:
      return { code: 'failed', technical };
  }
}

function socketConnection(socket: Socket, handlers: TransportHandlers): Connection {
  let reason: CloseReason = { code: 'by-device', technical: 'the device closed the connection' };
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      handlers.onClose(reason);
      resolve();
    });
  });
  socket.on('data', handlers.onData);
  socket.on('error', (error) => {
    reason = { code: 'lost', technical: error.message };
  });
  // Half a connection is of no use to a device: a hang-up ends both directions at once.
  socket.on('end', () => socket.destroy());

  /** A reset instead of a polite close: the system drops what it still holds instead of delivering it late. */
  const abort = (technical: string) => {
    if (socket.destroyed) return;
    reason = { code: 'lost', technical };
    socket.resetAndDestroy();
  };
  return {
    write: (bytes, deadlineMs) => writeToSocket(socket, bytes, { deadlineMs, abort, closed }),
    abort,
    close: () => {
      if (socket.destroyed) return closed;
      reason = { code: 'by-us', technical: 'closed' };
      // What was written goes out first; a device that does not hang up in turn is not waited for.
      socket.end();
      const impatience = setTimeout(() => socket.destroy(), HANG_UP_WITHIN_MS);
      return closed.finally(() => clearTimeout(impatience));
    },
  };
}

type WriteLimits = {
  readonly deadlineMs: number;
  readonly abort: (technical: string) => void;
  readonly closed: Promise<void>;
};

function writeToSocket(
  socket: Socket,
  bytes: Uint8Array,
  { deadlineMs, abort, closed }: WriteLimits,
): Promise<Result<void, WriteFailure>> {
  if (socket.destroyed || !socket.writable) {
    return Promise.resolve(err({ code: 'not-open', technical: 'the connection is closed' }));
  }
  return new Promise((resolve) => {
    const timer = setTimeout(() => abort(`write not done in ${deadlineMs} ms`), deadlineMs);
    socket.write(bytes, (error) => {
      clearTimeout(timer);
      if (error) void closed.then(() => resolve(err({ code: 'interrupted', technical: error.message })));
      else resolve(ok(undefined));
    });
  });
}
