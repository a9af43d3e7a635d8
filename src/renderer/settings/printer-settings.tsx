import type { LabelPrinter } from '#contract/printer-config.ts';
import { type PrinterLanguage, printerLanguages } from '#domain/labels/printer-language.ts';
import { ActionButton } from '../design/action-button.tsx';
import { Choice } from '../design/choice.tsx';
import { NumberInput } from '../design/number-input.tsx';
import { SelectInput } from '../design/select-input.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { Draft } from './draft.ts';
import { usualPrinter } from './usual-printer.ts';

/** As makers write them on their printers; the same in every language. */
const languageNames: Readonly<Record<PrinterLanguage, string>> = {
  zpl: 'ZPL',
  tspl: 'TSPL',
  epl: 'EPL2',
  cpcl: 'CPCL',
  escpos: 'ESC/POS',
  png: 'PNG',
  pdf: 'PDF',
};

/** The label printer, and those that take over for it, in order. */
export function PrinterSettings(props: {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly errorAt: (place: string) => string | null;
}) {
  const { say } = useTexts();
  const { draft, change, errorAt } = props;
  const { labelPrinter, sparePrinters } = draft;
  const setSpare = (index: number, printer: LabelPrinter) =>
    change({ sparePrinters: sparePrinters.map((known, other) => (other === index ? printer : known)) });
  return (
    <>
      <div className="settings__row">
        <TextInput
          label={say('settings.devices.printer')}
          value={labelPrinter?.at ?? ''}
          onChange={(at) =>
            change({ labelPrinter: at === '' ? undefined : { ...(labelPrinter ?? usualPrinter), at } })
          }
          error={errorAt('labelPrinter.at')}
        />
        {labelPrinter === undefined ? null : (
          <NameInput printer={labelPrinter} onChange={(printer) => change({ labelPrinter: printer })} />
        )}
      </div>
      {labelPrinter === undefined ? null : (
        <PrinterFields printer={labelPrinter} onChange={(printer) => change({ labelPrinter: printer })} />
      )}
      {sparePrinters.map((printer, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a printer is its place in the list; its address is what changes.
        <div className="settings__form" key={index}>
          <div className="settings__row">
            <TextInput
              label={say('settings.devices.sparePrinter', { n: index + 1 })}
              value={printer.at}
              onChange={(at) => setSpare(index, { ...printer, at })}
              error={errorAt(`sparePrinters.${index}.at`)}
            />
            <NameInput printer={printer} onChange={(changed) => setSpare(index, changed)} />
            <ActionButton
              onPress={() => change({ sparePrinters: sparePrinters.filter((_, other) => other !== index) })}
            >
              {say('settings.devices.remove')}
            </ActionButton>
          </div>
          <PrinterFields printer={printer} onChange={(changed) => setSpare(index, changed)} />
        </div>
      ))}
      {labelPrinter === undefined ? null : (
        <div>
          <ActionButton
            icon="plus"
            onPress={() => change({ sparePrinters: [...sparePrinters, { ...labelPrinter, at: '' }] })}
            testId="add-spare-printer"
          >
            {say('settings.devices.addSparePrinter')}
          </ActionButton>
        </div>
      )}
    </>
  );
}

/** How people call a printer, where there are several. */
function NameInput(props: {
  readonly printer: LabelPrinter;
  readonly onChange: (printer: LabelPrinter) => void;
}) {
  const { say } = useTexts();
  const { printer, onChange } = props;
  return (
    <TextInput
      label={say('documents.printerName')}
      value={printer.name ?? ''}
      onChange={(name) => {
        const { name: _, ...unnamed } = printer;
        onChange(name === '' ? unnamed : { ...unnamed, name });
      }}
      lengthMax={40}
    />
  );
}

/** What a printer speaks, and its head and paper. */
function PrinterFields(props: {
  readonly printer: LabelPrinter;
  readonly onChange: (printer: LabelPrinter) => void;
}) {
  const { say } = useTexts();
  const { printer, onChange } = props;
  return (
    <div className="settings__row">
      <SelectInput
        label={say('settings.devices.printerLanguage')}
        value={printer.language}
        options={printerLanguages.map((value) => ({ value, text: languageNames[value] }))}
        onChange={(language) => onChange({ ...printer, language })}
      />
      <Choice
        label={say('settings.devices.dpi')}
        value={printer.dpi === 300 ? '300' : '203'}
        options={[
          { value: '203', text: '203' },
          { value: '300', text: '300' },
        ]}
        onChange={(dpi) => onChange({ ...printer, dpi: dpi === '300' ? 300 : 203 })}
      />
      <NumberInput
        label={say('settings.devices.width')}
        value={printer.widthMm}
        min={20}
        max={220}
        onChange={(widthMm) => onChange({ ...printer, widthMm })}
      />
      <NumberInput
        label={say('settings.devices.height')}
        value={printer.heightMm}
        min={10}
        max={400}
        onChange={(heightMm) => onChange({ ...printer, heightMm })}
      />
    </div>
  );
}
