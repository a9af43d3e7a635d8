import { Input, Label, TextField } from 'react-aria-components';
import type { StockCell, StockRowView } from '#contract/product-procedures.ts';
import type { CardId } from '#domain/catalogue/listed-card.ts';
import { useTexts } from '../texts/use-texts.ts';

/** A figure that was typed and not sent yet, with what stood there when it was. */
export interface TypedStock {
  readonly id: CardId;
  readonly warehouse: string;
  readonly seen: number;
  readonly words: string;
}
export type StockDraft = ReadonlyMap<string, TypedStock>;

/** Names a product's place in a warehouse. */
export function stockKey({ id, warehouse }: Pick<TypedStock, 'id' | 'warehouse'>): string {
  return `${id} ${warehouse}`;
}

/** A stock as people type it: a whole number up to 999,999; null where it is none. */
export function parseStock(words: string): number | null {
  return /^\d{1,6}$/.test(words.trim()) ? Number(words.trim()) : null;
}

/** Products by warehouses. `onType` null: for looking alone. */
export function StockTable(props: {
  readonly rows: readonly StockRowView[];
  readonly warehouses: readonly { readonly id: string; readonly name: string }[];
  readonly draft: StockDraft;
  readonly onType: ((typed: TypedStock) => void) | null;
}) {
  const { say } = useTexts();
  const { rows, warehouses, draft, onType } = props;
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{say('products.columns.name')}</th>
          <th>{say('products.columns.offer')}</th>
          {warehouses.map(({ id, name }) => (
            <th key={id}>{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-testid={`stock-${row.offer}`}>
            <td>{row.name}</td>
            <td className="selectable">{row.offer}</td>
            {warehouses.map((warehouse) => {
              const cell = row.cells.find((one) => one.warehouse === warehouse.id);
              if (cell === undefined) return <td key={warehouse.id} />;
              const place = { id: row.id, warehouse: warehouse.id };
              const label = say('products.stocks.cell', { product: row.offer, warehouse: warehouse.name });
              return (
                <td key={warehouse.id}>
                  {onType === null ? (
                    cell.free
                  ) : (
                    <TextField
                      className="field"
                      value={draft.get(stockKey(place))?.words ?? ''}
                      onChange={(words) => onType({ ...place, seen: cell.free, words })}
                      inputMode="numeric"
                      maxLength={6}
                      autoComplete="off"
                    >
                      <Label className="unseen">{label}</Label>
                      <Input className="field__input stock__input" placeholder={String(cell.free)} />
                    </TextField>
                  )}
                  <CellNote cell={cell} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CellNote({ cell }: { readonly cell: StockCell }) {
  const { say } = useTexts();
  const notes = [
    cell.reserved > 0 ? say('products.stocks.reserved', { count: cell.reserved }) : '',
    cell.pending === null ? '' : say('products.stocks.pending', { count: cell.pending }),
    cell.trouble ?? '',
  ].filter((note) => note !== '');
  return notes.length === 0 ? null : <p className="note">{notes.join(' · ')}</p>;
}
