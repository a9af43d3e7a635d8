import type { ScaleOrder } from '#contract/scale-order.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Tells the scale something, where its protocol has a word for it; says so where it has none. */
export function ScaleOrderButton({ order }: { readonly order: ScaleOrder }) {
  const { say } = useTexts();
  const { run, isRunning, failure } = useCommand('scale.order');
  return (
    <>
      <ActionButton onPress={() => void run({ order })} isDisabled={isRunning} testId={`scale-${order}`}>
        {say(`scale.order.${order}`)}
      </ActionButton>
      <FailureNote failure={failure} />
    </>
  );
}
