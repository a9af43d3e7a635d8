import { useEffect, useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { ChatHistoryView } from '#contract/chat-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { TextArea } from '../design/text-area.tsx';
import { useNow } from '../design/use-now.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';
import { QuickReplies } from './quick-replies.tsx';
import { FILE_BYTES_MAX, readAsBase64 } from './read-as-base64.ts';
import { withReply } from './with-reply.ts';
import { writingNote } from './writing-note.ts';

const LONGEST = 1_000;
const KEPT_AFTER_MS = 800;

/** The place to write: what stands there is kept until it is sent, and why nothing can be sent is said beside it. */
export function Compose(props: { readonly chat: string; readonly history: ChatHistoryView }) {
  const { say, language } = useTexts();
  const now = useNow();
  const { chat, history } = props;
  const [text, setText] = useState(history.draft);
  const [isTooLarge, setIsTooLarge] = useState(false);
  const [isChoosing, setIsChoosing] = useState(false);
  const keep = useKeepDraft(chat, history.draft);
  const send = useCommand('chat.send');
  const sendFile = useCommand('chat.sendFile');
  const note = writingNote(history, { language, now });
  const isRunning = send.isRunning || sendFile.isRunning;
  const mayWrite = note.mayWrite && history.undecided === null && !isRunning;
  const submit = async () => {
    if (!mayWrite || text.trim() === '') return;
    keep.now(text);
    const answer = await send.run({ chat, text });
    if (answer?.state !== 'sent') return;
    setText('');
    keep.forget();
  };
  const submitFile = async (files: FileList | null) => {
    const file = files?.[0];
    if (file === undefined) return;
    setIsTooLarge(file.size > FILE_BYTES_MAX);
    if (file.size > FILE_BYTES_MAX) return;
    await sendFile.run({ chat, name: file.name.slice(-255), base64: await readAsBase64(file) });
  };
  return (
    <div className="compose">
      <p className="note" data-testid="chat-window">
        {note.text}
      </p>
      <TextArea
        label={say('chat.write')}
        value={text}
        onChange={(words) => {
          setText(words);
          keep.soon(words);
        }}
        onSend={() => void submit()}
        onLeave={() => keep.now(text)}
        hint={say('chat.length', { used: text.length, most: LONGEST })}
        lengthMax={LONGEST}
        isDisabled={!note.mayWrite}
      />
      <div className="row-actions">
        <ActionButton
          look="main"
          onPress={() => void submit()}
          isDisabled={!mayWrite || text.trim() === ''}
          keyName="Ctrl Enter"
          testId="chat-send"
        >
          {say(isRunning ? 'chat.sending' : 'chat.send')}
        </ActionButton>
        <ActionButton
          onPress={() => setIsChoosing(true)}
          icon="chat"
          isDisabled={!note.mayWrite}
          testId="chat-replies"
        >
          {say('chatReplies.title')}
        </ActionButton>
        <FileTrigger
          acceptedFileTypes={['image/jpeg', 'image/png', 'image/webp', 'application/pdf']}
          onSelect={(files) => void submitFile(files)}
        >
          <ActionButton onPress={() => undefined} icon="file" isDisabled={!mayWrite} testId="chat-file">
            {say('chat.file')}
          </ActionButton>
        </FileTrigger>
      </div>
      {isChoosing ? (
        <QuickReplies
          onChoose={(reply) => {
            const words = withReply(text, reply, LONGEST);
            setText(words);
            keep.soon(words);
            setIsChoosing(false);
          }}
          onClose={() => setIsChoosing(false)}
        />
      ) : null}
      {isTooLarge ? (
        <p className="field__error" role="alert">
          {say('chat.tooLarge')}
        </p>
      ) : null}
      <FailureNote failure={send.failure ?? sendFile.failure} />
    </div>
  );
}

/** Keeps what is written: a moment after the last key, when the field is left, and when the chat is closed. */
function useKeepDraft(chat: string, kept: string) {
  const { run } = useCommand('chat.keepDraft');
  const state = useRef({ kept, wanted: kept, timer: null as ReturnType<typeof setTimeout> | null });
  const flush = () => {
    const { current } = state;
    if (current.timer !== null) clearTimeout(current.timer);
    current.timer = null;
    if (current.wanted === current.kept) return;
    current.kept = current.wanted;
    void run({ chat, text: current.wanted });
  };
  const latest = useRef(flush);
  latest.current = flush;
  useEffect(() => () => latest.current(), []);
  return {
    soon(text: string) {
      const { current } = state;
      current.wanted = text;
      if (current.timer !== null) clearTimeout(current.timer);
      current.timer = setTimeout(() => latest.current(), KEPT_AFTER_MS);
    },
    now(text: string) {
      state.current.wanted = text;
      flush();
    },
    /** The station has forgotten it with the sending. */
    forget() {
      const { current } = state;
      if (current.timer !== null) clearTimeout(current.timer);
      state.current = { kept: '', wanted: '', timer: null };
    },
  };
}
