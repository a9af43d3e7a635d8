import { useState } from 'react';
import type { CargoPlaceView, WholeCargoPlaceView } from '#contract/cargo-procedures.ts';
import { PostingNumber } from '#domain/ids.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CargoClosing } from './cargo-closing.tsx';
import { CargoFilling } from './cargo-filling.tsx';
import { CargoStacking } from './cargo-stacking.tsx';

/** One box or pallet: filled by scan, put on a pallet, closed, and printed. */
export function CargoDetail(props: {
  readonly id: string;
  readonly places: readonly CargoPlaceView[];
  readonly onChanged: () => void;
}) {
  const { say } = useTexts();
  const { id, places, onChanged } = props;
  const { value, failure, isAsking, askAgain } = useAnswer('cargo.place', { id });
  const [isUnderWay, setIsUnderWay] = useState(false);
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  const changed = (outcome: { readonly isUnderWay: boolean } | null) => {
    setIsUnderWay(outcome?.isUnderWay ?? false);
    askAgain();
    onChanged();
  };
  return (
    <div className="panel cargo" data-testid={`cargo-${id}`} data-status={value.status}>
      <h4>{say(`cargo.name.${value.kind}`, { number: value.number })}</h4>
      <p role="status">{say(`cargo.status.${value.status}`, { status: value.shopStatus })}</p>
      {isUnderWay ? <p className="note">{say('cargo.underWay')}</p> : null}
      {value.status === 'open' ? <CargoFilling id={id} onFilled={changed} /> : null}
      <CargoContents place={value} onChanged={changed} />
      <CargoStacking place={value} places={places} onChanged={changed} />
      <CargoClosing place={value} onChanged={changed} />
      <div className="settings__row">
        <ActionButton onPress={() => changed(null)} isDisabled={isAsking} testId={`cargo-again-${id}`}>
          {say('handoverLater.again')}
        </ActionButton>
      </div>
    </div>
  );
}

function CargoContents(props: {
  readonly place: WholeCargoPlaceView;
  readonly onChanged: (outcome: { readonly isUnderWay: boolean } | null) => void;
}) {
  const { say } = useTexts();
  const { place, onChanged } = props;
  const { run, isRunning, failure } = useCommand('cargo.takeOut');
  const takeOut = async (number: string) => {
    const posting = PostingNumber.safeParse(number);
    if (posting.success) onChanged(await run({ id: place.id, posting: posting.data }));
  };
  return (
    <>
      {place.boxes.length === 0 ? null : <p>{say('cargo.boxes', { count: place.boxes.length })}</p>}
      {place.numbers.length === 0 ? null : (
        <table className="table">
          <thead>
            <tr>
              <th>{say('queue.columns.posting')}</th>
              <th className="unseen">{say('cargo.takeOut')}</th>
            </tr>
          </thead>
          <tbody>
            {place.numbers.map((number) => (
              <tr key={number} data-testid={`in-cargo-${number}`}>
                <td className="is-code selectable">{number}</td>
                <td>
                  {place.status === 'open' ? (
                    <ActionButton
                      onPress={() => void takeOut(number)}
                      isDisabled={isRunning}
                      label={say('cargo.takeOutOf', { posting: number })}
                      testId={`cargo-take-out-${number}`}
                    >
                      {say('cargo.takeOut')}
                    </ActionButton>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <FailureNote failure={failure} />
    </>
  );
}
