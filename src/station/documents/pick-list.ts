import type { DocumentTexts } from './document-texts.ts';
import { localTimeIn } from './local-time.ts';
import type { ReceiptBlock } from './receipt.ts';

/** What to fetch from the shelves for a number of postings. Times are epoch ms. */
export type PickList = {
  readonly postings: number;
  readonly madeAt: number;
  /** The earliest cutoff among the postings; null when none has one. */
  readonly cutoffAt: number | null;
  readonly lines: readonly {
    readonly sku: string;
    readonly offerId: string;
    readonly name: string;
    readonly quantity: number;
  }[];
};

/** A pick list, its lines in the order given. */
export function pickList(
  list: PickList,
  options: { readonly texts: DocumentTexts; readonly timeZone: string },
): readonly ReceiptBlock[] {
  const words = options.texts.pickList;
  const localTime = localTimeIn(options.timeZone);
  const units = list.lines.reduce((sum, line) => sum + line.quantity, 0);
  const cutoff = list.cutoffAt === null ? [] : [`${words.cutoff} ${localTime(list.cutoffAt)}`];
  const facts = [`${words.postings} ${list.postings}`, `${words.made} ${localTime(list.madeAt)}`, ...cutoff];
  return [
    { kind: 'text', text: words.title, sizeMm: 5, weight: 'bold', align: 'centre' },
    { kind: 'text', text: facts.join(' · '), sizeMm: 2.8, align: 'centre' },
    { kind: 'rule' },
    ...list.lines.map((line): ReceiptBlock => {
      const article = line.offerId === '' ? line.sku : line.offerId;
      return { kind: 'entry', left: `${article}  ${line.name}`, right: `× ${line.quantity}`, sizeMm: 3.4 };
    }),
    { kind: 'rule' },
    { kind: 'entry', left: words.total, right: String(units), sizeMm: 3.6 },
  ];
}
