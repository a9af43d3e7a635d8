import { useBench } from '../bench-store/bench-store.ts';
import { ActionButton } from '../design/action-button.tsx';
import { VerdictShape } from '../design/verdict-shape.tsx';
import { useStation } from '../station-link/station.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Says over everything that the station is not there, and that nothing is lost. Silent while it is up. */
export function StationOverlay() {
  const { say } = useTexts();
  const station = useStation();
  const status = useBench((state) => state.status);
  const hasView = useBench((state) => state.view !== null);
  const { state, restarts } = status;
  const texts = state === 'gave-up' ? 'gaveUp' : state === 'down' || restarts > 0 ? 'down' : 'starting';
  const isShown = state !== 'up' || !hasView;
  return (
    <div data-testid="station-status" data-status={state} data-restarts={restarts}>
      {isShown ? (
        <div className={hasView ? 'station-overlay' : 'station-overlay station-overlay--full'} role="alert">
          <div className="station-overlay__card">
            <VerdictShape look={state === 'gave-up' ? 'wrong' : 'neutral'} size="6rem" />
            <div className="station-overlay__words">
              <h1 className="station-overlay__title">{say(`station.${texts}.title`)}</h1>
              <p>{say(`station.${texts}.body`)}</p>
              {restarts > 0 ? <p className="note">{say('station.restarts', { count: restarts })}</p> : null}
              {state === 'gave-up' ? (
                <ActionButton look="main" isBig isFirst onPress={() => station.restartStation()}>
                  {say('station.gaveUp.restart')}
                </ActionButton>
              ) : null}
            </div>
          </div>
        </div>
      ) : null}
    </div>
  );
}
