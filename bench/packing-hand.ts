import type { Posting } from '#domain/posting/posting.ts';
import type { SimulatedScanner } from '#station/devices/scanners/line/fake.ts';
import { barcodeFor, indexOf, numberOf, strangerTo } from './made-up-goods.ts';
import type { SeenVerdict, StationProcess } from './station-under-load.ts';

/** One scan as it was measured. */
export type ScanTime = {
  readonly code: string;
  /** From received to committed, by the station's own clock, ms. */
  readonly tookMs: number;
  /** From the scanner's first byte to the verdict's arrival outside the station, ms. */
  readonly outsideMs: number;
};

/** A hand at the bench that scans as soon as the last answer is there, and insists on the answer it expects. */
export type PackingHand = {
  readonly scan: (text: string, ...expected: readonly string[]) => Promise<SeenVerdict>;
  /** Every scan so far, in order. */
  readonly times: readonly ScanTime[];
  readonly forget: () => void;
};

/** Puts a hand at a bench. Of its scanners one is used that has not just read the same code. */
export function createPackingHand(
  station: StationProcess,
  scanners: readonly SimulatedScanner[],
): PackingHand {
  const times: ScanTime[] = [];
  const lastRead = new Map<SimulatedScanner, string>();
  return {
    times,
    forget: () => void times.splice(0),
    async scan(text, ...expected) {
      const scanner = scanners.find((candidate) => lastRead.get(candidate) !== text) ?? scanners[0];
      if (scanner !== undefined) lastRead.set(scanner, text);
      const scannedMs = performance.now();
      if (!scanner?.scan(text)) throw new Error('the station is not connected to the scanner');
      const verdict = await station.nextVerdict();
      times.push({ code: verdict.code, tookMs: verdict.tookMs, outsideMs: verdict.seenMs - scannedMs });
      if (expected.length > 0 && !expected.includes(verdict.code)) {
        throw new Error(`${text}: ${verdict.code} where ${expected.join(' or ')} was expected`);
      }
      return verdict;
    },
  };
}

/** How to pack: by which scan to open, and how many mistakes to make. */
export type PackingStyle = {
  readonly open: 'by-posting' | 'by-product';
  readonly mistakes: boolean;
};

/**
 * Packs one posting to its closing by scans alone: open, units, carton, `PB-OK` in place of a weight, the label. With
 * `mistakes` a wrong item, an unknown code, an undo, one unit too many and another posting's label come in between.
 * `postingOf` finds the posting that a product has opened.
 */
export async function packPosting(
  station: StationProcess,
  hand: PackingHand,
  wanted: Posting,
  style: PackingStyle,
  postingOf: (number: string) => Posting,
): Promise<Posting> {
  const { posting, units } = await open(hand, wanted, style, postingOf);
  const last = units.at(-1);
  if (style.mistakes) {
    await hand.scan(strangerTo(posting), 'wrong-item');
    await hand.scan('PB-OK', 'rejection-answered');
    await hand.scan('4600000999995-X', 'unknown-code', 'unreadable-code');
    await hand.scan('PB-BOX-L', 'carton-chosen', 'not-now');
  }
  for (const unit of units) await hand.scan(unit, 'unit-packed', 'package-complete');
  const undone = last ?? barcodeFor(posting.lines[0]?.sku ?? '');
  if (style.mistakes) {
    await hand.scan('PB-UNDO', 'unit-undone');
    await hand.scan(undone, 'package-complete');
    await hand.scan(undone, 'too-many');
  }
  await hand.scan('PB-OK', 'package-packed');
  await station.untilShown(posting.number, 'verifying');
  if (style.mistakes) await hand.scan(anotherThan(posting), 'label-of-another-posting');
  await hand.scan(codeOnLabel(posting), 'posting-closed');
  return posting;
}

async function open(
  hand: PackingHand,
  wanted: Posting,
  { open: by }: PackingStyle,
  postingOf: (number: string) => Posting,
): Promise<{ readonly posting: Posting; readonly units: readonly string[] }> {
  const first = wanted.lines[0]?.sku ?? '';
  if (by === 'by-posting') {
    await hand.scan(wanted.number, 'posting-opened');
    return { posting: wanted, units: unitsOf(wanted) };
  }
  const verdict = await hand.scan(barcodeFor(first), 'unit-packed', 'package-complete');
  const posting = postingOf(verdict.posting ?? '');
  const units = [...unitsOf(posting)];
  units.splice(units.indexOf(barcodeFor(first)), 1);
  return { posting, units };
}

/** No shop is connected: what it had registered before carries its own label, everything else an interim one. */
function codeOnLabel({ status, number, labelBarcodes }: Posting): string {
  return status === 'packed' ? (labelBarcodes[0] ?? number) : number;
}

function anotherThan(posting: Posting): string {
  return numberOf(indexOf(posting.number) === 0 ? 1 : 0);
}

function unitsOf(posting: Posting): readonly string[] {
  return posting.lines.flatMap((line) => Array.from({ length: line.quantity }, () => barcodeFor(line.sku)));
}
