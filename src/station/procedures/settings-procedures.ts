import { BenchFile } from '#contract/bench-file.ts';
import type { SettingsView } from '#contract/procedures.ts';
import { ok } from '#domain/result.ts';
import { hashPin } from '../bench-file/pin.ts';
import { revisionOf } from '../bench-file/revision-of.ts';
import { failed, type Handlers, type ProcedureContext } from './procedure-context.ts';

/** What a lead sets up. Secrets go in and never come out. */
export const settingsProcedures: Handlers<'settings.get' | 'settings.save'> = {
  'settings.get': (_, context) => ok(toSettings(context)),
  'settings.save': async ({ settings: { revision, ...settings } }, context) => {
    const current = context.benchFile();
    if (revision !== revisionOf(current, context.db.databaseId))
      return failed('settings-changed', 'the settings were read from another state of the bench file');
    const people = settings.people.map(({ pin, ...person }) => {
      const kept = current.people.find((known) => known.id === person.id)?.pinHash;
      const pinHash = pin === undefined ? kept : hashPin(pin);
      return pinHash === undefined ? person : { ...person, pinHash };
    });
    if (!people.some((person) => person.role === 'lead'))
      return failed('invalid-settings', 'at least one lead is needed');
    const changed = BenchFile.safeParse({
      ...settings,
      people,
      shops: current.shops,
      language: current.language,
    });
    if (!changed.success) return failed('invalid-settings', changed.error.message.slice(0, 500));
    await context.replaceBenchFile(changed.data);
    return ok({ done: true });
  },
};

function toSettings({ benchFile, secrets, db }: ProcedureContext): SettingsView {
  const { shops, people, ...rest } = benchFile();
  return {
    ...rest,
    revision: revisionOf(benchFile(), db.databaseId),
    people: people.map(({ pinHash, ...person }) => ({ ...person, hasPin: pinHash !== undefined })),
    shops: shops.map(({ apiKey, ...config }) => ({
      ...config,
      hasKey: apiKey !== undefined || secrets.apiKeyOf(config.clientId, shops.length <= 1) !== null,
    })),
  };
}
