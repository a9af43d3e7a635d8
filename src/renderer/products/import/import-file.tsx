import { ActionButton } from '../../design/action-button.tsx';
import { FailureNote } from '../../design/failure-note.tsx';
import { useNow } from '../../design/use-now.ts';
import { useAnswer } from '../../station-link/use-answer.ts';
import { useCommand } from '../../station-link/use-command.ts';
import { formatMoment } from '../../texts/format.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { CountsLine } from './counts-line.tsx';
import { ImportLines } from './import-lines.tsx';
import { SendFile } from './send-file.tsx';
import { WriteFaults } from './write-faults.tsx';

/** One file: what is wrong, sending what is good, and how far it is. */
export function ImportFile({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { say, language } = useTexts();
  const now = useNow();
  const { value, failure, askAgain } = useAnswer('import.read', { id }, ['imports']);
  const stop = useCommand('import.stop');
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  const { counts, state, total, waitUntil, waitsFor, ignored } = value;
  const { moderating, approved, declined, refused, ready, faulty, left } = counts;
  const isRunning = state === 'running';
  return (
    <div className="panel">
      <div className="line-form">
        <ActionButton icon="left" onPress={onClose} testId="import-back">
          {say('import.back')}
        </ActionButton>
        <p>
          <b>{value.fileName}</b>
          {` ${value.typeName}, ${say('import.lines', { count: total })}, ${say(`import.state.${state}`)}`}
        </p>
      </div>
      <p>
        <CountsLine counts={counts} />
      </p>
      {ignored.length === 0 ? null : (
        <p className="note">{say('import.ignored', { columns: ignored.join(', ') })}</p>
      )}
      {state === 'checked' && ready > 0 ? <SendFile id={id} ready={ready} /> : null}
      {isRunning ? (
        <div className="line-form">
          <progress max={total - faulty - left} value={moderating + approved + declined + refused} />
          <p role="status">
            {say('import.progress', { done: moderating + approved + declined, total: total - faulty - left })}
          </p>
          {ready > 0 ? (
            <ActionButton
              onPress={() => void stop.run({ id })}
              isDisabled={stop.isRunning}
              testId="import-stop"
            >
              {say('import.stop')}
            </ActionButton>
          ) : null}
        </div>
      ) : null}
      {isRunning && waitUntil !== null && waitUntil > now ? (
        <p className="note" role="status">
          {say('import.waits', { at: formatMoment(language, waitUntil, now), words: waitsFor ?? '' })}
        </p>
      ) : null}
      <FailureNote failure={stop.failure} />
      {faulty + refused + declined + counts.unknown > 0 ? <WriteFaults id={id} /> : null}
      <ImportLines id={id} />
    </div>
  );
}
