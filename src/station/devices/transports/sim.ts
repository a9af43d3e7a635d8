import { err, ok } from '#domain/result.ts';
import type { SimulatedDevice } from '../sim/simulated-device.ts';
import type { CloseReason, Connection, Transport, TransportHandlers, WriteFailure } from './transport.ts';

/** The cable of a simulated device. */
export type Cable = {
  /** Takes the cable out; opening fails until it is in again. */
  readonly unplug: () => void;
  readonly plug: () => void;
};

export type SimTransport = Transport & Cable;

const NOT_OPEN: WriteFailure = { code: 'not-open', technical: 'unplugged' };

/** A line inside the process to a simulated device; one connection at a time, as with a cable. */
export function simTransport(device: SimulatedDevice): SimTransport {
  let isPlugged = true;
  let breakLine: (() => void) | null = null;
  return {
    unplug: () => {
      isPlugged = false;
      breakLine?.();
    },
    plug: () => {
      isPlugged = true;
    },
    open: async (handlers) => {
      if (!isPlugged) return err({ code: 'not-found', technical: 'unplugged' });
      if (breakLine !== null) return err({ code: 'in-use', technical: 'already connected' });
      const line = simLine(device, handlers, () => {
        breakLine = null;
      });
      breakLine = line.breakLine;
      return ok(line.connection);
    },
  };
}

type SimLine = { readonly connection: Connection; readonly breakLine: () => void };
type PendingWrite = { readonly bytes: Uint8Array; readonly done: (failure: WriteFailure | null) => void };

function simLine(device: SimulatedDevice, handlers: TransportHandlers, onEnd: () => void): SimLine {
  let isOpen = true;
  let isTaking = true;
  let pending: PendingWrite[] = [];

  const end = (reason: CloseReason) => {
    if (!isOpen) return;
    isOpen = false;
    const left = pending;
    pending = [];
    session.closed();
    onEnd();
    handlers.onClose(reason);
    for (const write of left) write.done({ code: 'interrupted', technical: reason.technical });
  };
  const deliver = (write: PendingWrite) => {
    session.receive(write.bytes);
    write.done(isOpen ? null : { code: 'interrupted', technical: 'unplugged' });
  };
  const session = device.attach({
    // Never within the caller's own stack: a real line answers later, too.
    send: (bytes) => queueMicrotask(() => (isOpen ? handlers.onData(bytes) : undefined)),
    hangUp: () => end({ code: 'lost', technical: 'unplugged' }),
    setTaking: (taking) => {
      isTaking = taking;
      if (!taking) return;
      const ready = pending;
      pending = [];
      for (const write of ready) deliver(write);
    },
  });
  const connection: Connection = {
    write: (bytes, deadlineMs) => {
      if (!isOpen) return Promise.resolve(err(NOT_OPEN));
      return new Promise((resolve) => {
        const timer = setTimeout(
          () => end({ code: 'lost', technical: `write not done in ${deadlineMs} ms` }),
          deadlineMs,
        );
        const write: PendingWrite = {
          bytes,
          done: (failure) => {
            clearTimeout(timer);
            resolve(failure === null ? ok(undefined) : err(failure));
          },
        };
        if (isTaking) deliver(write);
        else pending.push(write);
      });
    },
    abort: (technical) => end({ code: 'lost', technical }),
    close: async () => end({ code: 'by-us', technical: 'closed' }),
  };
  return { connection, breakLine: () => end({ code: 'lost', technical: 'unplugged' }) };
}
