import type { DeclarationLine } from '#contract/declaration-procedures.ts';
import type { PostingNumber } from '#domain/ids.ts';
import type { DeclarationKind } from '#domain/posting/declaration.ts';
import { FailureNote } from '../design/failure-note.tsx';
import { SelectInput } from '../design/select-input.tsx';
import { TextInput } from '../design/text-input.tsx';
import { Toggle } from '../design/toggle.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useTexts } from '../texts/use-texts.ts';
import { type Draft, type DraftEntry, draftKey } from './declaration-draft.ts';

type Change = (key: string, entry: DraftEntry) => void;

/** One product of a posting, with what the shop wants to know of it. */
export function DeclaredProduct(props: {
  readonly posting: PostingNumber;
  readonly line: DeclarationLine;
  readonly draft: Draft;
  readonly onChange: Change;
}) {
  const { line, draft, onChange } = props;
  const entryOf = (kind: DeclarationKind) =>
    draft.get(draftKey(line.sku, kind)) ?? { value: '', isAbsent: false };
  return (
    <section className="declared">
      <h3>{line.name}</h3>
      {line.needs.map((kind) =>
        kind === 'country' ? (
          <CountryInput
            key={kind}
            posting={props.posting}
            value={entryOf(kind).value}
            onChange={(value) => onChange(draftKey(line.sku, kind), { value, isAbsent: false })}
          />
        ) : (
          <DocumentInput
            key={kind}
            kind={kind}
            entry={entryOf(kind)}
            onChange={(entry) => onChange(draftKey(line.sku, kind), entry)}
          />
        ),
      )}
    </section>
  );
}

function CountryInput(props: {
  readonly posting: PostingNumber;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { say } = useTexts();
  const { value, failure, askAgain } = useAnswer('declarations.countries', { posting: props.posting }, []);
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  const unset = { value: '', text: say('declare.chooseCountry') };
  const countries = value.countries.map(({ code, name }) => ({ value: code, text: `${name} · ${code}` }));
  return (
    <SelectInput
      label={say('declare.country')}
      value={props.value}
      options={props.value === '' ? [unset, ...countries] : countries}
      onChange={props.onChange}
      testId="declare-country"
    />
  );
}

function DocumentInput(props: {
  readonly kind: Exclude<DeclarationKind, 'country'>;
  readonly entry: DraftEntry;
  readonly onChange: (entry: DraftEntry) => void;
}) {
  const { say } = useTexts();
  const { kind, entry, onChange } = props;
  return (
    <>
      {entry.isAbsent ? null : (
        <TextInput
          label={say(kind === 'customs-declaration' ? 'declare.customs' : 'declare.batch')}
          value={entry.value}
          onChange={(value) => onChange({ value, isAbsent: false })}
          lengthMax={100}
        />
      )}
      <Toggle
        label={say(kind === 'customs-declaration' ? 'declare.noCustoms' : 'declare.noBatch')}
        hint={say('declare.noHint')}
        isOn={entry.isAbsent}
        onChange={(isAbsent) => onChange({ ...entry, isAbsent })}
      />
    </>
  );
}
