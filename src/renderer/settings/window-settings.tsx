import { Language } from '#contract/language.ts';
import { languageNames } from '../app/language-names.ts';
import { ActionButton } from '../design/action-button.tsx';
import { Choice } from '../design/choice.tsx';
import { SliderInput } from '../design/slider-input.tsx';
import { prefer, usePreferences } from '../preferences/preferences.ts';
import { playTone } from '../sound/play-tone.ts';
import type { ToneName } from '../sound/tones.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

const toneNames: readonly ToneName[] = [
  'accepted',
  'complete',
  'wrong',
  'tooMany',
  'unknown',
  'question',
  'stop',
];

/** Language, light and sound: what everybody may set. */
export function WindowSettings() {
  const { say, language } = useTexts();
  const { theme, volume } = usePreferences();
  const { run } = useCommand('bench.setLanguage');
  return (
    <section className="settings__part">
      <h1 className="settings__title">{say('settings.window.title')}</h1>
      <Choice
        label={say('common.language')}
        value={language}
        options={Language.options.map((value) => ({ value, text: languageNames[value].full, lang: value }))}
        onChange={(value) => void run({ language: value })}
        testIdPrefix="language"
      />
      <Choice
        label={say('settings.window.theme')}
        value={theme}
        options={[
          { value: 'system', text: say('settings.window.themes.system') },
          { value: 'light', text: say('settings.window.themes.light') },
          { value: 'dark', text: say('settings.window.themes.dark') },
        ]}
        onChange={(value) => prefer({ theme: value })}
        testIdPrefix="theme"
      />
      <div className="settings__volume">
        <SliderInput
          label={say('settings.window.volume')}
          value={Math.round(volume * 100)}
          min={0}
          max={100}
          step={5}
          show={(value) => `${value} %`}
          onChange={(value) => prefer({ volume: value / 100 })}
          onSet={(value) => playTone('accepted', value / 100)}
        />
        <p className="note">{say('settings.window.volumeHint')}</p>
      </div>
      <div className="field">
        <p className="field__label">{say('settings.window.tryTone')}</p>
        <div className="settings__row">
          {toneNames.map((name) => (
            <ActionButton key={name} icon="sound" onPress={() => playTone(name, volume)}>
              {say(`settings.window.tones.${name}`)}
            </ActionButton>
          ))}
        </div>
      </div>
    </section>
  );
}
