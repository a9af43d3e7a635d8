import { ActionButton } from '../design/action-button.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { productsAtOnce } from './use-product-query.ts';

/** Which part of a long list is shown, and the way to the others. */
export function PageTurner(props: {
  readonly offset: number;
  readonly shown: number;
  readonly total: number;
  readonly onTurn: (offset: number) => void;
}) {
  const { say } = useTexts();
  const { offset, shown, total, onTurn } = props;
  const range = { from: offset + 1, to: offset + shown, total };
  return (
    <div className="products__foot">
      <p className="note" data-testid="products-range">
        {say('products.range', range)}
      </p>
      <div className="row-actions">
        <ActionButton
          icon="left"
          label={say('products.before')}
          onPress={() => onTurn(Math.max(0, offset - productsAtOnce))}
          isDisabled={offset === 0}
        >
          {''}
        </ActionButton>
        <ActionButton
          icon="right"
          label={say('products.after')}
          onPress={() => onTurn(offset + productsAtOnce)}
          isDisabled={offset + shown >= total}
        >
          {''}
        </ActionButton>
      </div>
    </div>
  );
}
