import { z } from 'zod';
import { PostingNumber, Sku } from '../ids.ts';
import { RejectionCode } from './session-event.ts';

/** What went right; each has its own sentence. */
export const AcceptedCode = z.enum([
  'posting-opened',
  'posting-resumed',
  'unit-packed',
  'package-complete',
  'unit-undone',
  'case-undone',
  'unit-damaged',
  'rejection-answered',
  'question-dropped',
  'posting-held',
  'posting-put-back',
  'package-split',
  'carton-chosen',
  'weigh-again',
  'weight-overridden',
  'limit-overridden',
  'package-packed',
  'label-verified',
  'posting-closed',
  'label-reprinting',
  'interim-printing',
  'signed-in',
  'cancellation-answered',
  'relabel-opened',
]);
export type AcceptedCode = z.infer<typeof AcceptedCode>;

/** What the bench wants to know before it goes on. */
export const QuestionCode = z.enum([
  'scan-marking-code',
  'scan-imei',
  'scan-jewelry-uin',
  'weigh-unit',
  'confirm-unit-weight',
  'which-product',
  'hold-reason',
  'which-meaning',
]);
export type QuestionCode = z.infer<typeof QuestionCode>;

export const WarningCode = z.enum(['past-cutoff', 'expected-weight-unknown']);
export type WarningCode = z.infer<typeof WarningCode>;

const facts = {
  posting: PostingNumber.nullable(),
  sku: Sku.nullable(),
  /** Figures and names for the sentence, by placeholder. */
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  warning: WarningCode.nullable(),
};

/** The bench's answer to one scan. */
export const Verdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), code: AcceptedCode, ...facts }),
  z.object({ kind: z.literal('rejected'), code: RejectionCode, ...facts }),
  z.object({ kind: z.literal('question'), code: QuestionCode, ...facts }),
]);
export type Verdict = z.infer<typeof Verdict>;

type Facts = Partial<Omit<Verdict, 'kind' | 'code'>>;

const none = { posting: null, sku: null, details: {}, warning: null } as const;

/** The scan did what the packer wanted. */
export function accepted(code: AcceptedCode, facts: Facts = {}): Verdict {
  return { kind: 'accepted', code, ...none, ...facts };
}

/** The scan was turned away and changed nothing but the log. */
export function rejected(code: RejectionCode, facts: Facts = {}): Verdict {
  return { kind: 'rejected', code, ...none, ...facts };
}

/** The scan needs an answer first. */
export function question(code: QuestionCode, facts: Facts = {}): Verdict {
  return { kind: 'question', code, ...none, ...facts };
}
