import type { CardId } from '#domain/catalogue/listed-card.ts';
import { Icon } from '../design/icon.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useTexts } from '../texts/use-texts.ts';

/** A product's picture, or a plain box. */
export function CardPicture({ id }: { readonly id: CardId }) {
  const { say } = useTexts();
  const { value } = useAnswer('products.picture', { id });
  const url = value?.dataUrl ?? null;
  return (
    <div className="picture" style={{ width: '18rem', height: '18rem' }}>
      {url === null ? (
        <span role="img" aria-label={say('verdict.noPicture')}>
          <Icon name="products" size="40%" />
        </span>
      ) : (
        <img src={url} alt="" />
      )}
    </div>
  );
}
