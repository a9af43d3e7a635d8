import type { PackageView, SessionView } from '#contract/bench-view.ts';
import { limitSentence, weightSentence } from '#contract/texts/sentences.ts';
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
  const over = session.limitRefusal;
  if (!session.requireWeight && refusal === null) return over === null ? null : <OverLimit over={over} />;
  const expectedG = refusal?.expectedG ?? parcel?.expectedG ?? null;
  const toleranceG = refusal?.toleranceG ?? parcel?.toleranceG ?? null;
  return (
    <div className={refusal === null && over === null ? 'weight-facts' : 'weight-facts weight-facts--off'}>
      <p className="weight-facts__now">
        {refusal !== null || over?.weightG != null
          ? formatGrams(language, (refusal ?? over)?.weightG ?? 0)
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
      {over === null ? null : <OverLimit over={over} />}
      {refusal === null ? null : (
        <p className="weight-facts__why" data-testid="weight-refusal">
          <VerdictShape look="wrong" size="2.5rem" />
          <span>{weightSentence(language, ...toWeightRefusal(refusal))}</span>
        </p>
      )}
    </div>
  );
}

/** What the acceptance point would say of this package. */
function OverLimit({ over }: { readonly over: NonNullable<SessionView['limitRefusal']> }) {
  const { language } = useTexts();
  return (
    <p className="weight-facts__why" data-testid="limit-refusal">
      <VerdictShape look="wrong" size="2.5rem" />
      <span>{limitSentence(language, over.breach)}</span>
    </p>
  );
}
