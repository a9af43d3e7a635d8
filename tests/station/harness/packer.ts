import { StationEnded } from './line-watch.ts';
import type { Order, OrderUnit } from './orders.ts';
import type { PrintedLabel } from './printed-labels.ts';
import type { BenchUnderTest } from './start-bench.ts';
import type { Line, SessionLine, VerdictLine } from './station-lines.ts';
import { lineOf } from './station-lines.ts';
import type { StationRun } from './station-run.ts';

/** A scan and the answer the packer saw to it. */
export type AnsweredScan = { readonly text: string; readonly verdict: VerdictLine };

/** What the packer did for one posting, over all lives of the station. */
export type Box = {
  /** Units whose scan was accepted. */
  readonly packed: OrderUnit[];
  readonly left: OrderUnit[];
  /** The unit whose scan got no answer because the station ended. */
  inDoubt: OrderUnit | null;
  /** The label was scanned, whether an answer came or not: from here on the posting may be closed. */
  mayBeClosed: boolean;
  /** Labels that came out since the posting was opened begin here. */
  readonly labelsFrom: number;
  readonly labelsScanned: Set<PrintedLabel>;
  /** How often the packer asked for another copy, whether an answer came or not. */
  reprintsAsked: number;
};

/**
 * Packs as a person does, by scanner and scale alone: looks at what the bench shows, does the next thing, waits for the
 * answer. After the station has ended and is ready again, `pack` of the same order goes on where it stood.
 */
export type Packer = {
  /** Scans a code and waits for its verdict. */
  readonly scan: (text: string) => Promise<VerdictLine>;
  /** Scans a posting's number, again and again while the bench has not read of it in the shop yet. */
  readonly open: (posting: string) => Promise<VerdictLine>;
  /** Puts a weight on an empty pan and waits for what the bench makes of it. */
  readonly weigh: (posting: string, weightG: number) => Promise<Line<'weight'>>;
  readonly clearPan: () => Promise<void>;
  /** What the bench shows of a posting: the newest `session` line of this life, once there is one that fits. */
  readonly session: (posting: string, fits?: (line: SessionLine) => boolean) => Promise<SessionLine>;
  /** The next label of this posting that has not been scanned yet, once it is out of the printer. */
  readonly nextLabel: (posting: string) => Promise<PrintedLabel>;
  /** Reads a label with the outside reader and scans the first barcode on it. */
  readonly scanLabel: (label: PrintedLabel) => Promise<VerdictLine>;
  /** From the posting's number to the verified label; `alreadyIn` were scanned into the box by hand before. */
  readonly pack: (order: Order, by?: { readonly alreadyIn: readonly OrderUnit[] }) => Promise<void>;
  /**
   * Scans a packed posting that carries an interim label, again and again until the shop's label is there, and sticks
   * that one on: prints, reads, scans it.
   */
  readonly relabel: (posting: string) => Promise<VerdictLine>;
  readonly boxOf: (posting: string) => Box;
  /** Everything that was scanned and answered, in order. */
  readonly answered: () => readonly AnsweredScan[];
};

