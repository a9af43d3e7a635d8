import type { SessionView } from '#contract/bench-view.ts';
import type { ScaleView } from '#contract/events.ts';
import { useBench } from '../bench-store/bench-store.ts';
import { Icon } from '../design/icon.tsx';
import { deviceSentence } from '../devices/device-sentence.ts';
import { ScaleOrderButton } from '../devices/scale-order-button.tsx';
import { formatGrams, formatTenthsG } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { packageInHand } from './packing-step.ts';
import { ScaleBar } from './scale-bar.tsx';

const hints = ['removal', 'mending', 'zero', 'tare'] as const;

/** What the packer must do before there is a weight; null where waiting is enough. */
function hint({ waitingFor }: ScaleView): (typeof hints)[number] | null {
  return hints.find((known) => known === waitingFor) ?? null;
}

/** The live weight beside what is expected. */
export function ScalePanel({ session }: { readonly session: SessionView | null }) {
  const { say, language } = useTexts();
  const scale = useBench((state) => state.scale);
  const device = useBench(({ view }) => view?.devices.find(({ kind }) => kind === 'scale') ?? null);
  const parcel = session === null ? null : packageInHand(session);
  const isWeighed = session?.requireWeight ?? true;
  const isThere = device !== null && device.state === 'ready' && scale !== null;
  const tenthsG = isThere ? scale.tenthsG : null;
  const waitingFor = isThere && session?.phase === 'weighing' ? hint(scale) : null;
  return (
    <section className="panel scale" aria-label={say('scale.title')}>
      <div className="panel__head">
        <h2 className="panel__title">{say('scale.title')}</h2>
        {isThere ? (
          <span className={scale.isStable ? 'scale__state is-stable' : 'scale__state'}>
            {scale.isStable ? <Icon name="check" size="1.25rem" /> : null}
            {say(`scale.status.${scale.status}`)}
          </span>
        ) : null}
      </div>
      <p className="scale__weight" data-testid="scale-weight" data-stable={scale?.isStable ?? false}>
        {tenthsG === null ? '—' : formatTenthsG(language, tenthsG)}
      </p>
      {device === null ? <p className="note">{say('scale.missing')}</p> : null}
      {device !== null && device.state !== 'ready' ? <p className="note">{deviceSentence(device)}</p> : null}
      {waitingFor === null ? null : (
        <p className="note" data-testid="scale-waiting">
          {say(`scale.waiting.${waitingFor}`)}
        </p>
      )}
      {isThere && mayNeedZero(scale) ? <ScaleOrderButton order="zero" /> : null}
      {waitingFor === 'tare' ? <ScaleOrderButton order="clear-tare" /> : null}
      {!isWeighed ? <p className="note">{say('scale.notNeeded')}</p> : null}
      {isWeighed && parcel !== null ? (
        <>
          <ScaleBar tenthsG={tenthsG} expectedG={parcel.expectedG} toleranceG={parcel.toleranceG} />
          <p className="scale__wanted">
            {parcel.expectedG === null
              ? say('scale.expectedUnknown')
              : say('scale.expected', {
                  weight: formatGrams(language, parcel.expectedG),
                  tolerance: formatGrams(language, parcel.toleranceG ?? 0),
                })}
          </p>
        </>
      ) : null}
    </section>
  );
}

function mayNeedZero({ status, waitingFor }: ScaleView): boolean {
  return status === 'negative' || status === 'underload' || waitingFor === 'zero';
}
