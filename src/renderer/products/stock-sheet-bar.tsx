import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { ProcedureOutput } from '#contract/procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { ProductQueryInput } from './use-product-query.ts';

/** What the station reads of a file at most, bytes. */
const fileMostBytes = 5 * 1024 * 1024;

type Sheet = { readonly data: string; readonly name: string };
type Read = ProcedureOutput<'products.stocksFromSheet'>;

/** Stocks out into a sheet, and from a changed sheet in again, after a look at what it would do. */
export function StockSheetBar({ input }: { readonly input: ProductQueryInput }) {
  const { say } = useTexts();
  const out = useCommand('products.exportStocks');
  const into = useCommand('products.stocksFromSheet');
  const [note, setNote] = useState('');
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [read, setRead] = useState<Read | null>(null);
  const { wanted, isArchived, problem, status } = input;
  const write = async (format: 'xlsx' | 'csv') => {
    const answer = await out.run({ wanted, isArchived, problem, status, format });
    if (answer === null) return;
    const words = say('products.sheet.written', { file: answer.file, count: answer.products });
    setNote(answer.isAll ? words : `${words} ${say('products.sheet.notAll')}`);
  };
  const look = async (files: FileList | null) => {
    const file = files?.[0];
    if (file === undefined) return;
    setNote('');
    if (file.size > fileMostBytes) return setNote(say('products.sheet.code.too-large'));
    const chosen = { data: toBase64(new Uint8Array(await file.arrayBuffer())), name: file.name };
    const answer = await into.run({ data: chosen.data, isSure: false });
    if (answer === null) return;
    setSheet(chosen);
    setRead(answer);
  };
  const close = () => {
    setSheet(null);
    setRead(null);
  };
  const set = async () => {
    const answer = sheet === null ? null : await into.run({ data: sheet.data, isSure: true });
    if (answer?.isSheet !== true) return;
    close();
    setNote(say('products.sheet.set', { count: answer.changes }));
  };
  const isRunning = out.isRunning || into.isRunning;
  return (
    <>
      <div className="line-form">
        {(['xlsx', 'csv'] as const).map((format) => (
          <ActionButton
            key={format}
            icon="file"
            onPress={() => void write(format)}
            isDisabled={isRunning}
            testId={`stocks-out-${format}`}
          >
            {say(`products.sheet.${format}`)}
          </ActionButton>
        ))}
        <FileTrigger acceptedFileTypes={['.xlsx', '.csv']} onSelect={(files) => void look(files)}>
          <ActionButton onPress={() => undefined} isDisabled={isRunning} testId="stocks-in">
            {say('products.sheet.in')}
          </ActionButton>
        </FileTrigger>
        {note === '' ? null : (
          <p className="note selectable" role="status" data-testid="stocks-note">
            {note}
          </p>
        )}
      </div>
      <FailureNote failure={out.failure ?? into.failure} />
      {sheet === null || read === null ? null : (
        <DialogBox
          title={sheet.name}
          onClose={close}
          foot={
            <>
              <ActionButton onPress={close}>{say('common.cancel')}</ActionButton>
              {read.isSheet && read.changes > 0 ? (
                <ActionButton
                  look="main"
                  onPress={() => void set()}
                  isDisabled={isRunning}
                  testId="sheet-set"
                >
                  {say('products.stocks.send', { count: read.changes })}
                </ActionButton>
              ) : null}
            </>
          }
        >
          {read.isSheet ? <SheetOutcome read={read} /> : <p>{say(`products.sheet.code.${read.code}`)}</p>}
        </DialogBox>
      )}
    </>
  );
}

function SheetOutcome({ read }: { readonly read: Extract<Read, { isSheet: true }> }) {
  const { say } = useTexts();
  const { changes, problems, problemCount } = read;
  return (
    <>
      {changes === 0 ? <p>{say('products.sheet.nothing')}</p> : null}
      {problemCount === 0 ? null : <p>{say('products.sheet.problems', { count: problemCount })}</p>}
      <ul className="product__troubles" data-testid="sheet-problems">
        {problems.map(({ row, code, words }) => (
          <li key={`${row} ${code}`}>{say(`products.sheet.problem.${code}`, { row, words })}</li>
        ))}
      </ul>
    </>
  );
}

function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // One call with millions of arguments would be refused by the engine.
  for (let from = 0; from < bytes.length; from += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(from, from + 8192)));
  return btoa(pieces.join(''));
}
