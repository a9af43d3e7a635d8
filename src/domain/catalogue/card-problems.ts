import type { ListedCard } from './listed-card.ts';

/** What keeps a product from being packed or sold without a hand. */
export const cardProblems = ['no-barcode', 'no-size', 'no-weight', 'shop-errors'] as const;
export type CardProblem = (typeof cardProblems)[number];

/** What is wrong with a card, the worst for a packer first. */
export function problemsOf(
  card: Pick<ListedCard, 'barcodes' | 'sizeMm' | 'weightG' | 'troubles'>,
): readonly CardProblem[] {
  const found: Readonly<Record<CardProblem, boolean>> = {
    'no-barcode': card.barcodes.length === 0,
    'no-size': card.sizeMm === null,
    'no-weight': card.weightG === null,
    'shop-errors': card.troubles.length > 0,
  };
  return cardProblems.filter((problem) => found[problem]);
}
