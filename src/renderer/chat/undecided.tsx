import type { UndecidedView } from '#contract/chat-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Something was sent and got no answer: a person looks whether it is there. Nothing is sent again by itself. */
export function Undecided(props: { readonly undecided: UndecidedView; readonly onLook: () => void }) {
  const { say } = useTexts();
  const { undecided, onLook } = props;
  const { run, isRunning, failure } = useCommand('chat.settle');
  const settle = async (hasArrived: boolean) => {
    if ((await run({ send: undecided.id, hasArrived })) !== null) onLook();
  };
  if (undecided.isUnderWay) return <p className="note">{say('chat.sending')}</p>;
  return (
    <div className="undecided" role="alert" data-testid="chat-undecided">
      <p className="undecided__title">{say('chat.undecided')}</p>
      <p className="undecided__text selectable" dir="auto">
        {undecided.content}
      </p>
      <p className="note">{say('chat.undecidedHint')}</p>
      <div className="row-actions">
        <ActionButton onPress={onLook} isDisabled={isRunning} testId="undecided-look">
          {say('chat.again')}
        </ActionButton>
        <ActionButton onPress={() => void settle(true)} isDisabled={isRunning} testId="undecided-there">
          {say('chat.isThere')}
        </ActionButton>
        <ActionButton onPress={() => void settle(false)} isDisabled={isRunning} testId="undecided-gone">
          {say('chat.isNotThere')}
        </ActionButton>
      </div>
      <FailureNote failure={failure} />
    </div>
  );
}
