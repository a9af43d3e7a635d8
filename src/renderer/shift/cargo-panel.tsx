import { useState } from 'react';
import type { CargoPlaceView } from '#contract/cargo-procedures.ts';
import type { MethodDayView } from '#contract/handover-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { Toggle } from '../design/toggle.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { formatGrams } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CargoDetail } from './cargo-detail.tsx';

/** Boxes and pallets that the shop accepts as a whole, for the delivery methods where it does so. */
export function CargoPanel({ methods }: { readonly methods: readonly MethodDayView[] }) {
  const { say } = useTexts();
  const { value, failure, askAgain } = useAnswer('cargo.list', {});
  const { run, isRunning, failure: refusal } = useCommand('cargo.create');
  const [isSorted, setIsSorted] = useState(true);
  const [open, setOpen] = useState<string | null>(null);
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  const make = async (warehouse: string, kind: 'box' | 'pallet') => {
    const made = await run({ warehouse, kind, isSorted });
    askAgain();
    if (made !== null) setOpen(made.id);
  };
  return (
    <section className="shift__section" data-testid="cargo">
      <h3 className="shift__title">{say('cargo.title')}</h3>
      <p className="note">{say('cargo.hint')}</p>
      <Toggle
        label={say('cargo.sorted')}
        hint={say('cargo.sortedHint')}
        isOn={isSorted}
        onChange={setIsSorted}
      />
      {methods.map(({ id, name }) => (
        <div key={id} className="settings__row">
          {(['box', 'pallet'] as const).map((kind) => (
            <ActionButton
              key={kind}
              onPress={() => void make(id, kind)}
              isDisabled={isRunning}
              testId={`cargo-make-${kind}-${id}`}
            >
              {say(`cargo.make.${kind}`)}
              {methods.length > 1 ? ` · ${name}` : ''}
            </ActionButton>
          ))}
        </div>
      ))}
      <FailureNote failure={refusal} />
      {value.places.length === 0 ? (
        <p className="note">{say('cargo.none')}</p>
      ) : (
        <CargoTable places={value.places} open={open} onOpen={setOpen} />
      )}
      {open === null ? null : <CargoDetail key={open} id={open} places={value.places} onChanged={askAgain} />}
    </section>
  );
}

function CargoTable(props: {
  readonly places: readonly CargoPlaceView[];
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
}) {
  const { say, language } = useTexts();
  const { places, open, onOpen } = props;
  return (
    <div className="panel table-box">
      <table className="table">
        <thead>
          <tr>
            <th>{say('cargo.title')}</th>
            <th>{say('queue.columns.status')}</th>
            <th>{say('handoverDay.content')}</th>
            <th className="unseen">{say('cargo.open')}</th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ id, number, kind, isSorted, status, shopStatus, postings, weightKg }) => (
            <tr key={id} data-testid={`cargo-row-${id}`} data-status={status}>
              <td>
                {say(`cargo.name.${kind}`, { number })} · {say(`cargo.sort.${isSorted ? 'yes' : 'no'}`)}
              </td>
              <td>{say(`cargo.status.${status}`, { status: shopStatus })}</td>
              <td>
                {say('common.postings', { count: postings })}
                {weightKg === null ? '' : ` · ${formatGrams(language, weightKg * 1000)}`}
              </td>
              <td>
                <ActionButton
                  onPress={() => onOpen(open === id ? null : id)}
                  label={say(`cargo.name.${kind}`, { number })}
                  testId={`cargo-open-${id}`}
                >
                  {say(open === id ? 'handoverLater.hide' : 'cargo.open')}
                </ActionButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
