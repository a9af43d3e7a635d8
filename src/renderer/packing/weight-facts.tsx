import type { PackageView, SessionView } from '#contract/bench-view.ts';
import { weightSentence } from '#contract/texts/sentences.ts';
import { useBench } from '../bench-store/bench-store.ts';
import { VerdictShape } from '../design/verdict-shape.tsx';
import { formatGrams, formatTenthsG } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { toWeightRefusal } from './weight-refusal.ts';

/** What the scale shows and what it should show, large; a refusal says by how much and what would explain it. */
export function WeightFacts(props: { readonly session: SessionView; readonly parcel: PackageView | null }) {
  const { say, language } = useTexts();
  const scale = useBench((state) => state.scale);
  const { session, parcel } = props;
  const refusal = session.weightRefusal;
  if (!session.requireWeight && refusal === null) return null;
  const expectedG = refusal?.expectedG ?? parcel?.expectedG ?? null;
  const toleranceG = refusal?.toleranceG ?? parcel?.toleranceG ?? null;
  return (
    <div className={refusal === null ? 'weight-facts' : 'weight-facts weight-facts--off'}>
      <p className="weight-facts__now">
        {refusal !== null
          ? formatGrams(language, refusal.weightG)
          : scale === null || scale.tenthsG === null
            ? '—'
            : formatTenthsG(language, scale.tenthsG)}
      </p>
      <p className="weight-facts__wanted">
        {expectedG === null
          ? say('scale.expectedUnknown')
          : say('scale.expected', {
              weight: formatGrams(language, expectedG),
              tolerance: formatGrams(language, toleranceG ?? 0),
            })}
      </p>
      {refusal === null ? null : (
        <p className="weight-facts__why" data-testid="weight-refusal">
          <VerdictShape look="wrong" size="2.5rem" />
          <span>{weightSentence(language, ...toWeightRefusal(refusal))}</span>
        </p>
      )}
    </div>
  );
}
