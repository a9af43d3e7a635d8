import { useState } from 'react';
import type { DeclarationLine } from '#contract/declaration-procedures.ts';
import type { PostingNumber } from '#domain/ids.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';
import { type Draft, draftOf, toDeclarations } from './declaration-draft.ts';
import { DeclaredProduct } from './declared-product.tsx';

/** A lead gives what the shop wants to know of a posting's goods, so that it can be packed. */
export function DeclareDialog(props: { readonly posting: PostingNumber; readonly onClose: () => void }) {
  const { say } = useTexts();
  const { posting, onClose } = props;
  const { value, failure, askAgain } = useAnswer('declarations.read', { posting }, []);
  const { run, isRunning, failure: refusal } = useCommand('declarations.give');
  const [changed, setChanged] = useState<Draft>(new Map());
  const lines = value?.lines ?? [];
  const draft = new Map([...draftOf(lines), ...changed]);
  const given = toDeclarations(lines, draft);
  const give = async () => {
    if (given === null) return;
    const answer = await run({ posting, given: [...given] });
    if (answer === null) return;
    // The shop may want something more, now that it knows this.
    if (answer.missing.some((one) => one === 'customs-declaration' || one === 'batch-number')) askAgain();
    else onClose();
  };
  return (
    <DialogBox
      title={say('declare.title', { posting })}
      onClose={onClose}
      foot={
        <>
          <ActionButton onPress={onClose}>{say('common.cancel')}</ActionButton>
          <ActionButton
            look="main"
            onPress={() => void give()}
            isDisabled={isRunning || given === null}
            testId="declare-confirm"
          >
            {say(isRunning ? 'declare.asking' : 'declare.confirm')}
          </ActionButton>
        </>
      }
    >
      <p>{say('declare.hint')}</p>
      <FailureNote failure={failure} onRetry={askAgain} />
      {value === null && failure === null ? <p className="loading">{say('common.loading')}</p> : null}
      {value !== null && lines.length === 0 ? <p className="note">{say('declare.nothing')}</p> : null}
      {lines.map((line: DeclarationLine) => (
        <DeclaredProduct
          key={line.sku}
          posting={posting}
          line={line}
          draft={draft}
          onChange={(key, one) => setChanged(new Map([...changed, [key, one]]))}
        />
      ))}
      {value !== null && value.others.length > 0 ? <p className="note">{say('declare.others')}</p> : null}
      <FailureNote failure={refusal} />
    </DialogBox>
  );
}
