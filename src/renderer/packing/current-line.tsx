import type { LineView } from '#contract/bench-view.ts';
import { formatGrams } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ProductPicture } from './product-picture.tsx';

/** The line to scan now: picture and number first, words second. */
export function CurrentLine({ line }: { readonly line: LineView }) {
  const { say, language } = useTexts();
  const toGo = line.wantedInPackage - line.inPackage;
  const facts = [
    line.offerId,
    line.barcodes[0] ?? '',
    line.weightG === null ? '' : formatGrams(language, line.weightG),
    line.requires.includes('marking-code') ? say('pack.needsMarking') : '',
  ];
  return (
    <div className="current-line" data-testid="current-line" data-sku={line.sku}>
      <ProductPicture sku={line.sku} size="var(--picture)" />
      <div className="current-line__words">
        <p className={`current-line__name ${sizeOf(line.name)}`}>{line.name}</p>
        <p className="current-line__facts">{facts.filter((fact) => fact !== '').join(' · ')}</p>
      </div>
      <div className="current-line__count">
        <span className="current-line__times">{say('pack.times', { count: line.wantedInPackage })}</span>
        <span className="current-line__to-go">{say('pack.toGo', { count: toGo })}</span>
      </div>
    </div>
  );
}

/** A name is set as large as lets all of it be read. */
function sizeOf(name: string): string {
  if (name.length <= 56) return '';
  return name.length <= 110 ? 'current-line__name--long' : 'current-line__name--endless';
}
