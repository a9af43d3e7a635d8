import { type DocumentPrinter, documentPapers } from '#contract/printer-config.ts';
import { SelectInput } from '../design/select-input.tsx';
import { TextInput } from '../design/text-input.tsx';
import { Toggle } from '../design/toggle.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { Draft } from './draft.ts';

/** The printer of everything that is not stuck on a package; an empty address means that there is none. */
export function DocumentPrinterSettings(props: {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly errorAt: (place: string) => string | null;
}) {
  const { say } = useTexts();
  const { draft, change, errorAt } = props;
  const printer = draft.documentPrinter;
  const set = (changed: DocumentPrinter) => change({ documentPrinter: changed });
  return (
    <>
      <TextInput
        label={say('documents.printer')}
        value={printer?.at ?? ''}
        onChange={(at) =>
          change({
            documentPrinter:
              at === '' ? undefined : { paper: 'a4', slipWithEachPackage: false, ...printer, at },
          })
        }
        error={errorAt('documentPrinter.at')}
      />
      <p className="note">{say('documents.printerHint')}</p>
      {printer === undefined ? null : (
        <>
          <div className="settings__row">
            <SelectInput
              label={say('documents.paper')}
              value={printer.paper}
              options={documentPapers.map((value) => ({ value, text: say(`documents.papers.${value}`) }))}
              onChange={(paper) => set({ ...printer, paper })}
            />
            <TextInput
              label={say('documents.printerName')}
              value={printer.name ?? ''}
              onChange={(name) => set({ ...printer, name: name === '' ? undefined : name })}
              lengthMax={40}
            />
          </div>
          <Toggle
            label={say('documents.slipWithEachPackage')}
            hint={say('documents.slipWithEachPackageHint')}
            isOn={printer.slipWithEachPackage}
            onChange={(slipWithEachPackage) => set({ ...printer, slipWithEachPackage })}
          />
        </>
      )}
    </>
  );
}
