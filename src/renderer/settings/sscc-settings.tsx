import { NumberInput } from '../design/number-input.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { Draft } from './draft.ts';

/** What logistic units are numbered with; without a company prefix none are. */
export function SsccSettings(props: {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly errorAt: (place: string) => string | null;
}) {
  const { say } = useTexts();
  const { draft, change, errorAt } = props;
  const { sscc } = draft;
  return (
    <div className="settings__form">
      <h2>{say('documents.sscc.title')}</h2>
      <TextInput
        label={say('documents.sscc.companyPrefix')}
        value={sscc?.companyPrefix ?? ''}
        onChange={(companyPrefix) =>
          change({
            sscc: companyPrefix === '' ? undefined : { extension: 0, sender: '', ...sscc, companyPrefix },
          })
        }
        hint={say('documents.sscc.companyPrefixHint')}
        error={errorAt('sscc.companyPrefix')}
        isNumeric
        lengthMax={10}
      />
      {sscc === undefined ? null : (
        <div className="settings__row">
          <TextInput
            label={say('documents.sscc.sender')}
            value={sscc.sender}
            onChange={(sender) => change({ sscc: { ...sscc, sender } })}
            error={errorAt('sscc.sender')}
            lengthMax={60}
          />
          <NumberInput
            label={say('documents.sscc.extension')}
            value={sscc.extension}
            min={0}
            max={9}
            onChange={(extension) => change({ sscc: { ...sscc, extension } })}
          />
        </div>
      )}
    </div>
  );
}
