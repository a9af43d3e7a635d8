import type { StationEvents } from '#contract/events.ts';
import type { Language } from '#contract/language.ts';
import { limitSentence, weightSentence } from '#contract/texts/sentences.ts';
import type { Sku } from '#domain/ids.ts';
import type { WeightDecision } from '#domain/packing/decide-weight.ts';
import type { Session } from '#domain/packing/session.ts';
import type { Product } from '#domain/posting/product.ts';

type Judged = Exclude<WeightDecision, { kind: 'ignored' }>;
type WeightWords = Parameters<typeof weightSentence> extends [unknown, ...infer Rest] ? Rest : never;

/** What is told of a weight that was judged: the figures and a sentence for the packer. */
export function weightNews(
  { posting }: Pick<Session, 'posting'>,
  judged: Judged,
  products: ReadonlyMap<Sku, Product>,
  language: Language,
): StationEvents['weight'] {
  const { weightG, expectedG } = judged;
  return {
    posting,
    isAccepted: judged.kind === 'accepted',
    weightG,
    expectedG,
    toleranceG: judged.kind === 'refused' ? judged.toleranceG : null,
    sentence:
      judged.kind === 'over-limit'
        ? limitSentence(language, judged.breach)
        : weightSentence(language, ...wordsFor(judged, products)),
  };
}

function wordsFor(
  judged: Exclude<Judged, { kind: 'over-limit' }>,
  products: ReadonlyMap<Sku, Product>,
): WeightWords {
  const weightG = Math.round(judged.weightG);
  if (judged.kind === 'accepted') return [judged.expectedG === null ? 'unchecked' : 'accepted', { weightG }];
  const differenceG = Math.round(Math.abs(judged.weightG - judged.expectedG));
  const isHeavy = judged.weightG > judged.expectedG;
  const { explainedBy } = judged;
  if (explainedBy === null) return [isHeavy ? 'heavy' : 'light', { differenceG }];
  const product = products.get(explainedBy)?.name ?? explainedBy;
  return [isHeavy ? 'extra' : 'missing', { differenceG, product }];
}
