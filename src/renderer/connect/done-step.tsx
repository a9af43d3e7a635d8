import { ActionButton } from '../design/action-button.tsx';
import { useTexts } from '../texts/use-texts.ts';

/** The shop is connected, and the bench reads and sends. */
export function DoneStep(props: {
  readonly name: string;
  readonly finishText: string;
  readonly onFinish: () => void;
}) {
  const { say } = useTexts();
  return (
    <>
      <p className="connect__fact" role="status" data-testid="connect-done">
        {say('connect.doneTitle')}
        {props.name === '' ? null : `: ${props.name}`}
      </p>
      <p>{say('connect.done')}</p>
      <div className="settings__row">
        <ActionButton look="main" onPress={props.onFinish} isFirst testId="connect-finish">
          {props.finishText}
        </ActionButton>
      </div>
    </>
  );
}
