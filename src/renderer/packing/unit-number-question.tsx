import type { PendingView } from '#contract/bench-view.ts';
import { useScan } from '../scanning/use-scan.ts';
import { useTexts } from '../texts/use-texts.ts';
import { UnitQuestion } from './unit-question.tsx';

/** The number of the unit in hand: scanned, or typed where its code cannot be read. */
export function UnitNumberQuestion(props: {
  readonly pending: Extract<PendingView, { kind: 'unit-number' }>;
}) {
  const { say } = useTexts();
  const scan = useScan();
  const { sku, name, want } = props.pending;
  return (
    <UnitQuestion
      {...{ sku, name, lengthMax: 40, testId: 'unit-number-take' }}
      label={say(want === 'imei' ? 'unitNumber.imei' : 'unitNumber.uin')}
      takeText={say('unitNumber.take')}
      isTakeable={(typed) => typed.trim() !== ''}
      onTake={(typed) => scan(typed.trim(), 'screen')}
    />
  );
}
