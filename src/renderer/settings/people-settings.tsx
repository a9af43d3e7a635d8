import { ActorId } from '#domain/ids.ts';
import { toControlText } from '#domain/scanning/control-code.ts';
import { ActionButton } from '../design/action-button.tsx';
import { Choice } from '../design/choice.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { TextInput } from '../design/text-input.tsx';
import { PrintButton } from '../documents/print-button.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { Draft, PersonDraft } from './draft.ts';

/** Who packs and who leads, with the text of each badge. */
export function PeopleSettings(props: {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly wrong: ReadonlySet<string>;
}) {
  const { say } = useTexts();
  const { draft, change, wrong } = props;
  const set = (key: number, part: Partial<PersonDraft>) =>
    change({ people: draft.people.map((person) => (person.key === key ? { ...person, ...part } : person)) });
  const errorAt = (index: number, field: string) =>
    wrong.has(`people.${index}.${field}`) ? say('settings.invalidField') : null;
  return (
    <section className="settings__part">
      <h1 className="settings__title">{say('settings.people.title')}</h1>
      <p className="note">{say('settings.people.hint')}</p>
      {draft.people.length === 0 ? (
        <EmptyState
          icon="person"
          title={say('settings.people.none')}
          hint={say('settings.people.noneHint')}
        />
      ) : null}
      <ul className="settings__cards">
        {draft.people.map((person, index) => (
          <PersonCard
            key={person.key}
            person={person}
            errorOf={(field) => errorAt(index, field)}
            set={(part) => set(person.key, part)}
            remove={() => change({ people: draft.people.filter(({ key }) => key !== person.key) })}
          />
        ))}
      </ul>
      <div>
        <ActionButton icon="plus" onPress={() => change({ people: [...draft.people, newPerson(draft)] })}>
          {say('settings.people.add')}
        </ActionButton>
      </div>
    </section>
  );
}

function PersonCard(props: {
  readonly person: PersonDraft;
  readonly errorOf: (field: string) => string | null;
  readonly set: (part: Partial<PersonDraft>) => void;
  readonly remove: () => void;
}) {
  const { say } = useTexts();
  const { person, set, errorOf } = props;
  const badgeOf = ActorId.safeParse(person.id);
  return (
    <li className="panel person-card">
      <TextInput
        label={say('settings.people.name')}
        value={person.name}
        onChange={(name) => set({ name })}
        error={errorOf('name')}
        lengthMax={100}
      />
      <TextInput
        label={say('settings.people.id')}
        value={person.id}
        onChange={(id) => set({ id })}
        error={errorOf('id')}
        hint={person.id === '' ? undefined : toControlText({ control: 'badge', packer: person.id })}
        lengthMax={32}
      />
      <Choice
        label={say('settings.people.role')}
        value={person.role}
        options={[
          { value: 'packer', text: say('signIn.packer') },
          { value: 'lead', text: say('signIn.lead') },
        ]}
        onChange={(role) => set({ role })}
      />
      <TextInput
        label={say('settings.people.newPin')}
        value={person.pin}
        onChange={(pin) => set({ pin })}
        error={errorOf('pin')}
        isSecret
        isNumeric
        hint={say(person.hasPin ? 'settings.people.hasPin' : 'settings.people.noPin')}
        lengthMax={8}
      />
      {badgeOf.success ? (
        <PrintButton
          what={{ document: 'badge', person: badgeOf.data }}
          text={say('documents.badge')}
          label={say('documents.badgeOf', { name: person.name })}
          testId={`print-badge-${person.id}`}
        />
      ) : null}
      <ActionButton
        icon="cross"
        label={say('settings.people.remove', { name: person.name })}
        onPress={props.remove}
      >
        {''}
      </ActionButton>
    </li>
  );
}

function newPerson({ people }: Draft): PersonDraft {
  const key = Math.max(-1, ...people.map((person) => person.key)) + 1;
  return { key, id: '', name: '', role: 'packer', hasPin: false, pin: '' };
}
