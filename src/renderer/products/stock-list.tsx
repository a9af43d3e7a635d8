import { useState } from 'react';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';
import { PageTurner } from './page-turner.tsx';
import { ProductFilter } from './product-filter.tsx';
import { StockSheetBar } from './stock-sheet-bar.tsx';
import { parseStock, type StockDraft, StockTable, stockKey } from './stock-table.tsx';
import type { ProductQuery } from './use-product-query.ts';

/** What lies in the seller's warehouses; a lead types other figures and sends them together. */
export function StockList(props: { readonly query: ProductQuery; readonly mayChange: boolean }) {
  const { say } = useTexts();
  const { query, mayChange } = props;
  const { value, failure, askAgain } = useAnswer('products.stocks', query.input, ['products']);
  const { run, isRunning, failure: notSet } = useCommand('products.setStocks');
  const [draft, setDraft] = useState<StockDraft>(new Map());
  const counts = [...draft.values()].map(({ words }) => parseStock(words));
  const isBad = counts.includes(null);
  const send = async () => {
    const changes = [...draft.values()].flatMap(({ id, warehouse, seen, words }) => {
      const free = parseStock(words);
      return free === null ? [] : [{ id, warehouse, free, seen }];
    });
    if ((await run({ changes })) !== null) setDraft(new Map());
  };
  return (
    <div className="panel products__panel">
      <ProductFilter query={query} statuses={[]} />
      <p className="note">{say(mayChange ? 'products.stocks.hint' : 'products.stocks.leads')}</p>
      {mayChange ? <StockSheetBar input={query.input} /> : null}
      {failure === null ? null : <FailureNote failure={failure} onRetry={askAgain} />}
      {value === null && failure === null ? <p className="loading">{say('common.loading')}</p> : null}
      {value === null ? null : value.rows.length === 0 ? (
        <p className="note">{say('products.notFound')}</p>
      ) : value.warehouses.length === 0 ? (
        <p className="note">{say('products.stocks.empty')}</p>
      ) : (
        <>
          <StockTable
            rows={value.rows}
            warehouses={value.warehouses}
            draft={draft}
            onType={
              mayChange
                ? (one) => {
                    const next = new Map(draft);
                    if (one.words.trim() === '') next.delete(stockKey(one));
                    else next.set(stockKey(one), one);
                    setDraft(next);
                  }
                : null
            }
          />
          <PageTurner
            {...{ offset: query.input.offset, shown: value.rows.length, total: value.total }}
            onTurn={(offset) => query.change({ offset })}
          />
        </>
      )}
      {draft.size === 0 ? null : (
        <div className="line-form">
          <ActionButton
            look="main"
            onPress={() => void send()}
            isDisabled={isRunning || isBad}
            testId="stocks-send"
          >
            {say('products.stocks.send', { count: draft.size })}
          </ActionButton>
          <ActionButton onPress={() => setDraft(new Map())} isDisabled={isRunning}>
            {say('products.stocks.drop')}
          </ActionButton>
          {isBad ? <p className="note">{say('products.stocks.bad')}</p> : null}
        </div>
      )}
      <FailureNote failure={notSet} />
    </div>
  );
}
