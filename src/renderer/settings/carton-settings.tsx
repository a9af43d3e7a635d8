import { ActionButton } from '../design/action-button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { NumberInput } from '../design/number-input.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { CartonDraft, Draft } from './draft.ts';

const edges = ['length', 'width', 'height'] as const;
/** Corrugated walls, mm, for the outside of a new carton. */
const wallsMm = 6;

/** The cartons on the bench's shelf. */
export function CartonSettings(props: {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly wrong: ReadonlySet<string>;
}) {
  const { say } = useTexts();
  const { draft, change, wrong } = props;
  const set = (key: number, part: Partial<CartonDraft>) =>
    change({
      cartons: draft.cartons.map((carton) => (carton.key === key ? { ...carton, ...part } : carton)),
    });
  const remove = (key: number) => change({ cartons: draft.cartons.filter((carton) => carton.key !== key) });
  return (
    <section className="settings__part">
      <h1 className="settings__title">{say('settings.cartons.title')}</h1>
      <p className="note">{say('settings.cartons.hint')}</p>
      {draft.cartons.length === 0 ? (
        <EmptyState
          icon="pack"
          title={say('settings.cartons.none')}
          hint={say('settings.cartons.noneHint')}
        />
      ) : null}
      <ul className="settings__cards">
        {draft.cartons.map((carton, index) => (
          <CartonCard
            key={carton.key}
            carton={carton}
            isCodeWrong={wrong.has(`cartons.${index}.code`)}
            areEdgesWrong={wrong.has(`cartons.${index}.innerMm`) || wrong.has(`cartons.${index}.outerMm`)}
            set={(part) => set(carton.key, part)}
            remove={() => remove(carton.key)}
          />
        ))}
      </ul>
      <div>
        <ActionButton icon="plus" onPress={() => change({ cartons: [...draft.cartons, newCarton(draft)] })}>
          {say('settings.cartons.add')}
        </ActionButton>
      </div>
    </section>
  );
}

function CartonCard(props: {
  readonly carton: CartonDraft;
  readonly isCodeWrong: boolean;
  readonly areEdgesWrong: boolean;
  readonly set: (part: Partial<CartonDraft>) => void;
  readonly remove: () => void;
}) {
  const { say } = useTexts();
  const { carton, set } = props;
  return (
    <li className="panel carton-card">
      <div className="carton-card__row">
        <TextInput
          label={say('settings.cartons.code')}
          value={carton.code}
          onChange={(code) => set({ code })}
          error={props.isCodeWrong ? say('settings.invalidField') : null}
          lengthMax={24}
        />
        <EdgeInputs
          title={say('settings.cartons.inner')}
          value={carton.innerMm}
          onChange={(innerMm) => set({ innerMm })}
        />
        <EdgeInputs
          title={say('settings.cartons.outer')}
          value={carton.outerMm}
          onChange={(outerMm) => set({ outerMm })}
        />
        <NumberInput
          label={say('settings.cartons.tare')}
          value={carton.tareG}
          min={0}
          max={50_000}
          onChange={(tareG) => set({ tareG })}
        />
        <NumberInput
          label={say('settings.cartons.load')}
          value={carton.maxLoadG}
          min={1}
          max={1_000_000}
          onChange={(maxLoadG) => set({ maxLoadG })}
        />
        <ActionButton
          icon="cross"
          label={say('settings.cartons.remove', { code: carton.code })}
          onPress={props.remove}
        >
          {''}
        </ActionButton>
      </div>
      {props.areEdgesWrong ? <p className="field__error">{say('settings.invalidField')}</p> : null}
    </li>
  );
}

function EdgeInputs(props: {
  readonly title: string;
  readonly value: readonly number[];
  readonly onChange: (value: readonly number[]) => void;
}) {
  const { say } = useTexts();
  return (
    <fieldset className="edges">
      <legend className="field__label">{props.title}</legend>
      <div className="edges__row">
        {edges.map((edge, index) => (
          <NumberInput
            key={edge}
            label={say(`settings.cartons.${edge}`)}
            isLabelUnseen
            value={props.value[index] ?? 0}
            min={1}
            max={10_000}
            onChange={(value) =>
              props.onChange(props.value.map((known, other) => (other === index ? value : known)))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

function newCarton({ cartons }: Draft): CartonDraft {
  const innerMm = [200, 150, 100];
  return {
    key: Math.max(-1, ...cartons.map(({ key }) => key)) + 1,
    code: '',
    innerMm,
    outerMm: innerMm.map((edge) => edge + wallsMm),
    tareG: 90,
    maxLoadG: 5000,
    costKopecks: undefined,
  };
}
