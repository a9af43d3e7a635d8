import type { z } from 'zod';
import { type ProcedureInput, procedures, type SettingsView } from '#contract/procedures.ts';

/** A carton as it is typed: checked only when it is saved. `key` keeps a row its own while its code changes. */
export interface CartonDraft {
  readonly key: number;
  readonly code: string;
  readonly innerMm: readonly number[];
  readonly outerMm: readonly number[];
  readonly tareG: number;
  readonly maxLoadG: number;
  readonly costKopecks: number | undefined;
}

/** A person as typed; an empty PIN keeps the one there is. */
export interface PersonDraft {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly role: 'packer' | 'lead';
  readonly hasPin: boolean;
  readonly pin: string;
}

/** The settings while a lead changes them. */
export interface Draft extends Omit<SettingsView, 'cartons' | 'people' | 'shops' | 'language'> {
  readonly cartons: readonly CartonDraft[];
  readonly people: readonly PersonDraft[];
}

/** What a lead starts from. */
export function toDraft(settings: SettingsView): Draft {
  const { cartons, people, shops: _, language: __, ...rest } = settings;
  return {
    ...rest,
    cartons: cartons.map((carton, key) => ({ ...carton, costKopecks: carton.costKopecks, key })),
    people: people.map((person, key) => ({ ...person, key, pin: '' })),
  };
}

/** The draft as the station wants it, or the places that are wrong, e.g. `cartons.0.code`. */
export function checkDraft(
  draft: Draft,
):
  | { readonly ok: true; readonly settings: ProcedureInput<'settings.save'>['settings'] }
  | { readonly ok: false; readonly wrong: ReadonlySet<string> } {
  const twice = [...repeated('cartons', 'code', draft.cartons), ...repeated('people', 'id', draft.people)];
  const parsed = procedures['settings.save'].input.safeParse({ settings: toInput(draft) });
  if (parsed.success && twice.length === 0) return { ok: true, settings: parsed.data.settings };
  const issues = parsed.success ? [] : parsed.error.issues;
  return { ok: false, wrong: new Set([...twice, ...issues.map(placeOf)]) };
}

function toInput({ cartons, people, ...rest }: Draft): unknown {
  return {
    ...rest,
    cartons: cartons.map(({ key: _, costKopecks, ...carton }) => ({
      ...carton,
      ...(costKopecks === undefined ? {} : { costKopecks }),
    })),
    people: people.map(({ key: _, hasPin: __, pin, ...person }) => ({
      ...person,
      ...(pin === '' ? {} : { pin }),
    })),
  };
}

/** `settings.cartons.0.innerMm.1` is marked as `cartons.0.innerMm`: one mark for the three edges. */
function placeOf(issue: z.core.$ZodIssue): string {
  return issue.path.slice(1, 4).join('.');
}

/** Codes and badge ids that stand twice; the later one is wrong. */
function repeated<Field extends string>(
  list: string,
  field: Field,
  entries: readonly Readonly<Record<Field, string>>[],
): string[] {
  const values = entries.map((entry) => entry[field]);
  return values.flatMap((value, index) =>
    values.indexOf(value) < index ? [`${list}.${index}.${field}`] : [],
  );
}
