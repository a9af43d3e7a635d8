import type { Bitmap } from '#domain/labels/bitmap.ts';

/** What happens inside a printer as it reads its stream. `bitmap` is null where ours does not draw the language. */
export type PrinterEvent =
  | { readonly kind: 'label'; readonly bitmap: Bitmap | null; readonly copies: number }
  | { readonly kind: 'question'; readonly question: string }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'problem'; readonly text: string };

/** How many bytes one step reads from the front, at least 1, and what comes of it. */
export type Step = { readonly used: number; readonly event: PrinterEvent | null };

/** Reads the next command from the front of `bytes`; null when its end has not come yet. */
export type Machine = (bytes: Uint8Array) => Step | null;

/** An event with the bytes that made it: of a label, everything since the label before it, questions left out. */
export type InterpretedEvent = PrinterEvent & { readonly bytes: Uint8Array };

export type StreamInterpreter = {
  readonly push: (bytes: Uint8Array) => readonly InterpretedEvent[];
  /** What a power cut does: everything half read is gone. */
  readonly reset: () => void;
  /** Whether a label has begun. */
  readonly isPartial: () => boolean;
};

const PENDING_BYTES_MAX = 16 * 1024 * 1024;

/** Feeds a machine with a stream however it is cut; a label that never ends is forgotten at 16 MiB. */
export function createStreamInterpreter(createMachine: () => Machine): StreamInterpreter {
  let machine = createMachine();
  let pending: Uint8Array = new Uint8Array(0);
  let ofLabel: Uint8Array[] = [];
  let ofLabelBytes = 0;
  const beginLabel = () => {
    ofLabel = [];
    ofLabelBytes = 0;
  };
  const reset = () => {
    machine = createMachine();
    pending = new Uint8Array(0);
    beginLabel();
  };
  const take = (event: PrinterEvent | null, used: Uint8Array): InterpretedEvent | null => {
    if (event?.kind === 'cancel') beginLabel();
    else if (event?.kind !== 'question') {
      ofLabel.push(used);
      ofLabelBytes += used.length;
    }
    if (event?.kind !== 'label') return event === null ? null : { ...event, bytes: used };
    const bytes = new Uint8Array(Buffer.concat(ofLabel));
    beginLabel();
    return { ...event, bytes };
  };
  return {
    push: (bytes) => {
      pending = pending.length === 0 ? bytes : new Uint8Array(Buffer.concat([pending, bytes]));
      const events: InterpretedEvent[] = [];
      while (pending.length > 0) {
        const step = machine(pending);
        if (step === null) break;
        const event = take(step.event, pending.slice(0, step.used));
        pending = pending.subarray(step.used);
        if (event !== null) events.push(event);
      }
      if (pending.length + ofLabelBytes > PENDING_BYTES_MAX) reset();
      return events;
    },
    reset,
    isPartial: () => pending.length > 0 || ofLabelBytes > 0,
  };
}

/** What comes out of a printer that reads `bytes` and nothing else. */
export type Interpretation = {
  /** The labels, copies counted, oldest first. */
  readonly labels: readonly Bitmap[];
  /** What it could not read. */
  readonly problems: readonly string[];
  /** Whether it waits for more bytes of a label that has begun. */
  readonly isPartial: boolean;
};

/** Runs a machine over a whole stream. */
export function interpret(createMachine: () => Machine, bytes: Uint8Array): Interpretation {
  const interpreter = createStreamInterpreter(createMachine);
  const labels: Bitmap[] = [];
  const problems: string[] = [];
  for (const event of interpreter.push(bytes)) {
    if (event.kind === 'problem') problems.push(event.text);
    if (event.kind === 'label') {
      if (event.bitmap === null) problems.push('a label that is not drawn');
      else for (let copy = 0; copy < event.copies; copy += 1) labels.push(event.bitmap);
    }
  }
  return { labels, problems, isPartial: interpreter.isPartial() };
}
