import { ActionButton } from '../design/action-button.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { SettingsDraft } from './use-settings-draft.ts';

/** Says that something is not saved yet, wherever in the settings it was changed. */
export function SaveBar({ draft }: { readonly draft: SettingsDraft }) {
  const { say } = useTexts();
  if (!draft.isChanged) {
    return draft.wasSaved ? (
      <p className="save-bar save-bar--done" role="status">
        {say('common.saved')}
      </p>
    ) : null;
  }
  const isWrong = draft.wrong.size > 0;
  return (
    <div className="save-bar">
      <p className={isWrong ? 'field__error' : 'note'} role="status">
        {say(isWrong ? 'settings.invalid' : 'settings.unsaved')}
      </p>
      <ActionButton onPress={draft.discard} isDisabled={draft.isSaving}>
        {say('settings.discard')}
      </ActionButton>
      <ActionButton look="main" onPress={draft.save} isDisabled={draft.isSaving} testId="settings-save">
        {say('common.save')}
      </ActionButton>
    </div>
  );
}
