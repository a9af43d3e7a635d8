import { useState } from 'react';
import type { TaskView } from '#contract/procedures.ts';
import { PostingNumber } from '#domain/ids.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useNow } from '../design/use-now.ts';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { formatMoment } from '../texts/format.ts';
import { keyOr, useTexts } from '../texts/use-texts.ts';
import { DeclareDialog } from './declare-dialog.tsx';

/** What waits for a person, with the shop's own words; a lead closes each with a note. */
export function TaskList({ isLead }: { readonly isLead: boolean }) {
  const { say, language } = useTexts();
  const now = useNow();
  const { value, failure, askAgain } = useAnswer('tasks.list', {}, ['tasks']);
  const [open, setOpen] = useState<TaskView | null>(null);
  const [declared, setDeclared] = useState<PostingNumber | null>(null);
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  if (value.tasks.length === 0) {
    return <EmptyState icon="check" title={say('queue.empty.tasks')} hint={say('queue.empty.tasksHint')} />;
  }
  return (
    <>
      <ul className="tasks">
        {value.tasks.map((task) => (
          <li key={task.id} className="panel task">
            <div className="task__words">
              <p className="task__title">
                {taskTitle(task)} <b className="selectable">{task.subject}</b>
              </p>
              <p className="task__detail selectable">{taskDetail(task)}</p>
              {task.dueAt === null ? null : (
                <p className="task__detail">
                  {say('requests.dueAt', { at: formatMoment(language, task.dueAt, now) })}
                </p>
              )}
              <p className="note">{formatMoment(language, task.createdAt, now)}</p>
            </div>
            {isLead && task.kind === 'posting-incomplete' ? (
              <ActionButton
                look="main"
                onPress={() => setDeclared(numberIn(task))}
                testId={`declare-${task.subject}`}
              >
                {say('declare.button')}
              </ActionButton>
            ) : null}
            {isLead ? (
              <ActionButton onPress={() => setOpen(task)} testId={`resolve-${task.id}`}>
                {say('shift.resolve')}
              </ActionButton>
            ) : null}
          </li>
        ))}
      </ul>
      {declared === null ? null : <DeclareDialog posting={declared} onClose={() => setDeclared(null)} />}
      {open === null ? null : <ResolveDialog task={open} onClose={() => setOpen(null)} onDone={askAgain} />}
    </>
  );

  /** What is missing in a posting, in words; for everything else the shop's own. */
  function taskDetail({ kind, detail }: TaskView): string {
    if (kind !== 'posting-incomplete') return detail;
    return detail
      .split(', ')
      .map((one) => say(keyOr(`requirement.${one}`, 'requirement.unknown')))
      .join(', ');
  }

  function taskTitle({ kind }: TaskView): string {
    return say(keyOr(`task.${kind}`, 'task.other'), { kind });
  }
}

/** The posting that a task is about; null where it is about something else. */
function numberIn({ subject }: TaskView): PostingNumber | null {
  const number = PostingNumber.safeParse(subject);
  return number.success ? number.data : null;
}

function ResolveDialog(props: {
  readonly task: TaskView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { say } = useTexts();
  const { task, onClose, onDone } = props;
  const { run, isRunning, failure } = useCommand('tasks.resolve');
  const [note, setNote] = useState('');
  const resolve = async () => {
    if ((await run({ id: task.id, note: note.trim() })) === null) return;
    onDone();
    onClose();
  };
  return (
    <DialogBox
      title={say('shift.resolveTitle')}
      onClose={onClose}
      foot={
        <>
          <ActionButton onPress={onClose}>{say('common.cancel')}</ActionButton>
          <ActionButton
            look="main"
            onPress={() => void resolve()}
            isDisabled={isRunning || note.trim() === ''}
            testId="resolve-done"
          >
            {say('shift.resolve')}
          </ActionButton>
        </>
      }
    >
      <p>
        <b>{task.subject}</b> {task.detail}
      </p>
      <TextInput label={say('shift.resolveNote')} value={note} onChange={setNote} />
      <FailureNote failure={failure} />
    </DialogBox>
  );
}
