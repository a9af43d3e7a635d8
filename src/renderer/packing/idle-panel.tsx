import type { BenchView } from '#contract/bench-view.ts';
import { Icon } from '../design/icon.tsx';
import { VerdictShape } from '../design/verdict-shape.tsx';
import { formatNumber } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ControlButtons } from './control-buttons.tsx';
import { instructions } from './instruction.ts';
import type { PackingStep } from './packing-step.ts';

/** No posting in hand: what to scan, how much waits, and what became of the last one. */
export function IdlePanel({ view, step }: { readonly view: BenchView; readonly step: PackingStep }) {
  const { say } = useTexts();
  const { counts, session } = view;
  const isEmpty = counts.queued === 0;
  const { title, hint } = instructions[step];
  return (
    <section className="panel idle" aria-labelledby="now-title">
      <p className="now__kicker">{say('pack.now')}</p>
      <div className="idle__call">
        <Icon name="scanner" size="10rem" line={1.4} />
        <div>
          <h1 className="idle__title" id="now-title" data-testid="instruction" data-step={step}>
            {say(isEmpty && step === 'start' ? 'pack.startEmpty' : title)}
          </h1>
          <p className="now__hint">
            {say(isEmpty && step === 'start' ? 'pack.startEmptyHint' : (hint ?? 'pack.startHint'))}
          </p>
        </div>
      </div>
      {session === null ? null : (
        <p className="idle__last">
          {step === 'closed' ? <VerdictShape look="accepted" size="2rem" /> : null}
          <b className="selectable">{session.posting}</b>
          <span>{say(lastText(step))}</span>
          {session.heldFor === null ? null : <span>{say(`pack.heldFor.${session.heldFor}`)}</span>}
        </p>
      )}
      <ControlButtons step={step} isWeighed />
    </section>
  );
}

/** How much waits, and how much is done. */
export function IdleFigures({ counts }: { readonly counts: BenchView['counts'] }) {
  const { say, language } = useTexts();
  const figures = [
    { value: counts.queued, text: say('pack.waiting') },
    { value: counts.urgent, text: say('pack.urgent') },
    { value: counts.held, text: say('pack.held') },
    { value: counts.packedToday, text: say('pack.packedToday') },
  ];
  return (
    <dl className="panel idle-figures">
      {figures.map(({ value, text }) => (
        <div key={text} className="figure">
          <dd className="figure__value">{formatNumber(language, value)}</dd>
          <dt className="figure__text">{text}</dt>
        </div>
      ))}
    </dl>
  );
}

function lastText(step: PackingStep) {
  if (step === 'held') return 'pack.heldTitle';
  if (step === 'put-back') return 'pack.putBack';
  return step === 'stopped' ? 'verdict.cancelled' : 'pack.closed';
}
