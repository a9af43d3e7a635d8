import { useCallback, useMemo, useState } from 'react';
import type { Failure } from '#contract/failure.ts';
import type { SettingsView } from '#contract/procedures.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { checkDraft, type Draft, toDraft } from './draft.ts';

/** The settings as a lead changes them: read, changed, checked, saved. */
export interface SettingsDraft {
  readonly draft: Draft | null;
  readonly shops: SettingsView['shops'];
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  readonly wasSaved: boolean;
  readonly wrong: ReadonlySet<string>;
  readonly failure: Failure | null;
  readonly change: (change: Partial<Draft>) => void;
  readonly save: () => void;
  readonly discard: () => void;
  readonly readAgain: () => void;
}

const nothingWrong: ReadonlySet<string> = new Set();

/** `mayRead` is false where nobody with the right is signed in: then nothing is asked for. */
export function useSettingsDraft(mayRead: boolean): SettingsDraft {
  const read = useAnswer('settings.get', mayRead ? {} : null, ['settings']);
  const saving = useCommand('settings.save');
  const [changed, setChanged] = useState<Draft | null>(null);
  const [wrong, setWrong] = useState(nothingWrong);
  const [wasSaved, setWasSaved] = useState(false);
  const kept = useMemo(() => (read.value === null ? null : toDraft(read.value)), [read.value]);
  const draft = changed ?? kept;

  const change = useCallback(
    (part: Partial<Draft>) => {
      setWasSaved(false);
      setChanged((before) => {
        const from = before ?? kept;
        return from === null ? null : { ...from, ...part };
      });
    },
    [kept],
  );
  const discard = () => {
    setChanged(null);
    setWrong(nothingWrong);
    saving.forgetFailure();
  };
  const save = async () => {
    if (draft === null) return;
    const checked = checkDraft(draft);
    if (!checked.ok) {
      setWrong(checked.wrong);
      return;
    }
    setWrong(nothingWrong);
    if ((await saving.run({ settings: checked.settings })) === null) return;
    setChanged(null);
    setWasSaved(true);
    read.askAgain();
  };
  const readAgain = () => {
    // What was changed in settings that are no more is not saved over those that are.
    if (saving.failure?.code === 'settings-changed') discard();
    read.askAgain();
  };
  return {
    draft,
    shops: read.value?.shops ?? [],
    isChanged: changed !== null,
    isSaving: saving.isRunning,
    wasSaved,
    wrong,
    failure: saving.failure ?? read.failure,
    change,
    save: () => void save(),
    discard,
    readAgain,
  };
}
