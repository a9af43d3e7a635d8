import { Button } from 'react-aria-components';
import type { CardView } from '#contract/product-procedures.ts';
import type { CardId } from '#domain/catalogue/listed-card.ts';
import { useTexts } from '../texts/use-texts.ts';
import { moneyText } from './money-text.ts';
import { useMeasures } from './use-measures.ts';

/** Products, one a row; its name opens it. */
export function ProductTable(props: {
  readonly rows: readonly CardView[];
  readonly onOpen: (id: CardId) => void;
}) {
  const { say } = useTexts();
  const { sizeText, weightText } = useMeasures();
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{say('products.columns.name')}</th>
          <th>{say('products.columns.offer')}</th>
          <th>SKU</th>
          <th>{say('products.columns.barcode')}</th>
          <th>{say('products.columns.size')}</th>
          <th className="is-number">{say('products.columns.price')}</th>
          <th>{say('queue.columns.status')}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((card) => (
          <tr key={card.id} data-testid={`product-${card.offer}`}>
            <td>
              <Button className="products__name" onPress={() => props.onOpen(card.id)}>
                {card.name === '' ? card.offer : card.name}
              </Button>
            </td>
            <td className="selectable">{card.offer}</td>
            <td className="selectable">{card.sku}</td>
            <td className="is-code">
              {card.barcodes[0] ?? '–'}
              {card.barcodes.length > 1 ? ` +${card.barcodes.length - 1}` : ''}
            </td>
            <td>
              {[sizeText(card.sizeMm), weightText(card.weightG)].filter((text) => text !== '').join(', ')}
            </td>
            <td className="is-number">{moneyText(card.price, card.currency)}</td>
            <td>
              {[
                ...card.problems.map((problem) => say(`products.problems.${problem}`)),
                card.statusText || card.status,
              ]
                .filter((text) => text !== '')
                .join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
