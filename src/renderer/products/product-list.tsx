import { useEffect } from 'react';
import type { CardId } from '#domain/catalogue/listed-card.ts';
import { EmptyState } from '../design/empty-state.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useStation } from '../station-link/station.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { useTexts } from '../texts/use-texts.ts';
import { PageTurner } from './page-turner.tsx';
import { ProductFilter } from './product-filter.tsx';
import { ProductTable } from './product-table.tsx';
import { ReadingNote } from './reading-note.tsx';
import type { ProductQuery } from './use-product-query.ts';

/** The seller's products, found by a part of their name, article, SKU or barcode, or by a scan. */
export function ProductList(props: { readonly query: ProductQuery; readonly onOpen: (id: CardId) => void }) {
  const { say } = useTexts();
  const { query, onOpen } = props;
  const { input, scanned } = query;
  const station = useStation();
  const { value, failure, isAsking, askAgain } = useAnswer('products.list', input, ['products']);
  // They are read while somebody looks at them, and not for benches where nobody does.
  useEffect(() => void station.call('products.read', { isWanted: false }), [station]);
  const only = value !== null && !isAsking && value.total === 1 ? (value.rows[0] ?? null) : null;
  const isFound = scanned !== null && scanned.slice(0, 200) === input.wanted;
  const foundId = isFound ? (only?.id ?? null) : null;
  const { change } = query;
  useEffect(() => {
    if (foundId === null) return;
    // Coming back from the product shows the list, not the product once more.
    change({});
    onOpen(foundId);
  }, [foundId, onOpen, change]);
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  const { reading, rows, total } = value;
  const isUnfiltered =
    input.wanted === '' && input.problem === '' && input.status === '' && !input.isArchived;
  return (
    <div className="panel products__panel">
      <ProductFilter query={query} statuses={value.statuses} />
      <ReadingNote reading={reading} />
      {rows.length > 0 ? (
        <>
          <ProductTable rows={rows} onOpen={onOpen} />
          <PageTurner
            {...{ offset: input.offset, shown: rows.length, total }}
            onTurn={(offset) => change({ offset })}
          />
        </>
      ) : isUnfiltered ? (
        <EmptyState icon="products" title={say('products.empty')} hint={say('products.emptyHint')} />
      ) : (
        <p className="note" data-testid="products-none">
          {say(isFound ? 'products.notScanned' : 'products.notFound', { code: input.wanted })}
        </p>
      )}
    </div>
  );
}
