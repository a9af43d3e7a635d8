import type { SerialPort } from 'serialport';
import type { SerialSettings } from '#contract/device-address.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type {
  CloseReason,
  Connection,
  OpenFailure,
  Transport,
  TransportHandlers,
  WriteFailure,
} from './transport.ts';
import { watchPresence } from './watch-presence.ts';

export type SerialOptions = {
  readonly path: string;
  readonly settings: SerialSettings;
  /** Time between two looks whether the port is still there, ms. */
  readonly presenceEveryMs?: number;
};

/** A serial port, also a virtual one over USB. Every opening is a new port object: a used one is never reopened. */
export function serialTransport(options: SerialOptions): Transport {
  return {
    open: async (handlers) => {
      const created = await createPort(options);
      if (!created.ok) return created;
      // Known before the port is opened, so that a port that goes in between is missed by neither.
      let isGone = false;
      let reportGone = (): void => {
        isGone = true;
      };
      const { path, presenceEveryMs = 1_000 } = options;
      const stopWatching = await watchPresence(path, presenceEveryMs, () => reportGone());
      const opened = await openPort(created.value, {
        onData: handlers.onData,
        onClose: (reason) => {
          stopWatching();
          handlers.onClose(reason);
        },
      });
      // A hang-up before the first read is never reported by the port, which then reads nothing as fast as it can.
      if (opened.ok) reportGone = () => opened.value.abort('the port has gone');
      else stopWatching();
      if (isGone) reportGone();
      return opened;
    },
  };
}

/** Loaded when the first serial device is opened, so that a bench without one does not depend on the native part. */
async function createPort({ path, settings }: SerialOptions): Promise<Result<SerialPort, OpenFailure>> {
  try {
    const { SerialPort } = await import('serialport');
    return ok(
      new SerialPort({
        path,
        autoOpen: false,
        baudRate: settings.baud,
        dataBits: settings.dataBits,
        parity: settings.parity,
        stopBits: settings.stopBits,
        rtscts: settings.flow === 'rtscts',
        xon: settings.flow === 'xonxoff',
        xoff: settings.flow === 'xonxoff',
      }),
    );
  } catch (error) {
    return err({ code: 'failed', technical: String(error) });
  }
}

function openPort(port: SerialPort, handlers: TransportHandlers): Promise<Result<Connection, OpenFailure>> {
  return new Promise((resolve) => {
    port.open((failure) => {
      if (failure) {
        resolve(err(openFailure(failure)));
        return;
      }
      // The reader is attached at once: a port that nobody reads never reports that it was unplugged.
      const line = attach(port, handlers);
      // What arrived before we listened is old: frames of an hour ago, the middle of a scan.
      port.flush((flushFailure) => {
        if (!port.isOpen) {
          resolve(err({ code: 'failed', technical: 'closed while opening' }));
          return;
        }
        line.startDelivering();
        if (flushFailure) line.note(`flush: ${flushFailure.message}`);
        resolve(ok(line.connection));
      });
    });
  });
}

/** The binding reports trouble as sentences only. */
function openFailure(error: Error): OpenFailure {
  const technical = error.message;
  if (/cannot lock|resource busy|access denied/i.test(technical)) return { code: 'in-use', technical };
  if (/permission denied/i.test(technical)) return { code: 'no-permission', technical };
  if (/no such file|file not found|cannot find/i.test(technical)) return { code: 'not-found', technical };
  return { code: 'failed', technical };
}

type Line = {
  readonly connection: Connection;
  readonly startDelivering: () => void;
  readonly note: (technical: string) => void;
};

function attach(port: SerialPort, handlers: TransportHandlers): Line {
  let delivering = false;
  let reason: CloseReason = { code: 'lost', technical: 'unplugged' };
  let isClosed = false;
  const { promise: closed, resolve: resolveClosed } = Promise.withResolvers<void>();
  const finish = () => {
    // After a write to a vanished port two close events have been seen.
    if (isClosed) return;
    isClosed = true;
    port.destroy();
    if (delivering) handlers.onClose(reason);
    resolveClosed();
  };
  port.on('close', (disconnect: Error | null) => {
    if (disconnect) reason = { code: 'lost', technical: disconnect.message };
    finish();
  });
  port.on('data', (bytes: Uint8Array) => {
    if (delivering && !isClosed) handlers.onData(bytes);
  });
  const note = (technical: string) => {
    reason = { ...reason, technical };
  };
  port.on('error', (error: Error) => note(error.message));

  const shut = (why: CloseReason): Promise<void> => {
    if (port.isOpen) {
      reason = why;
      // Flushing first drops what has not been transmitted, so that it cannot come out of the device later.
      port.flush(() => {
        if (!port.isOpen) return;
        port.close((error) => {
          if (error === null || error === undefined) return;
          note(error.message);
          finish();
        });
      });
    }
    return closed;
  };
  const lose = (technical: string) => shut({ code: 'lost', technical });
  return {
    connection: {
      write: (bytes, deadlineMs) => writeToPort(port, bytes, { deadlineMs, lose }),
      abort: (technical) => void lose(technical),
      close: () => shut({ code: 'by-us', technical: 'closed' }),
    },
    startDelivering: () => {
      delivering = true;
    },
    note,
  };
}

type WriteLimits = { readonly deadlineMs: number; readonly lose: (technical: string) => Promise<void> };

function writeToPort(
  port: SerialPort,
  bytes: Uint8Array,
  { deadlineMs, lose }: WriteLimits,
): Promise<Result<void, WriteFailure>> {
  // A write to a closed port would be kept and delivered at the next opening.
  if (!port.isOpen) return Promise.resolve(err({ code: 'not-open', technical: 'the port is closed' }));
  return new Promise((resolve) => {
    let isSettled = false;
    const settle = (failure: string | null) => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      port.off('close', onClose);
      if (failure === null) resolve(ok(undefined));
      else void lose(failure).then(() => resolve(err({ code: 'interrupted', technical: failure })));
    };
    const onClose = () => settle('the port was closed');
    const timer = setTimeout(() => settle(`write not done in ${deadlineMs} ms`), deadlineMs);
    port.once('close', onClose);
    port.write(Buffer.from(bytes), undefined, (error) => {
      if (error) settle(error.message);
      else port.drain((drainError) => settle(drainError ? drainError.message : null));
    });
  });
}
