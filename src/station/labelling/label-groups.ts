import type { PostingNumber } from '#domain/ids.ts';
import type { TakingEnd, WantedLabel } from './take-labels.ts';

/** Groups of postings whose labels are asked for in one file each: which one is next, and what follows from its end. */
export type LabelGroups = {
  /** The group to ask for now, made from these where none is under way; null where there is nothing to ask for yet. */
  next(wanted: readonly WantedLabel[]): readonly WantedLabel[] | null;
  ended(group: readonly WantedLabel[], end: TakingEnd): void;
  /** Must this label be asked for by itself? */
  isAlone(label: WantedLabel): boolean;
  /** Is there a group to wait for? */
  isUnderWay(): boolean;
  /** It is wanted no more. */
  forget(number: PostingNumber): void;
};

/** So many in one file: pages enough that the wait for a task does not count, and few enough to read in some seconds. */
export const groupMax = 100;
/** While the shop draws a file it is asked again after half of the time gone by, within these, ms. */
const askSoonestMs = 300;
const askLatestMs = 10_000;
/** A file that is not there by then is not waited for, ms. */
const drawingMaxMs = 300_000;
const awayMs = 5_000;
/** So many groups in a row that brought nothing, and for this long every label is asked for by itself, ms. */
const fruitlessMax = 20;
const restMs = 3_600_000;
const aloneMax = 10_000;

type Group = { readonly labels: readonly WantedLabel[]; readonly sinceAt: number };

/**
 * A group that is refused is halved until the one that spoils it is alone; whoever is left over when a file has been read is
 * alone at once. `now` gives epoch ms.
 */
export function createLabelGroups(now: () => number): LabelGroups {
  const alone = new Set<PostingNumber>();
  /** Halves that are still to be asked for. */
  const waiting: (readonly WantedLabel[])[] = [];
  let current: Group | null = null;
  let notBefore = 0;
  let restUntil = 0;
  let fruitless = 0;

  function putAlone(labels: readonly WantedLabel[]): void {
    if (alone.size + labels.length > aloneMax) alone.clear();
    for (const { number } of labels) alone.add(number);
  }

  function halve(labels: readonly WantedLabel[]): void {
    const middle = Math.ceil(labels.length / 2);
    waiting.push(labels.slice(middle), labels.slice(0, middle));
  }

  function noteFruitless(): void {
    fruitless += 1;
    if (fruitless < fruitlessMax) return;
    fruitless = 0;
    restUntil = now() + restMs;
    waiting.length = 0;
  }

  function start(labels: readonly WantedLabel[]): readonly WantedLabel[] {
    current = { labels, sinceAt: now() };
    return labels;
  }

  function isAlone({ number, labelBarcodes }: WantedLabel): boolean {
    return now() < restUntil || labelBarcodes.length === 0 || alone.has(number);
  }

  return {
    next(wanted) {
      if (now() < notBefore || now() < restUntil) return null;
      if (current !== null) return current.labels;
      const open = wanted.filter((label) => !isAlone(label));
      const isOpen = new Set(open.map(({ number }) => number));
      for (let half = waiting.pop(); half !== undefined; half = waiting.pop()) {
        const labels = half.filter(({ number }) => isOpen.has(number));
        if (labels.length > 1) return start(labels);
        putAlone(labels);
      }
      const labels = open.filter(({ number }) => !alone.has(number)).slice(0, groupMax);
      return labels.length < 2 ? null : start(labels);
    },
    ended(group, end) {
      const forMs = now() - (current?.sinceAt ?? now());
      if (end.kind === 'away') {
        notBefore = now() + awayMs;
        return;
      }
      if (end.kind === 'drawing' && forMs <= drawingMaxMs) {
        notBefore = now() + Math.min(askLatestMs, Math.max(askSoonestMs, forMs / 2));
        return;
      }
      current = null;
      const isTaken = new Set(end.kind === 'read' ? end.taken : []);
      if (end.kind === 'refused') halve(group);
      else putAlone(group.filter(({ number }) => !isTaken.has(number)));
      if (isTaken.size === 0) noteFruitless();
      else fruitless = 0;
    },
    isAlone,
    isUnderWay: () => current !== null || waiting.length > 0,
    forget: (number) => void alone.delete(number),
  };
}
