import type { ProcedureOutput } from '#contract/procedures.ts';
import { EmptyState } from '../design/empty-state.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import type { Asked } from '../station-link/use-answer.ts';
import { formatNumber } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { HourChart } from './hour-chart.tsx';
import { PackerChart } from './packer-chart.tsx';

type Summary = ProcedureOutput<'shift.summary'>;

/** Three numbers, then two charts that say why. */
export function ShiftFigures({ summary }: { readonly summary: Asked<Summary> }) {
  const { say } = useTexts();
  if (summary.failure !== null) return <FailureNote failure={summary.failure} onRetry={summary.askAgain} />;
  if (summary.value === null) return <p className="loading">{say('common.loading')}</p>;
  const { value } = summary;
  if (value.packages === 0 && value.rejectedScans === 0) {
    return <EmptyState icon="shift" title={say('shift.noPackages')} hint={say('shift.noPackagesHint')} />;
  }
  return (
    <div className="figures">
      <Numbers summary={value} />
      <HourChart perHour={value.perHour} />
      <PackerChart perPacker={value.perPacker} />
    </div>
  );
}

function Numbers({ summary }: { readonly summary: Summary }) {
  const { say, language } = useTexts();
  const { packages, postings, units, rejectedScans, overrides } = summary;
  const share = units === 0 ? null : `${formatNumber(language, (100 * rejectedScans) / units, 1)} %`;
  return (
    <dl className="figures__numbers">
      <Figure
        value={packages}
        title={say('shift.packages')}
        detail={`${say('common.postings', { count: postings })} · ${say('common.pieces', { count: units })}`}
      />
      <Figure
        value={rejectedScans}
        title={say('shift.rejected')}
        detail={share === null ? '' : say('shift.rejectedRate', { share })}
      />
      <Figure value={overrides} title={say('shift.overrides')} detail="" />
    </dl>
  );
}

function Figure(props: { readonly value: number; readonly title: string; readonly detail: string }) {
  const { language } = useTexts();
  return (
    <div className="panel figure-card">
      <dt className="panel__title">{props.title}</dt>
      <dd className="figure__value">{formatNumber(language, props.value)}</dd>
      <dd className="note">{props.detail}</dd>
    </div>
  );
}
