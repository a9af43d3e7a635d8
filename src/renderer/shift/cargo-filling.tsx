import { useCallback, useEffect, useRef, useState } from 'react';
import type { CargoScan } from '#contract/cargo-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useHoldScans, useLookupScans } from '../scanning/lookup-scans.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Scans that wait while the shop is told of the one before; more is nobody's pace. */
const waitingMost = 50;

/** Takes the scans of labels, one after the other, into a box or pallet. */
export function CargoFilling(props: {
  readonly id: string;
  readonly onFilled: (outcome: { readonly isUnderWay: boolean } | null) => void;
}) {
  const { say } = useTexts();
  const { id, onFilled } = props;
  const { run, failure } = useCommand('cargo.fill');
  const [typed, setTyped] = useState('');
  const [last, setLast] = useState<CargoScan | null>(null);
  const waiting = useRef<string[]>([]);
  const isWorking = useRef(false);
  const latest = useRef(onFilled);
  latest.current = onFilled;
  const work = useCallback(async () => {
    if (isWorking.current) return;
    isWorking.current = true;
    for (let code = waiting.current.shift(); code !== undefined; code = waiting.current.shift()) {
      const outcome = await run({ id, code });
      setLast(outcome);
      latest.current(outcome?.outcome === 'in' ? outcome : null);
    }
    isWorking.current = false;
  }, [run, id]);
  const take = useCallback(
    (code: string) => {
      if (waiting.current.length < waitingMost) waiting.current.push(code);
      void work();
    },
    [work],
  );
  // Whoever leaves has seen nothing of what still waits: it is not put in behind their back.
  useEffect(() => {
    const codes = waiting.current;
    return () => void codes.splice(0);
  }, []);
  const isListening = useHoldScans(true);
  useLookupScans(take);
  const put = () => {
    if (typed.trim() === '') return;
    take(typed.trim());
    setTyped('');
  };
  return (
    <>
      {isListening ? (
        <p role="status" data-testid="cargo-listens">
          <b>{say('cargo.scan')}</b>
        </p>
      ) : null}
      <form
        className="line-form"
        onSubmit={(event) => {
          event.preventDefault();
          put();
        }}
      >
        <TextInput label={say('cargo.typed')} value={typed} onChange={setTyped} lengthMax={200} />
        <ActionButton onPress={put} isDisabled={typed.trim() === ''} testId="cargo-put">
          {say('cargo.put')}
        </ActionButton>
      </form>
      {last === null ? null : (
        <p role="status" data-testid="cargo-scanned" data-outcome={last.outcome}>
          {last.outcome === 'in' ? say('cargo.scanned.in', { number: last.number }) : null}
          {last.outcome === 'unknown-code' ? say('cargo.scanned.unknown') : null}
          {last.outcome === 'not-to-go' ? `${last.number}: ${say(`shift.handoverWhy.${last.why}`)}` : null}
        </p>
      )}
      <FailureNote failure={failure} />
    </>
  );
}
