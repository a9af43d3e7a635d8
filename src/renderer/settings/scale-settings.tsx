import type { ScaleConfig, ScaleProtocol } from '#contract/scale-config.ts';
import { scaleProtocols } from '#contract/scale-config.ts';
import { ActionButton } from '../design/action-button.tsx';
import { Choice } from '../design/choice.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { SelectInput } from '../design/select-input.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { Draft } from './draft.ts';

/** As makers write them in their manuals; the same in every language. */
const protocolNames: Readonly<Record<ScaleProtocol, string>> = {
  'mt-sics': 'MT-SICS (Mettler-Toledo)',
  'toledo-8217': 'Toledo 8217 / 8213',
  'toledo-continuous': 'Toledo Continuous',
  'cas-ap': 'CAS AP, AD, ER',
  'cas-22': 'CAS CI, PDI, NT',
  'and-standard': 'A&D',
  ohaus: 'Ohaus',
  sma: 'SMA',
  'massa-k-100': 'Масса-К 100',
  'massa-k-2': 'Масса-К 2',
  'massa-k-2-grams': 'Масса-К 2 (0x45)',
  pos2: 'Штрих-М / Mertech POS2',
  adam: 'Adam',
  generic: 'ASCII',
  'hid-8d': 'USB HID (Dymo)',
};

/** Those whose frames leave the unit open. */
const withoutUnit: readonly ScaleProtocol[] = ['toledo-8217', 'cas-22', 'generic'];

/** Where the scale is and what it speaks; the protocol can be found out by trying. */
export function ScaleSettings(props: {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly error: string | null;
}) {
  const { say } = useTexts();
  const { draft, change } = props;
  const { scale } = draft;
  const setAt = (at: string) =>
    change({ scale: at === '' ? undefined : { protocol: 'mt-sics', ...scale, at } });
  return (
    <>
      <TextInput
        label={say('settings.devices.scale')}
        value={scale?.at ?? ''}
        onChange={setAt}
        error={props.error}
      />
      {scale === undefined ? null : (
        <ScaleProtocolFields scale={scale} onChange={(changed) => change({ scale: changed })} />
      )}
    </>
  );
}

function ScaleProtocolFields(props: {
  readonly scale: ScaleConfig;
  readonly onChange: (scale: ScaleConfig) => void;
}) {
  const { say } = useTexts();
  const { scale, onChange } = props;
  const setProtocol = (protocol: ScaleProtocol) => onChange({ at: scale.at, protocol });
  return (
    <>
      <div className="settings__row">
        <SelectInput
          label={say('settings.devices.scaleProtocol')}
          value={scale.protocol}
          options={scaleProtocols.map((value) => ({ value, text: protocolNames[value] }))}
          onChange={setProtocol}
          testId="scale-protocol"
        />
        <DetectButton at={scale.at} onFound={setProtocol} />
        {withoutUnit.includes(scale.protocol) ? (
          <Choice
            label={say('settings.devices.scaleUnit')}
            value={scale.unit ?? 'kg'}
            options={(['kg', 'g', 'lb', 'oz'] as const).map((value) => ({ value, text: value }))}
            onChange={(unit) => onChange({ ...scale, unit })}
          />
        ) : null}
      </div>
      {scale.protocol === 'generic' ? (
        <TextInput
          label={say('settings.devices.scalePattern')}
          value={scale.pattern ?? ''}
          onChange={(pattern) => onChange({ ...scale, pattern: pattern === '' ? undefined : pattern })}
          error={null}
        />
      ) : null}
    </>
  );
}

/** Tries every protocol at the address that the lead has typed, and nowhere else. */
function DetectButton({
  at,
  onFound,
}: {
  readonly at: string;
  readonly onFound: (protocol: ScaleProtocol) => void;
}) {
  const { say } = useTexts();
  const { run, isRunning, failure } = useCommand('scale.detect');
  const detect = async () => {
    const found = await run({ at });
    if (found !== null && found.protocol !== null) onFound(found.protocol);
  };
  return (
    <div>
      <ActionButton onPress={() => void detect()} isDisabled={isRunning} testId="scale-detect">
        {say(isRunning ? 'settings.devices.detecting' : 'settings.devices.detect')}
      </ActionButton>
      <FailureNote failure={failure} />
    </div>
  );
}
