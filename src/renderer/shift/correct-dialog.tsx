import { useState } from 'react';
import type { CorrectionOutcome, PackedCode } from '#contract/correction-procedures.ts';
import { verdictSentence } from '#contract/texts/sentences.ts';
import type { PostingNumber } from '#domain/ids.ts';
import { rejected } from '#domain/packing/verdict.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { SelectInput } from '../design/select-input.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useHoldScans, useLookupScans } from '../scanning/lookup-scans.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

/** What came of it, with the code that it was about. */
type Answered = CorrectionOutcome & { readonly scan: string };

const keyOf = ({ unit, kind }: PackedCode) => `${unit} ${kind}`;
/** What tells two codes of one product apart stands at the end of what fits here. */
const shownMost = 40;

/** A lead corrects a code of a unit after packing: which one, and the scan of the code that it has in truth. */
export function CorrectDialog(props: { readonly posting: PostingNumber; readonly onClose: () => void }) {
  const { say } = useTexts();
  const { posting, onClose } = props;
  const { value, failure, askAgain } = useAnswer('codes.read', { posting }, []);
  const { run, isRunning, failure: refusal } = useCommand('codes.correct');
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [outcome, setOutcome] = useState<Answered | null>(null);
  const code = value?.codes.find((one) => keyOf(one) === chosen) ?? value?.codes[0] ?? null;
  const correct = async (scan: string) => {
    if (code === null || scan === '' || isRunning) return;
    setOutcome(null);
    const came = await run({ posting, unit: code.unit, kind: code.kind, scan });
    setOutcome(came === null ? null : { ...came, scan });
    setTyped('');
    if (came?.outcome === 'done') askAgain();
  };
  useHoldScans(true);
  useLookupScans((scan) => void correct(scan));
  return (
    <DialogBox
      title={say('correct.title', { posting })}
      onClose={onClose}
      foot={
        <>
          <ActionButton onPress={onClose}>{say('requests.close')}</ActionButton>
          <ActionButton
            look="main"
            onPress={() => void correct(typed.trim())}
            isDisabled={isRunning || code === null || typed.trim() === ''}
            testId="correct-confirm"
          >
            {say(isRunning ? 'correct.asking' : 'correct.confirm')}
          </ActionButton>
        </>
      }
    >
      <FailureNote failure={failure} onRetry={askAgain} />
      {value === null && failure === null ? <p className="loading">{say('common.loading')}</p> : null}
      {value?.codes.length === 0 ? <p className="note">{say('correct.none')}</p> : null}
      {value === null || code === null ? null : (
        <>
          <p>{say('correct.hint')}</p>
          <SelectInput
            label={say('correct.which')}
            value={keyOf(code)}
            options={value.codes.map((one) => ({
              value: keyOf(one),
              text: `${one.name} · ${say(`correct.kind.${one.kind}`)} ${one.value.slice(0, shownMost)}`,
            }))}
            onChange={setChosen}
            testId="correct-which"
          />
          <TextInput
            label={say('correct.scan')}
            value={typed}
            onChange={setTyped}
            isReadOnly={isRunning}
            lengthMax={500}
          />
        </>
      )}
      <Outcome outcome={outcome} />
      <FailureNote failure={refusal} />
    </DialogBox>
  );
}

function Outcome({ outcome }: { readonly outcome: Answered | null }) {
  const { say, language } = useTexts();
  if (outcome === null) return null;
  return (
    <p role="status" data-testid="correct-outcome" data-outcome={outcome.outcome}>
      <b>
        {outcome.outcome !== 'rejected'
          ? say(`correct.${outcome.outcome}`)
          : outcome.code === 'marking-code-refused'
            ? say('correct.refused', { words: outcome.words })
            : verdictSentence(language, rejected(outcome.code, { details: { code: outcome.scan } }))}
      </b>
    </p>
  );
}
