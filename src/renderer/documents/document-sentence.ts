import type { DocumentOutcome } from '#contract/document-procedures.ts';
import { say } from '../texts/texts.ts';
import { keyOr } from '../texts/use-texts.ts';

/** What became of a document, and what to do about it, in the reader's language. */
export function documentSentence(outcome: DocumentOutcome): string {
  switch (outcome.outcome) {
    case 'printed':
      return say('documents.printed', { printer: outcome.printer });
    case 'empty':
      return say('documents.empty');
    case 'refused': {
      const ofLabel = keyOr(`labelProblem.${outcome.reason}`, 'labelProblem.other');
      const second = say(keyOr(`devices.detail.${outcome.reason}`, ofLabel), { code: outcome.reason });
      return say('common.sentences', { first: say('documents.why.not-printed'), second });
    }
    case 'saved': {
      const saved = say('documents.saved', { file: outcome.file });
      const why = say(`documents.why.${outcome.why}`);
      const { detail } = outcome;
      if (detail === null) return say('common.sentences', { first: why, second: saved });
      const trouble = say(keyOr(`devices.detail.${detail}`, 'devices.detail.other'), { detail });
      return `${say('common.sentences', { first: why, second: trouble })} ${saved}`;
    }
  }
}
