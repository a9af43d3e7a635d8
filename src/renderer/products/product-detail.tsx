import type { CardView } from '#contract/product-procedures.ts';
import type { CardId } from '#domain/catalogue/listed-card.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useNow } from '../design/use-now.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { BarcodeForm } from './barcode-form.tsx';
import { CardPicture } from './card-picture.tsx';
import { ChangeList } from './change-list.tsx';
import { PriceForm } from './price-form.tsx';
import { ProductFacts } from './product-facts.tsx';
import { ProductLabels } from './product-labels.tsx';

/** One product as the shop has it now. */
export function ProductDetail(props: {
  readonly id: CardId;
  readonly mayChange: boolean;
  /** Nothing else at the bench waits for a scan. */
  readonly isFree: boolean;
  readonly onClose: () => void;
}) {
  const { say, language } = useTexts();
  const now = useNow();
  const { id, mayChange, isFree, onClose } = props;
  const { value, failure, askAgain } = useAnswer('products.card', { id });
  const back = (
    <div className="products__foot">
      <ActionButton icon="left" onPress={onClose} testId="product-back" isFirst>
        {say('products.back')}
      </ActionButton>
    </div>
  );
  if (failure !== null) {
    return (
      <div className="panel products__panel">
        {back}
        <FailureNote failure={failure} onRetry={askAgain} />
      </div>
    );
  }
  if (value === null) {
    return (
      <div className="panel products__panel">
        {back}
        <p className="loading">{say('common.loading')}</p>
      </div>
    );
  }
  const { card } = value;
  return (
    <div className="panel products__panel" data-testid="product-detail">
      {back}
      {value.failure === null ? null : (
        <p className="note" role="status">
          {say('products.stale', { at: formatMoment(language, card.readAt, now), why: value.failure })}
        </p>
      )}
      <div className="product">
        <CardPicture id={id} />
        <div className="product__body">
          <h2 className="product__name">{card.name === '' ? card.offer : card.name}</h2>
          <ProductFacts card={card} stocks={value.stocks} />
          <ProductTroubles card={card} />
          <ProductLabels card={card} />
          {mayChange ? <PriceForm card={card} onChanged={askAgain} /> : null}
          {mayChange ? <BarcodeForm card={card} isFree={isFree} onChanged={askAgain} /> : null}
          <ChangeList changes={value.changes} />
        </div>
      </div>
    </div>
  );
}

function ProductTroubles({ card }: { readonly card: CardView }) {
  const { say } = useTexts();
  const own = card.problems.filter((problem) => problem !== 'shop-errors');
  if (own.length + card.troubles.length === 0) return null;
  return (
    <section aria-label={say('products.problem')}>
      <h3 className="panel__title">{say('products.problem')}</h3>
      <ul className="product__troubles">
        {own.map((problem) => (
          <li key={problem}>{say(`products.cures.${problem}`)}</li>
        ))}
        {[...new Set(card.troubles)].map((trouble) => (
          <li key={trouble} className="selectable">
            {say('products.shopSays', { words: trouble })}
          </li>
        ))}
      </ul>
    </section>
  );
}
