import type { Result } from '#domain/result.ts';

export type OpenFailure = {
  readonly code: 'not-found' | 'connection-refused' | 'in-use' | 'no-permission' | 'timeout' | 'failed';
  readonly technical: string;
};

/**
 * `not-open`: not a single byte has left. `interrupted`: an unknown number of bytes has left; what had not left is thrown
 * away, the connection is closed and `onClose` has been called.
 */
export type WriteFailure = { readonly code: 'not-open' | 'interrupted'; readonly technical: string };

/** `by-us`: `close` was called. `by-device`: it hung up in good order. `lost`: cable, power, reset, deadline. */
export type CloseReason = { readonly code: 'by-us' | 'by-device' | 'lost'; readonly technical: string };

export type Connection = {
  /**
   * Hands the bytes over within `deadlineMs` or closes the connection: nothing is ever kept for later, so nothing
   * can come out of a device minutes after the bench has given up on it. Done means handed to the system, not printed.
   */
  readonly write: (bytes: Uint8Array, deadlineMs: number) => Promise<Result<void, WriteFailure>>;
  /** Closes at once and throws away what has not left, so that it cannot arrive late. */
  readonly abort: (technical: string) => void;
  /** Closes in good order; settles once `onClose` has been called. Closing twice is harmless. */
  readonly close: () => Promise<void>;
};

export type TransportHandlers = {
  readonly onData: (bytes: Uint8Array) => void;
  /** Called exactly once for each connection that was opened, whoever closed it. */
  readonly onClose: (reason: CloseReason) => void;
};

/** Carries bytes to one device. `open` always settles, and every call makes a connection of its own. */
export type Transport<C extends Connection = Connection> = {
  readonly open: (handlers: TransportHandlers) => Promise<Result<C, OpenFailure>>;
};
