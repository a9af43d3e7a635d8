import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useBench } from '../bench-store/bench-store.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { TextArea } from '../design/text-area.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

const LONGEST = 1_000;

type Edited = { readonly id: string | null; readonly text: string };

/** The seller's ready answers: a press puts one into the message and sends nothing. A lead writes and changes them. */
export function QuickReplies(props: {
  readonly onChoose: (text: string) => void;
  readonly onClose: () => void;
}) {
  const { say } = useTexts();
  const { onChoose, onClose } = props;
  const isLead = useBench(({ view }) => view?.actor?.role === 'lead');
  const { value, failure, askAgain } = useAnswer('chat.replies', {});
  const [edited, setEdited] = useState<Edited | null>(null);
  const keep = useCommand('chat.keepReply');
  const drop = useCommand('chat.dropReply');
  const save = async () => {
    if (edited === null || edited.text.trim() === '') return;
    if ((await keep.run(edited)) === null) return;
    setEdited(null);
    askAgain();
  };
  const forget = async (id: string) => {
    if ((await drop.run({ id })) !== null) askAgain();
  };
  return (
    <DialogBox
      title={say('chatReplies.title')}
      onClose={onClose}
      foot={
        <>
          {isLead && edited === null ? (
            <ActionButton icon="plus" onPress={() => setEdited({ id: null, text: '' })} testId="reply-add">
              {say('chatReplies.add')}
            </ActionButton>
          ) : null}
          <ActionButton onPress={onClose}>{say('requests.close')}</ActionButton>
        </>
      }
    >
      <FailureNote failure={failure} onRetry={askAgain} />
      {value?.replies.length === 0 ? (
        <p className="note">{say(isLead ? 'chatReplies.none' : 'chatReplies.leads')}</p>
      ) : null}
      <ul className="replies">
        {value?.replies.map(({ id, text }) => (
          <li key={id} className="replies__one" data-testid="reply">
            <Button className="button replies__text" onPress={() => onChoose(text)}>
              {text}
            </Button>
            {isLead ? (
              <>
                <ActionButton
                  onPress={() => setEdited({ id, text })}
                  label={say('chatReplies.changeOf', { text })}
                  testId="reply-change"
                >
                  {say('chatReplies.change')}
                </ActionButton>
                <ActionButton
                  onPress={() => void forget(id)}
                  isDisabled={drop.isRunning}
                  label={say('chatReplies.dropOf', { text })}
                  testId="reply-drop"
                >
                  {say('chatReplies.drop')}
                </ActionButton>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {edited === null ? null : (
        <>
          <TextArea
            label={say('chatReplies.text')}
            value={edited.text}
            onChange={(text) => setEdited({ ...edited, text })}
            onSend={() => void save()}
            onLeave={() => undefined}
            hint={say('chat.length', { used: edited.text.length, most: LONGEST })}
            lengthMax={LONGEST}
            isDisabled={keep.isRunning}
          />
          <div className="row-actions">
            <ActionButton onPress={() => setEdited(null)}>{say('common.cancel')}</ActionButton>
            <ActionButton
              look="main"
              onPress={() => void save()}
              isDisabled={keep.isRunning || edited.text.trim() === ''}
              testId="reply-save"
            >
              {say('common.save')}
            </ActionButton>
          </div>
        </>
      )}
      <FailureNote failure={keep.failure ?? drop.failure} />
    </DialogBox>
  );
}
