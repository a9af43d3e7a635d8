import type { CatalogueReadingView } from '#contract/product-procedures.ts';
import { isShopAway, useBench } from '../bench-store/bench-store.ts';
import { ActionButton } from '../design/action-button.tsx';
import { useNow } from '../design/use-now.ts';
import { useCommand } from '../station-link/use-command.ts';
import { formatMoment, formatNumber } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';

/** How fresh the list is, or how far the reading has come, and the way to have it read anew. */
export function ReadingNote({ reading }: { readonly reading: CatalogueReadingView }) {
  const { say, language } = useTexts();
  const now = useNow();
  const isAway = useBench(isShopAway);
  const { run, isRunning } = useCommand('products.read');
  const { isUnderWay, cards, total, unread, wholeAt, failure } = reading;
  const figures = {
    cards: formatNumber(language, cards),
    total: total === null ? '?' : formatNumber(language, total),
  };
  return (
    <div className="products__foot">
      <p className="note" role="status" data-testid="products-reading">
        {[
          isUnderWay ? say('products.reading', figures) : '',
          failure === null
            ? ''
            : isAway
              ? say('common.shopAway')
              : say('products.broken', { why: failure, ...figures }),
          wholeAt === null || isUnderWay
            ? ''
            : say('products.readAt', { at: formatMoment(language, wholeAt, now) }),
          unread > 0 ? say('products.unread', { count: unread }) : '',
        ]
          .filter((text) => text !== '')
          .join(' ')}
      </p>
      <ActionButton
        onPress={() => void run({ isWanted: true })}
        isDisabled={isUnderWay || isRunning}
        testId="products-read"
      >
        {say('products.readNow')}
      </ActionButton>
    </div>
  );
}