/** Puts a packer at the bench. */
export function createPacker(bench: BenchUnderTest): Packer {
  const boxes = new Map<string, Box>();
  /** How many labels had come out when a posting was first scanned: its own come after them. */
  const labelsBefore = new Map<string, number>();
  const answered: AnsweredScan[] = [];
  const lastRead = new Map<number, string>();
  let hand = 0;
  let onPan: string | null = null;

  /** The next scanner that did not read this very code last: within 300 ms that would be one reading. */
  function nextScanner(text: string): BenchUnderTest['scanners'][number] | undefined {
    const tries = bench.scanners.map((_, n) => (hand + n) % bench.scanners.length);
    const chosen = tries.find((index) => lastRead.get(index) !== text) ?? hand;
    hand = (chosen + 1) % bench.scanners.length;
    lastRead.set(chosen, text);
    return bench.scanners[chosen];
  }

  async function scan(text: string): Promise<VerdictLine> {
    const run = bench.station();
    const from = run.lines.length;
    const scanner = nextScanner(text);
    if (scanner === undefined) throw new Error('there is no scanner');
    await whileAlive(run, scanner.connected(), 'the scanner was connected');
    scanner.scan(text);
    const verdict = await run.until('verdict', undefined, from);
    answered.push({ text, verdict });
    return verdict;
  }

  async function open(posting: string): Promise<VerdictLine> {
    if (!labelsBefore.has(posting)) labelsBefore.set(posting, bench.tray.labels().length);
    for (;;) {
      const verdict = await scan(posting);
      if (!['unknown-posting', 'unknown-code', 'repeated-scan'].includes(verdict.code)) return verdict;
      await whileAlive(bench.station(), bench.shopWasRead(), 'the shop was read');
    }
  }

  async function session(
    posting: string,
    fits: (line: SessionLine) => boolean = () => true,
  ): Promise<SessionLine> {
    const run = bench.station();
    const shown = () => newestSession(run, posting);
    await run.untilHolds(`the bench to show ${posting} as wanted`, () => {
      const line = shown();
      return line !== null && fits(line);
    });
    const line = shown();
    if (line === null) throw new Error('a session line went away');
    return line;
  }

  /** After an answer that changes something, what the bench shows next is the truth. */
  async function after(verdict: VerdictLine, posting: string): Promise<SessionLine> {
    const run = bench.station();
    const index = run.lines.findLastIndex((line) => line.promised === verdict);
    return run.until('session', (line) => line.posting === posting, index);
  }

  async function seeZero(): Promise<void> {
    const zero = new Promise<void>((resolve) => {
      const stop = bench.scale.onAnswer((answer) => {
        if (!/^S S +0\.0 g/.test(answer)) return;
        stop();
        resolve();
      });
    });
    await whileAlive(bench.station(), zero, 'the scale showed zero');
  }

  async function clearPan(): Promise<void> {
    if (onPan !== null) bench.scale.lift();
    onPan = null;
    await seeZero();
  }

  async function weigh(posting: string, weightG: number): Promise<Line<'weight'>> {
    const run = bench.station();
    const what = `${posting} ${weightG}`;
    // What stood on the pan when the station ended may still be weighed.
    const from = onPan === what ? 0 : run.lines.length;
    if (onPan !== what) {
      await clearPan();
      bench.scale.put(weightG * 10);
      onPan = what;
    }
    return run.until('weight', (line) => line.posting === posting, from);
  }

  function boxOf(posting: string): Box {
    const box = boxes.get(posting);
    if (box === undefined) throw new Error(`nobody has begun to pack ${posting}`);
    return box;
  }

  function boxFor(order: Order, alreadyIn: readonly OrderUnit[] = []): Box {
    const known = boxes.get(order.posting);
    if (known !== undefined) return known;
    const box: Box = {
      packed: [...alreadyIn],
      left: [...order.units],
      inDoubt: null,
      mayBeClosed: false,
      labelsFrom: labelsBefore.get(order.posting) ?? bench.tray.labels().length,
      labelsScanned: new Set(),
      reprintsAsked: 0,
    };
    boxes.set(order.posting, box);
    return box;
  }

  async function nextUnit(posting: string, box: Box): Promise<void> {
    const unit = box.left[0];
    if (unit === undefined) throw new Error(`${posting}: the bench wants more units than were ordered`);
    box.inDoubt = unit;
    const verdict = await scan(unit.code);
    box.inDoubt = null;
    if (verdict.code === 'for-another-package') {
      box.left.push(...box.left.splice(0, 1));
      return;
    }
    if (verdict.kind !== 'accepted')
      throw new Error(`${posting}: ${unit.code} was ${JSON.stringify(verdict)}`);
    box.packed.push(...box.left.splice(0, 1));
    await after(verdict, posting);
  }

  /** Was the unit whose scan got no answer taken or not? The screen tells. */
  function settleDoubt(box: Box, shown: SessionLine): void {
    const { inDoubt, packed } = box;
    if (inDoubt === null) return;
    if (shown.units === packed.length + 1) packed.push(...box.left.splice(0, 1));
    else if (shown.units !== packed.length) {
      throw new Error(
        `${shown.posting}: ${packed.length} units were accepted, the bench shows ${shown.units}`,
      );
    }
    box.inDoubt = null;
  }

  async function weighParcel(posting: string): Promise<void> {
    const run = bench.station();
    const shown = await session(posting, (line) => line.state !== 'weighing' || line.expectedG !== null);
    if (shown.state !== 'weighing' || shown.expectedG === null) return;
    const weight = await weigh(posting, shown.expectedG);
    if (weight.isAccepted) {
      await run.untilHolds('the bench to go on from the scale', () => {
        const now = newestSession(run, posting);
        return now !== null && (now.state !== 'weighing' || now.package !== shown.package);
      });
    }
    await clearPan();
  }

  function unscanned(box: Box): PrintedLabel | undefined {
    return bench.tray
      .labels()
      .slice(box.labelsFrom)
      .findLast((label) => !box.labelsScanned.has(label));
  }

  async function nextLabel(posting: string): Promise<PrintedLabel> {
    const box = boxes.get(posting) ?? boxFor({ posting, units: [] });
    const printed = new Promise<void>((resolve) => {
      const look = () => {
        if (unscanned(box) !== undefined) resolve();
      };
      bench.tray.onLabel(look);
      look();
    });
    await whileAlive(bench.station(), printed, 'a label came out');
    const label = unscanned(box);
    if (label === undefined) throw new Error('a label went away');
    return label;
  }

  async function scanLabel(label: PrintedLabel): Promise<VerdictLine> {
    const [code] = await label.codes();
    if (code === undefined) throw new Error('no barcode on the label can be read');
    return scan(code);
  }

  async function labelParcel(posting: string, box: Box): Promise<void> {
    const run = bench.station();
    const printed = run.lines.findLast((line) => lineOf(line, 'print')?.posting === posting);
    const lastPrint = printed === undefined ? null : lineOf(printed, 'print');
    if (unscanned(box) === undefined && lastPrint?.state !== 'sent') {
      box.reprintsAsked += 1;
      const verdict = await scan('PB-REPRINT');
      if (verdict.code !== 'label-reprinting') throw new Error(`${posting}: ${JSON.stringify(verdict)}`);
      await after(verdict, posting);
      return;
    }
    const label = await nextLabel(posting);
    box.mayBeClosed = true;
    const verdict = await scanLabel(label);
    box.labelsScanned.add(label);
    if (verdict.kind !== 'accepted') throw new Error(`${posting}: ${JSON.stringify(verdict)}`);
    await after(verdict, posting);
  }

  async function pack(
    order: Order,
    { alreadyIn }: { readonly alreadyIn: readonly OrderUnit[] } = { alreadyIn: [] },
  ): Promise<void> {
    const { posting } = order;
    const box = boxFor(order, alreadyIn);
    const opened = await open(posting);
    if (opened.code === 'already-packed' && box.mayBeClosed) return;
    if (opened.kind !== 'accepted') throw new Error(`${posting}: ${JSON.stringify(opened)}`);
    // What the bench showed of it before may be older than this answer: put back, or held.
    settleDoubt(box, await session(posting, ({ state }) => state !== 'closed' && state !== 'held'));
    for (;;) {
      const shown = await session(posting);
      switch (shown.state) {
        case 'scanning':
          await nextUnit(posting, box);
          break;
        case 'weighing':
          await weighParcel(posting);
          break;
        case 'labelling':
          if (onPan !== null) await clearPan();
          await session(posting, (line) => line.state !== 'labelling');
          break;
        case 'verifying':
          if (onPan !== null) await clearPan();
          await labelParcel(posting, box);
          break;
        case 'closed':
          return;
        case 'held':
        case 'stopped':
          throw new Error(`${posting} is ${shown.state}`);
      }
    }
  }

  async function relabel(posting: string): Promise<VerdictLine> {
    const printed = bench.tray.labels().length;
    for (;;) {
      const verdict = await scan(posting);
      if (verdict.code === 'relabel-opened') break;
      if (!['already-packed', 'repeated-scan'].includes(verdict.code))
        throw new Error(`${posting}: ${JSON.stringify(verdict)}`);
      await whileAlive(bench.station(), bench.shopWasRead(), 'the shop was read');
    }
    for (;;) {
      const { state } = await session(posting, (line) => line.state === 'verifying');
      const label = bench.tray.labels().slice(printed).at(-1);
      if (label === undefined) throw new Error(`${posting}: no label came out, and the bench is ${state}`);
      const verdict = await scanLabel(label);
      if (verdict.code !== 'label-verified') return verdict;
      // The next package's label comes out of the printer while this answer is read.
      await after(verdict, posting);
    }
  }

  return {
    ...{ scan, open, weigh, relabel, clearPan, session, nextLabel, scanLabel, pack, boxOf },
    answered: () => answered,
  };
}

/** The newest `session` line of a posting in a life of the station; null while there is none. */
export function newestSession(run: StationRun, posting: string): SessionLine | null {
  for (let index = run.lines.length - 1; index >= 0; index -= 1) {
    const line = run.lines[index];
    const session = line === undefined ? null : lineOf(line, 'session');
    if (session?.posting === posting) return session;
  }
  return null;
}

async function whileAlive<Value>(run: StationRun, work: Promise<Value>, what: string): Promise<Value> {
  const ended = run.exited.then((exit) => {
    throw new StationEnded(exit, what, run.stderr());
  });
  return Promise.race([work, ended]);
}
