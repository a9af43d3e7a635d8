import type { BenchView } from '#contract/bench-view.ts';
import { scannerAt, scannerName } from '#contract/scanner-config.ts';
import { ActionButton } from '../design/action-button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { TextInput } from '../design/text-input.tsx';
import { DeviceCard } from '../devices/device-card.tsx';
import { deviceSentence } from '../devices/device-sentence.ts';
import { useTexts } from '../texts/use-texts.ts';
import { DocumentPrinterSettings } from './document-printer-settings.tsx';
import type { Draft } from './draft.ts';
import { FoundDevicesPanel } from './found-devices.tsx';
import { KeyboardScannerSettings } from './keyboard-scanner-settings.tsx';
import { LiveSignal } from './live-signal.tsx';
import { PrinterSettings } from './printer-settings.tsx';
import { ScaleSettings } from './scale-settings.tsx';
import { ScannerModelSettings } from './scanner-model-settings.tsx';
import type { SettingsDraft } from './use-settings-draft.ts';

/** Each device with its live signal and a test; a lead also sets where it is. `draft` is null for packers. */
export function DeviceSettings(props: { readonly view: BenchView; readonly draft: SettingsDraft | null }) {
  const { say } = useTexts();
  const { view } = props;
  const draft = props.draft?.draft ?? null;
  const devices = view.devices.filter(({ state }) => state !== 'missing');
  return (
    <section className="settings__part">
      <h1 className="settings__title">{say('settings.devices.title')}</h1>
      {devices.length === 0 ? (
        <EmptyState
          icon="scanner"
          title={say('settings.devices.none')}
          hint={say('settings.devices.keyboard')}
        />
      ) : (
        <ul className="device-list panel">
          {devices.map((device) => (
            <div key={device.device}>
              <DeviceCard
                icon={device.kind}
                title={say(`devices.kind.${device.kind}`)}
                name={device.name ?? device.at}
                isFine={device.state === 'ready'}
                text={deviceSentence(device)}
                testDevice={device}
              />
              <LiveSignal device={device} />
            </div>
          ))}
        </ul>
      )}
      <p className="note">{say('settings.devices.keyboard')}</p>
      {draft === null || props.draft === null ? null : (
        <DeviceAddresses draft={draft} change={props.draft.change} wrong={props.draft.wrong} />
      )}
    </section>
  );
}

function DeviceAddresses(props: {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly wrong: ReadonlySet<string>;
}) {
  const { say } = useTexts();
  const { draft, change, wrong } = props;
  const errorAt = (place: string) => (wrong.has(place) ? say('settings.invalidField') : null);
  const setScanner = (index: number, scanner: Draft['scanners'][number]) =>
    change({ scanners: draft.scanners.map((known, other) => (other === index ? scanner : known)) });
  return (
    <div className="settings__form">
      <h2>{say('settings.devices.address')}</h2>
      <p className="note">{say('settings.devices.hint')}</p>
      <FoundDevicesPanel draft={draft} change={change} />
      {draft.scanners.map((scanner, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a scanner is its place in the list; its address is what changes.
        <div className="settings__row" key={index}>
          <TextInput
            label={say('settings.devices.scanner', { n: index + 1 })}
            value={scannerAt(scanner)}
            onChange={(at) => setScanner(index, named(at, scannerName(scanner) ?? ''))}
            error={errorAt(`scanners.${index}`) ?? errorAt(`scanners.${index}.at`)}
          />
          <TextInput
            label={say('found.scannerName')}
            value={scannerName(scanner) ?? ''}
            onChange={(name) => setScanner(index, named(scannerAt(scanner), name))}
            error={errorAt(`scanners.${index}.name`)}
            lengthMax={40}
          />
          <ActionButton
            onPress={() => change({ scanners: draft.scanners.filter((_, other) => other !== index) })}
          >
            {say('settings.devices.remove')}
          </ActionButton>
        </div>
      ))}
      <div>
        <ActionButton icon="plus" onPress={() => change({ scanners: [...draft.scanners, ''] })}>
          {say('settings.devices.addScanner')}
        </ActionButton>
      </div>
      <ScaleSettings draft={draft} change={change} error={errorAt('scale.at') ?? errorAt('scale.protocol')} />
      <PrinterSettings draft={draft} change={change} errorAt={errorAt} />
      <DocumentPrinterSettings draft={draft} change={change} errorAt={errorAt} />
      <ScannerModelSettings />
      <KeyboardScannerSettings
        draft={draft}
        change={change}
        isPrefixWrong={wrong.has('keyboardScanner.prefix')}
      />
    </div>
  );
}

/** A scanner is its address alone while nobody has named it. */
function named(at: string, name: string): Draft['scanners'][number] {
  return name === '' ? at : { name, at };
}
