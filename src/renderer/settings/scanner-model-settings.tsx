import { useState } from 'react';
import { familyWords, type ScannerFamily, scannerFamilies } from '#domain/scanning/scanner-families.ts';
import { Choice } from '../design/choice.tsx';
import { PrintButton } from '../documents/print-button.tsx';
import { useTexts } from '../texts/use-texts.ts';

type Model = ScannerFamily | 'other';
const models: readonly Model[] = [...scannerFamilies, 'other'];

/** What to set at a scanner, in its maker's words, and the sheet that shows in one scan what is set up wrong. */
export function ScannerModelSettings() {
  const { say } = useTexts();
  const [model, setModel] = useState<Model>('zebra');
  const family = model === 'other' ? null : model;
  const nameOf = (value: Model) => (value === 'other' ? say('found.otherMaker') : familyWords[value].name);
  const words = family === null ? null : familyWords[family].words;
  return (
    <div className="settings__form">
      <h2>{say('found.models')}</h2>
      <p className="note">{say('found.modelsHint')}</p>
      <Choice
        label={say('found.maker')}
        value={model}
        options={models.map((value) => ({ value, text: nameOf(value) }))}
        onChange={setModel}
        testIdPrefix="scanner-model"
      />
      <ol className="scanner-words" data-testid="scanner-words" lang={words === null ? undefined : 'en'}>
        {(words ?? [say('found.anyInterface'), say('found.anySuffix'), say('found.anyAim')]).map((word) => (
          <li key={word} className="selectable">
            {word}
          </li>
        ))}
      </ol>
      <PrintButton
        what={{ document: 'scanner-sheet', family }}
        text={say('found.testSheet')}
        testId="print-scanner-sheet"
      />
    </div>
  );
}
