import { useState } from 'react';
import { Language } from '#contract/language.ts';
import { type PreviewName, previewNames } from '#domain/labels/templates/preview-names.ts';
import { languageNames } from '../app/language-names.ts';
import { Choice } from '../design/choice.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { PrintButton } from '../documents/print-button.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { Draft } from './draft.ts';
import { SsccSettings } from './sscc-settings.tsx';

const papers = ['58x40', '75x120', '100x150'] as const;
type Paper = (typeof papers)[number];
const sizes: Readonly<Record<Paper, { readonly widthMm: number; readonly heightMm: number }>> = {
  '58x40': { widthMm: 58, heightMm: 40 },
  '75x120': { widthMm: 75, heightMm: 120 },
  '100x150': { widthMm: 100, heightMm: 150 },
};

/** The bench's own labels as the printer would draw them, dot by dot; anew with every change. */
export function LabelSettings(props: {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly wrong: ReadonlySet<string>;
}) {
  const { say, language: ofWindow } = useTexts();
  const { draft, change, wrong } = props;
  const errorAt = (place: string) => (wrong.has(place) ? say('settings.invalidField') : null);
  const [name, setName] = useState<PreviewName>('test');
  const [language, setLanguage] = useState<Language>(ofWindow);
  const [paper, setPaper] = useState<Paper>(paperOf(draft));
  const dpi = draft.labelPrinter?.dpi ?? 203;
  return (
    <section className="settings__part">
      <h1 className="settings__title">{say('settings.labels.title')}</h1>
      <p className="note">{say('settings.labels.hint')}</p>
      <div className="settings__form">
        <Choice
          label={say('settings.labels.which')}
          value={name}
          options={previewNames.map((value) => ({ value, text: say(`settings.labels.names.${value}`) }))}
          onChange={setName}
          testIdPrefix="preview-name"
        />
        <Choice
          label={say('settings.labels.language')}
          value={language}
          options={Language.options.map((value) => ({ value, text: languageNames[value].full, lang: value }))}
          onChange={setLanguage}
          testIdPrefix="preview-language"
        />
        <Choice
          label={say('settings.labels.paper')}
          value={paper}
          options={papers.map((value) => ({
            value,
            text: say('settings.labels.size', { size: value.replace('x', ' × ') }),
          }))}
          onChange={setPaper}
          testIdPrefix="preview-paper"
        />
      </div>
      <Preview name={name} language={language} dpi={dpi} paper={paper} />
      <SsccSettings draft={draft} change={change} errorAt={errorAt} />
      <h2>{say('documents.sheets')}</h2>
      <PrintButton
        what={{ document: 'control-sheet' }}
        text={say('documents.controlSheet')}
        testId="print-control-sheet"
      />
    </section>
  );
}

/** The paper in the printer where it is one of the usual ones. */
function paperOf({ labelPrinter }: Draft): Paper {
  return papers.find((paper) => sizes[paper].widthMm === labelPrinter?.widthMm) ?? '75x120';
}

function Preview(props: {
  readonly name: PreviewName;
  readonly language: Language;
  readonly dpi: 203 | 300;
  readonly paper: Paper;
}) {
  const { say } = useTexts();
  const { name, language, dpi, paper } = props;
  const { value, failure, askAgain } = useAnswer(
    'label.preview',
    { name, language, dpi, ...sizes[paper] },
    [],
  );
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  if (!value.isDrawn) {
    return <p className="note">{say('settings.labels.tooSmall', { problem: value.problem })}</p>;
  }
  return (
    <figure className="label-preview">
      <img
        className="label-preview__picture"
        src={value.dataUrl}
        alt={say(`settings.labels.names.${name}`)}
        data-testid="label-preview"
      />
      <figcaption className="note">
        {say(value.readsWhenWorn ? 'settings.labels.reads' : 'settings.labels.readsBarely')}
      </figcaption>
    </figure>
  );
}
