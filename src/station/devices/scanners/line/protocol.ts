import { decodePayload } from '../decode-payload.ts';

/** A longer payload than any symbology can carry is noise (a QR code holds at most 4,296 characters, ISO/IEC 18004). */
export const SCAN_LENGTH_MAX = 4_096;

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;

export type LineFramer = {
  /** Takes bytes as they come and returns the payloads that they complete. */
  readonly push: (bytes: Uint8Array) => string[];
  /** Ends a payload without a terminator; null if there is none. */
  readonly endOfBurst: () => string | null;
  /** Forgets a payload that has begun. */
  readonly reset: () => void;
  /** Whether bytes wait for their terminator. */
  readonly hasRest: () => boolean;
};

/**
 * Cuts a scanner's byte stream into payloads at CR, LF, CRLF or Tab; empty ones (the LF of a CRLF) are nothing. Of a
 * payload that is too long nothing is kept, up to and including its terminator.
 */
export function createLineFramer(lengthMax: number = SCAN_LENGTH_MAX): LineFramer {
  let rest: number[] = [];
  let isTooLong = false;

  const take = (): string | null => {
    const payload = isTooLong || rest.length === 0 ? null : decodePayload(Uint8Array.from(rest));
    rest = [];
    isTooLong = false;
    return payload;
  };
  return {
    push: (bytes) => {
      const payloads: string[] = [];
      for (const byte of bytes) {
        if (byte === CR || byte === LF || byte === TAB) {
          const payload = take();
          if (payload !== null) payloads.push(payload);
        } else if (rest.length < lengthMax) rest.push(byte);
        else isTooLong = true;
      }
      return payloads;
    },
    endOfBurst: take,
    reset: () => {
      rest = [];
      isTooLong = false;
    },
    hasRest: () => rest.length > 0,
  };
}
