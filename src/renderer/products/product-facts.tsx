import type { ProcedureOutput } from '#contract/procedures.ts';
import type { CardView } from '#contract/product-procedures.ts';
import { useTexts } from '../texts/use-texts.ts';
import { moneyText } from './money-text.ts';
import { useMeasures } from './use-measures.ts';

/** What a product's card says. */
export function ProductFacts(props: {
  readonly card: CardView;
  /** Null where they could not be read. */
  readonly stocks: ProcedureOutput<'products.card'>['stocks'];
}) {
  const { card, stocks } = props;
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
    ...(stocks ?? []).map(({ warehouseName, free, reserved, pending }): readonly [string, string] => [
      say('products.stocks.at', { warehouse: warehouseName }),
      [
        String(free),
        reserved > 0 ? say('products.stocks.reserved', { count: reserved }) : '',
        pending === null ? '' : say('products.stocks.pending', { count: pending }),
      ]
        .filter((text) => text !== '')
        .join(' · '),
    ]),
    ...(stocks === null ? [[say('products.tabs.stocks'), unknown] as const] : []),
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
