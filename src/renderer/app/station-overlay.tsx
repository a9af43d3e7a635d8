import type { StationProblem, StationProblemCode } from '#contract/station-problem.ts';
import { useBench } from '../bench-store/bench-store.ts';
import { ActionButton } from '../design/action-button.tsx';
import { VerdictShape } from '../design/verdict-shape.tsx';
import { useStation } from '../station-link/station.ts';
import type { enTrouble } from '../texts/en-trouble.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Says over everything that the station is not there, why where that is known, and that nothing is lost. Silent while it is up. */
export function StationOverlay() {
  const { say } = useTexts();
  const station = useStation();
  const { state, restarts, problem } = useBench(({ status }) => status);
  const hasView = useBench((bench) => bench.view !== null);
  const texts = state === 'gave-up' ? 'gaveUp' : state === 'down' || restarts > 0 ? 'down' : 'starting';
  const isShown = state !== 'up' || !hasView;
  return (
    <div
      data-testid="station-status"
      data-status={state}
      data-restarts={restarts}
      data-problem={problem?.code ?? ''}
    >
      {isShown ? (
        <div className={hasView ? 'station-overlay' : 'station-overlay station-overlay--full'} role="alert">
          <div className="station-overlay__card">
            <VerdictShape look={state === 'gave-up' ? 'wrong' : 'neutral'} size="6rem" />
            <div className="station-overlay__words">
              {problem === undefined ? (
                <>
                  <h1 className="station-overlay__title">{say(`station.${texts}.title`)}</h1>
                  <p>{say(`station.${texts}.body`)}</p>
                </>
              ) : (
                <Trouble problem={problem} />
              )}
              {restarts > 0 && problem === undefined ? (
                <p className="note">{say('station.restarts', { count: restarts })}</p>
              ) : null}
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

const troubles: Readonly<Record<StationProblemCode, keyof (typeof enTrouble)['trouble']>> = {
  'bench-file-unreadable': 'bench-file',
  'bench-file-not-json': 'bench-file',
  'bench-file-invalid': 'bench-file',
  'in-use': 'in-use',
  unwritable: 'unwritable',
  'network-folder': 'network-folder',
  'newer-database': 'newer-database',
  damaged: 'damaged',
  rewound: 'rewound',
  'backup-failed': 'not-updated',
  'migration-failed': 'not-updated',
};

/** What is wrong, what is safe, and the cure; then the facts, for whoever is called. */
function Trouble({ problem }: { readonly problem: StationProblem }) {
  const { say } = useTexts();
  const trouble = troubles[problem.code];
  return (
    <>
      <h1 className="station-overlay__title">{say(`trouble.${trouble}.title`)}</h1>
      <p>{say(`trouble.${trouble}.safe`)}</p>
      <p>{say(`trouble.${trouble}.cure`)}</p>
      <p className="station-overlay__facts selectable">
        {say('common.supportCode', { code: `${problem.code}\n${problem.detail}` })}
      </p>
    </>
  );
}
