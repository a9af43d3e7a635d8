import type { PostingNumber } from '#domain/ids.ts';
import type { NewTask } from '../database/tasks.ts';
import type { LabelFailure } from './label-store.ts';

/** A label that asking again will not bring, as far as anybody can tell. */
export type LabelFailureForGood = Extract<LabelFailure, { code: 'refused' | 'unprintable' }>;

/** The task's kind; resolving it has the label asked for again. */
export const labelTaskKind = 'label-unprintable';

/** The task for a person, in the shop's words where it has some. `at` in epoch ms. */
export function labelTask(posting: PostingNumber, failure: LabelFailureForGood, at: number): NewTask {
  const detail =
    failure.code === 'refused'
      ? { reason: failure.shopCode, words: failure.words }
      : { reason: failure.reason };
  return { kind: labelTaskKind, subject: posting, detail, at };
}
