import { afterSilence } from '../after-silence.ts';
import type { Connection } from '../transports/transport.ts';

/** How a printer of one language is asked what it is. */
export type IdentityLanguage = {
  readonly ask: Uint8Array;
  /** The model out of all bytes that came so far; null while they are no whole answer. */
  readonly read: (bytes: Uint8Array) => string | null;
};

/** One question about the printer's model, open until it is answered or given up. */
export type IdentityTalk = {
  readonly answer: Promise<string | null>;
  readonly received: (bytes: Uint8Array) => void;
};

/** Some models leave it out; then the silence ends their answer. */
const LINE_END = Buffer.from('\r\n', 'latin1');

/** No model's answer is longer; what is, is noise. */
const ANSWER_BYTES_MAX = 512;

/** Asks what the printer is and waits at most so long; null if it does not say. Nothing else may be asked meanwhile. */
export function askIdentity(to: Connection, language: IdentityLanguage, timeoutMs: number): IdentityTalk {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  let heard: Uint8Array = new Uint8Array(0);
  const settle = (model: string | null) => {
    cancelSilence();
    resolve(model);
  };
  const cancelSilence = afterSilence(timeoutMs, () =>
    settle(language.read(Buffer.concat([heard, LINE_END]))),
  );
  void to.write(language.ask, timeoutMs).then((written) => {
    if (!written.ok) settle(null);
  });
  return {
    answer: promise,
    received: (bytes) => {
      heard = Buffer.concat([heard, bytes]);
      const model = language.read(heard);
      if (model !== null || heard.length > ANSWER_BYTES_MAX) settle(model);
    },
  };
}

/** The printable text of an answer: at most 80 characters, null if nothing is left. */
export function modelText(text: string): string | null {
  const printable = text
    .replaceAll(/[^ -~]/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()
    .slice(0, 80);
  return printable === '' ? null : printable;
}
