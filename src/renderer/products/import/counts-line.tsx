import type { ImportCounts } from '#contract/product-import-procedures.ts';
import { useTexts } from '../../texts/use-texts.ts';

const order = [
  ...([
    'faulty',
    'ready',
    'underWay',
    'moderating',
    'approved',
    'refused',
    'declined',
    'unknown',
    'left',
  ] as const),
];

/** How many lines of a file are how far, without those of which there are none. */
export function CountsLine({ counts }: { readonly counts: ImportCounts }) {
  const { say } = useTexts();
  const parts = order
    .filter((key) => counts[key] > 0)
    .map((key) => `${counts[key]} ${say(`import.counts.${key}`)}`);
  return <span data-testid="import-counts">{parts.join(' · ')}</span>;
}
