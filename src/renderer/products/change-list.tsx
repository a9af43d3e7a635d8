import type { ProductChangeView } from '#contract/product-procedures.ts';
import { useNow } from '../design/use-now.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';

/** What leads had changed of a product at this bench, the newest first; nothing where nothing was. */
export function ChangeList({ changes }: { readonly changes: readonly ProductChangeView[] }) {
  const { say, language } = useTexts();
  const now = useNow();
  if (changes.length === 0) return null;
  return (
    <section aria-label={say('products.changes.title')}>
      <h3 className="panel__title">{say('products.changes.title')}</h3>
      <ul className="product__troubles" data-testid="product-changes">
        {changes.map(({ seq, kind, wanted, outcome, words, askedAt, actor }) => (
          <li key={seq}>
            {[
              formatMoment(language, askedAt, now),
              [say(`products.changes.kind.${kind}`), wanted].filter((part) => part !== '').join(' '),
              say(`products.changes.outcome.${outcome}`),
              words ?? '',
              actor,
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
