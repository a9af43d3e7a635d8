import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { err, ok, type Result } from '#domain/result.ts';
import type { PrinterTrouble } from '../health.ts';
import { loadLpStatus, type ReadLpStatus, troubleOfLpStatus } from './lp-status.ts';
import type {
  CloseReason,
  Connection,
  OpenFailure,
  Transport,
  TransportHandlers,
  WriteFailure,
} from './transport.ts';
import { watchPresence } from './watch-presence.ts';

/** A printer port that can say by its status lines what is wrong, without a byte of any language. */
export type UsbLpConnection = Connection & {
  /** Null if nothing is wrong or the port cannot say. */
  readonly trouble: () => PrinterTrouble | null;
};

export type UsbLpOptions = {
  /** `/dev/usb/lp0`. */
  readonly path: string;
  /** How the status lines are read; the system's call unless a test stands in for the port. */
  readonly readStatus?: ReadLpStatus;
};

/** Time between two looks whether the port takes or has bytes, ms. */
const LOOK_EVERY_MS = 20;
const PRESENCE_EVERY_MS = 1_000;
const READ_BYTES = 4_096;
/** More at a time would be held by the port after it is closed. */
const WRITE_BYTES = 8_192;

/**
 * A printer of the USB printer class on Linux. The port is opened without blocking, so that a printer that takes nothing
 * holds up nobody: a write happens within its deadline, or the port is closed and the rest is thrown away.
 */
export function usbLpTransport({ path, readStatus }: UsbLpOptions): Transport<UsbLpConnection> {
  return {
    open: async (handlers) => {
      const opened = await openPort(path);
      if (!opened.ok) return opened;
      const status = readStatus ?? (await loadLpStatus());
      return ok(await attach(opened.value, { path, handlers, status }));
    },
  };
}

async function openPort(path: string): Promise<Result<FileHandle, OpenFailure>> {
  try {
    return ok(await open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY));
  } catch (cause) {
    return err(openFailure(cause));
  }
}

function openFailure(cause: unknown): OpenFailure {
  const technical = String(cause);
  if (/EACCES|EPERM/.test(technical)) return { code: 'no-permission', technical };
  if (/EBUSY/.test(technical)) return { code: 'in-use', technical };
  return { code: /ENOENT|ENODEV|ENXIO/.test(technical) ? 'not-found' : 'failed', technical };
}

type Port = { readonly path: string; readonly handlers: TransportHandlers; readonly status: ReadLpStatus };

async function attach(file: FileHandle, { path, handlers, status }: Port): Promise<UsbLpConnection> {
  let isOpen = true;
  let closing: Promise<void> = Promise.resolve();
  const end = (reason: CloseReason): Promise<void> => {
    if (!isOpen) return closing;
    isOpen = false;
    stopWatching();
    // The port is closed only when its last read or write has come back: a closed number may be another file's.
    closing = Promise.allSettled([reading, writing])
      .then(() => file.close())
      .catch(() => undefined)
      .then(() => handlers.onClose(reason));
    return closing;
  };
  const lose = (cause: unknown) => void end({ code: 'lost', technical: String(cause) });
  const stopWatching = await watchPresence(path, PRESENCE_EVERY_MS, () => lose('the port has gone'));
  let writing: Promise<unknown> = Promise.resolve();
  const reading = readOn(file, {
    isOpen: () => isOpen,
    onData: handlers.onData,
    onFailure: (cause) => queueMicrotask(() => lose(cause)),
  });
  return {
    trouble: () => {
      const lines = isOpen ? status(file.fd) : null;
      return lines === null ? null : troubleOfLpStatus(lines);
    },
    write: async (bytes, deadlineMs) => {
      if (!isOpen) return err<WriteFailure>({ code: 'not-open', technical: 'the port is closed' });
      const written = writeAll(file, bytes, { deadlineMs, isOpen: () => isOpen });
      writing = written;
      const failure = await written;
      if (failure === null) return ok(undefined);
      await end({ code: 'lost', technical: failure });
      return err<WriteFailure>({ code: 'interrupted', technical: failure });
    },
    abort: (technical) => void end({ code: 'lost', technical }),
    close: () => end({ code: 'by-us', technical: 'closed' }),
  };
}

type Reading = {
  readonly isOpen: () => boolean;
  readonly onData: (bytes: Uint8Array) => void;
  readonly onFailure: (cause: unknown) => void;
};

/** Reads what the printer answers; a port that cannot be read, or has nothing to say, is looked at again later. */
async function readOn(file: FileHandle, { isOpen, onData, onFailure }: Reading): Promise<void> {
  const buffer = new Uint8Array(READ_BYTES);
  while (isOpen()) {
    try {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
      if (bytesRead > 0 && isOpen()) onData(buffer.slice(0, bytesRead));
      if (bytesRead > 0) continue;
    } catch (cause) {
      if (/ENODEV|EIO|ENXIO/.test(String(cause))) return onFailure(cause);
      if (!/EAGAIN|EINVAL|EBADF/.test(String(cause))) return onFailure(cause);
    }
    await pause(LOOK_EVERY_MS);
  }
}

/** Writes in portions as the port takes them; what went wrong, or null. */
async function writeAll(
  file: FileHandle,
  bytes: Uint8Array,
  { deadlineMs, isOpen }: { readonly deadlineMs: number; readonly isOpen: () => boolean },
): Promise<string | null> {
  const startedMs = performance.now();
  let at = 0;
  while (at < bytes.length) {
    if (!isOpen()) return 'the port was closed';
    if (performance.now() - startedMs >= deadlineMs) return `write not done in ${deadlineMs} ms`;
    try {
      const { bytesWritten } = await file.write(bytes, at, Math.min(WRITE_BYTES, bytes.length - at), null);
      at += bytesWritten;
      if (bytesWritten > 0) continue;
    } catch (cause) {
      if (!/EAGAIN/.test(String(cause))) return String(cause);
    }
    await pause(LOOK_EVERY_MS);
  }
  return null;
}
