import { ActionButton } from '../design/action-button.tsx';
import { TextArea } from '../design/text-area.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { POSTINGS_MAX } from './posting-numbers.ts';

/** Posting numbers to paste, 200 at most. */
export function PostingsInput(props: {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly count: number;
  readonly onShow: () => void;
}) {
  const { say } = useTexts();
  const isFit = props.count > 0 && props.count <= POSTINGS_MAX;
  return (
    <>
      <TextArea
        label={say('accruals.numbers')}
        value={props.text}
        onChange={props.onChange}
        onSend={() => {
          if (isFit) props.onShow();
        }}
        onLeave={() => undefined}
        hint={say('accruals.numbersHint', { count: props.count, most: POSTINGS_MAX })}
        lengthMax={20_000}
        isDisabled={false}
      />
      <div className="row-actions">
        <ActionButton look="main" onPress={props.onShow} isDisabled={!isFit} testId="accruals-show">
          {say('accruals.show')}
        </ActionButton>
      </div>
    </>
  );
}
