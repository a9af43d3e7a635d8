import { useState } from 'react';
import type { DeviceView, PackageView, SessionView } from '#contract/bench-view.ts';
import { useBench } from '../bench-store/bench-store.ts';
import { Icon } from '../design/icon.tsx';
import { useNow } from '../design/use-now.ts';
import { deviceSentence } from '../devices/device-sentence.ts';
import { formatSpan } from '../texts/format.ts';
import { keyOr, useTexts } from '../texts/use-texts.ts';
import { labelPrinterNews } from './label-printer.ts';
import type { PackingStep } from './packing-step.ts';

/** Where the label is on its way, and what stands in it. */
export function LabelFacts(props: {
  readonly session: SessionView;
  readonly parcel: PackageView | null;
  readonly step: PackingStep;
}) {
  const { say } = useTexts();
  const { session, parcel, step } = props;
  const devices = useBench(({ view }) => view?.devices ?? noDevices);
  const { from, inTheWay } = labelPrinterNews(devices, parcel?.printer ?? null);
  const isWaiting =
    step === 'label-wait' ||
    step === 'label-registering' ||
    step === 'label-offline' ||
    step === 'label-printing';
  return (
    <div className="label-facts">
      <LabelRoad step={step} />
      <ul className="label-facts__list">
        {isWaiting ? <Waited key={step} /> : null}
        {parcel?.isInterim ? <li>{say('pack.interim')}</li> : null}
        {parcel !== null && parcel.copies > 1 ? <li>{say('pack.copy', { count: parcel.copies })}</li> : null}
        {from !== null ? (
          <li data-testid="label-printer-name">
            {say('documents.labelFrom', { printer: from.name ?? from.device })}
          </li>
        ) : null}
        {parcel?.shopPosting ? <li className="selectable">{parcel.shopPosting}</li> : null}
      </ul>
      {parcel?.label === 'unprintable' && parcel.labelDetail !== null ? (
        <p className="label-facts__words" data-testid="label-problem">
          {say(keyOr(`labelProblem.${parcel.labelDetail}`, 'labelProblem.other'), {
            code: parcel.labelDetail,
          })}
        </p>
      ) : null}
      {parcel?.readsWhenWorn === false && stopOf(step) === 2 ? (
        <p className="label-facts__words" data-testid="label-worn">
          {say('labelProblem.worn')}
        </p>
      ) : null}
      {session.shipRefusal === null ? null : (
        <p className="label-facts__words selectable">
          {say('pack.shopWords', { words: session.shipRefusal.detail || session.shipRefusal.shopCode })}
        </p>
      )}
      {inTheWay !== null && step.startsWith('label-') ? (
        <p className="label-facts__words">
          <Icon name="label-printer" size="2rem" /> {deviceSentence(inTheWay)}
        </p>
      ) : null}
    </div>
  );
}

const noDevices: readonly DeviceView[] = [];

/** How long it has been so, counted from when the screen began to say it. */
function Waited() {
  const { say } = useTexts();
  const [since] = useState(() => Date.now());
  const now = useNow(1000);
  return <li>{say('pack.waited', { for: formatSpan(now - since) })}</li>;
}

const roadStops = ['shop', 'label-printer', 'scanner'] as const;

/** Three stops: from the shop, through the printer, to the scanner. The one the label waits at is filled. */
function LabelRoad({ step }: { readonly step: PackingStep }) {
  const at = stopOf(step);
  return (
    <ol className="label-road" aria-hidden="true">
      {roadStops.map((stop, index) => (
        <li
          key={stop}
          className={
            index < at
              ? 'label-road__stop is-past'
              : index === at
                ? 'label-road__stop is-here'
                : 'label-road__stop'
          }
        >
          <Icon name={stop} size="3.5rem" />
        </li>
      ))}
    </ol>
  );
}

function stopOf(step: PackingStep): number {
  if (step === 'verify' || step === 'verify-interim' || step === 'doubtful') return 2;
  return step === 'label-printing' || step === 'label-not-sent' || step === 'label-unprintable' ? 1 : 0;
}
