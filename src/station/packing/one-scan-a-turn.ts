/** No scanner sends that many codes in one packet: beyond it the order is kept, and the pictures in between are not. */
const waitingMost = 1_000;

/** Scans on their way to the bench. */
export type ScanLine<Scan> = {
  readonly put: (scan: Scan) => void;
  /** Takes no more; what still waits was answered to nobody and is dropped. */
  readonly close: () => void;
};

/**
 * Hands scans on in the order they came, one in each turn of the event loop: two codes in one packet are two answers,
 * each with its picture of the bench out before the next code changes it.
 */
export function oneScanATurn<Scan>(take: (scan: Scan) => unknown): ScanLine<Scan> {
  const waiting: Scan[] = [];
  let turn: NodeJS.Immediate | null = null;
  let isClosed = false;
  const takeNext = () => {
    turn = null;
    const scan = waiting.shift();
    if (scan === undefined) return;
    // After the answer, so that what it set off has its turn before the next scan.
    try {
      take(scan);
    } finally {
      if (!isClosed) turn = setImmediate(takeNext);
    }
  };
  return {
    put(scan) {
      if (isClosed) return;
      waiting.push(scan);
      if (turn === null) takeNext();
      for (const early of waiting.splice(0, Math.max(0, waiting.length - waitingMost))) take(early);
    },
    close() {
      isClosed = true;
      waiting.length = 0;
      if (turn !== null) clearImmediate(turn);
    },
  };
}
