import { useState } from 'react';
import type { DocumentOutcome } from '#contract/document-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { documentSentence } from '../documents/document-sentence.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Giveouts } from './giveouts.tsx';
import { ReturnPoints } from './return-points.tsx';

/** Fetching what came back: where it waits, the code to show there, and what was given out. */
export function CollectingReturns({ mayRenew }: { readonly mayRenew: boolean }) {
  return (
    <div className="collecting">
      <CollectingCode mayRenew={mayRenew} />
      <ReturnPoints />
      <Giveouts />
    </div>
  );
}

function CollectingCode({ mayRenew }: { readonly mayRenew: boolean }) {
  const { say } = useTexts();
  const { value, failure, askAgain } = useAnswer('collecting.code', {});
  const print = useCommand('collecting.print');
  const renew = useCommand('collecting.renew');
  const [printed, setPrinted] = useState<DocumentOutcome | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const code = value?.code ?? null;
  const renewNow = async () => {
    setIsAsked(false);
    if (code !== null) await renew.run({ before: code.text });
    askAgain();
  };
  return (
    <section className="panel">
      <h2 className="panel__title">{say('collecting.code')}</h2>
      <FailureNote failure={failure} onRetry={askAgain} />
      {value === null && failure === null ? <p className="loading">{say('common.loading')}</p> : null}
      {value !== null && code === null ? <p className="note">{say('collecting.notEnabled')}</p> : null}
      {code === null ? null : (
        <>
          <p className="note">{say('collecting.codeHint')}</p>
          {code.picture === null ? null : (
            <img className="collecting__code" src={code.picture} alt={say('collecting.code')} />
          )}
          <p className="is-code selectable" data-testid="collecting-code">
            {code.text}
          </p>
          <div className="line-form">
            <ActionButton
              icon="document-printer"
              onPress={() => {
                setPrinted(null);
                void print.run({}).then(setPrinted);
              }}
              isDisabled={print.isRunning}
              testId="collecting-print"
            >
              {say('collecting.print')}
            </ActionButton>
            {mayRenew ? (
              <ActionButton
                onPress={() => setIsAsked(true)}
                isDisabled={renew.isRunning}
                testId="collecting-renew"
              >
                {say('collecting.renew')}
              </ActionButton>
            ) : null}
          </div>
          {printed === null ? null : (
            <p className="selectable" role="status" data-testid="collecting-printed">
              {documentSentence(printed)}
            </p>
          )}
        </>
      )}
      <FailureNote failure={print.failure ?? renew.failure} />
      {isAsked ? (
        <DialogBox
          title={say('collecting.renew')}
          onClose={() => setIsAsked(false)}
          foot={
            <>
              <ActionButton onPress={() => setIsAsked(false)}>{say('common.cancel')}</ActionButton>
              <ActionButton look="main" onPress={() => void renewNow()} testId="collecting-renew-confirm">
                {say('collecting.renew')}
              </ActionButton>
            </>
          }
        >
          <p>{say('collecting.renewHint')}</p>
        </DialogBox>
      ) : null}
    </section>
  );
}
