import type { KeyboardScanner } from '#contract/keyboard-scanner.ts';
import { checkScanner } from '#domain/scanning/scanner-check.ts';
import { ActionButton } from '../design/action-button.tsx';
import { Choice } from '../design/choice.tsx';
import { TextInput } from '../design/text-input.tsx';
import { Toggle } from '../design/toggle.tsx';
import type { ScannerTraits } from '../scanning/describe-scan.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { Draft } from './draft.ts';
import { useTestScan } from './use-test-scan.ts';

type Suffix = NonNullable<KeyboardScanner['suffix']> | 'any';
const suffixes: readonly Suffix[] = ['any', 'enter', 'tab', 'none'];

/** What the scanners that type into the window send around each code; one test scan fills it in. */
export function KeyboardScannerSettings(props: {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly isPrefixWrong: boolean;
}) {
  const { say } = useTexts();
  const { draft, change } = props;
  const scanner = draft.keyboardScanner ?? { followsCapsLock: false };
  const set = (part: Partial<KeyboardScanner>) =>
    change({ keyboardScanner: stated({ ...scanner, ...part }) });
  return (
    <div className="settings__form">
      <h2>{say('keyboardScanner.title')}</h2>
      <p className="note">{say('keyboardScanner.hint')}</p>
      <TestScanPanel onUse={set} />
      <TextInput
        label={say('keyboardScanner.prefix')}
        value={scanner.prefix ?? ''}
        onChange={(prefix) => set({ prefix: prefix === '' ? undefined : prefix })}
        hint={say('keyboardScanner.prefixHint')}
        error={props.isPrefixWrong ? say('settings.invalidField') : null}
        lengthMax={8}
      />
      <Choice
        label={say('keyboardScanner.suffix')}
        value={scanner.suffix ?? 'any'}
        options={suffixes.map((value) => ({ value, text: say(`keyboardScanner.suffixes.${value}`) }))}
        onChange={(suffix) => set({ suffix: suffix === 'any' ? undefined : suffix })}
        testIdPrefix="keyboard-suffix"
      />
      <Toggle
        label={say('keyboardScanner.follows')}
        hint={say('keyboardScanner.followsHint')}
        isOn={scanner.followsCapsLock}
        onChange={(followsCapsLock) => set({ followsCapsLock })}
      />
    </div>
  );
}

/** Where nothing is said of the scanners, nothing stands in the bench file. */
function stated(scanner: KeyboardScanner): KeyboardScanner | undefined {
  const { prefix, suffix, followsCapsLock } = scanner;
  return prefix === undefined && suffix === undefined && !followsCapsLock ? undefined : scanner;
}

function TestScanPanel({ onUse }: { readonly onUse: (part: Partial<KeyboardScanner>) => void }) {
  const { say } = useTexts();
  const { test, start, stop } = useTestScan();
  if (test.state === 'waiting') {
    return (
      <div className="panel test-scan" role="status" data-testid="test-scan">
        <p className="test-scan__call">{say('keyboardScanner.scanNow')}</p>
        {test.wasTyped ? <p className="field__error">{say('keyboardScanner.wasTyped')}</p> : null}
        <ActionButton onPress={stop} keyName="Esc">
          {say('common.cancel')}
        </ActionButton>
      </div>
    );
  }
  return (
    <>
      <div>
        <ActionButton icon="scanner" onPress={start} testId="test-scan-start">
          {say('keyboardScanner.try')}
        </ActionButton>
      </div>
      {test.state === 'off' ? null : (
        <div className="panel test-scan" role="status" data-testid="test-scan">
          <Traits traits={test.traits} />
          <ActionButton
            look="main"
            onPress={() => {
              onUse(toSettings(test.traits));
              stop();
            }}
            isDisabled={test.traits.prefix?.isUsable === false}
            testId="test-scan-use"
          >
            {say('keyboardScanner.use')}
          </ActionButton>
        </div>
      )}
    </>
  );
}

function toSettings({ prefix, suffix, followsCapsLock }: ScannerTraits): Partial<KeyboardScanner> {
  return { prefix: prefix === null ? undefined : prefix.name, suffix, followsCapsLock };
}

/** What the scan showed, fact by fact, with what to change at the scanner where something does not fit. */
function Traits({ traits }: { readonly traits: ScannerTraits }) {
  const { say } = useTexts();
  const { prefix } = traits;
  const before =
    prefix === null
      ? say('keyboardScanner.nothing')
      : say(prefix.isUsable ? 'keyboardScanner.key' : 'keyboardScanner.unusable', { key: prefix.name });
  const facts: readonly (readonly [string, string])[] = [
    [say('keyboardScanner.code'), traits.text ?? say('keyboardScanner.unread')],
    [say('keyboardScanner.before'), before],
    [say('keyboardScanner.after'), say(`keyboardScanner.suffixes.${traits.suffix}`)],
    [
      say('keyboardScanner.speed'),
      say(traits.isFast ? 'keyboardScanner.fast' : 'keyboardScanner.slow', { ms: traits.msPerKey }),
    ],
    [say('keyboardScanner.capsLock'), say(`keyboardScanner.lock.${lockOf(traits)}`)],
    [
      say('keyboardScanner.separator'),
      say(traits.hasSeparator ? 'keyboardScanner.isSeparated' : 'keyboardScanner.isNotSeparated'),
    ],
    [say('keyboardScanner.sheet'), sheetFacts(traits)],
  ];
  function sheetFacts({ text }: ScannerTraits): string {
    const check = text === null ? null : checkScanner(text);
    if (check === null) return say('keyboardScanner.notOnSheet');
    return check.findings.map((finding) => say(`keyboardScanner.finding.${finding}`)).join(' · ');
  }

  return (
    <dl className="test-scan__facts">
      {facts.map(([title, fact]) => (
        <div key={title} className="test-scan__fact">
          <dt className="note">{title}</dt>
          <dd className="selectable">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

function lockOf({ capsLock, followsCapsLock }: ScannerTraits): 'off' | 'on' | 'followed' {
  if (followsCapsLock) return 'followed';
  return capsLock ? 'on' : 'off';
}
