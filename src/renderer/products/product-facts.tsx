import type { CardView } from '#contract/product-procedures.ts';
import { useTexts } from '../texts/use-texts.ts';
import { moneyText } from './money-text.ts';
import { useMeasures } from './use-measures.ts';

/** What a product's card says. */
export function ProductFacts({ card }: { readonly card: CardView }) {
  const { say } = useTexts();
  const { sizeText, weightText } = useMeasures();
  const unknown = say('products.unknown');
  const size = [sizeText(card.sizeMm), weightText(card.weightG)].filter((text) => text !== '').join(', ');
  const status = [card.statusText || card.status, card.isArchived ? say('products.show.archived') : ''];
  const facts: readonly (readonly [string, string])[] = [
    [say('products.columns.offer'), card.offer],
    ['SKU', card.sku ?? unknown],
    [say('products.columns.barcode'), card.barcodes.join(', ') || unknown],
    [say('products.columns.size'), size || unknown],
    [say('products.declared'), card.declared],
    [say('products.columns.price'), moneyText(card.price, card.currency) || unknown],
    [say('products.oldPrice'), moneyText(card.oldPrice, card.currency)],
    [say('products.minPrice'), moneyText(card.minPrice, card.currency)],
    [say('queue.columns.status'), status.filter((text) => text !== '').join(' · ')],
  ];
  return (
    <dl className="product__facts" data-testid="product-facts">
      {facts
        .filter(([, text]) => text !== '')
        .map(([name, text]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}
