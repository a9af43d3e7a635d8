import { z } from 'zod';
import { PostingNumber } from '#domain/ids.ts';
import { acceptanceStates } from '#domain/posting/acceptance.ts';
import { DocumentOutcome } from './document-procedures.ts';
import type { ProcedureTable } from './procedure-table.ts';

export const HandoverId = z.string().regex(/^\d{1,20}$/);

export const HandoverStatus = z.enum([
  'open',
  'approving',
  'approved',
  'accepting',
  'accepted',
  'cancelled',
  'unknown',
]);
export type HandoverStatus = z.infer<typeof HandoverStatus>;

/** A delivery method on a day, as the shop tells it; `cutoffAt` is epoch ms. */
export const MethodDayView = z.object({
  ...{ id: z.string(), name: z.string(), warehouse: z.string(), place: z.string(), hours: z.string() },
  ...{ isPickup: z.boolean(), hasTrustedAcceptance: z.boolean(), cutoffAt: z.number().nullable() },
  /** Packed and in no handover yet; still to be packed for this day. */
  ...{ ready: z.int(), toPack: z.int() },
  /** In the shop's words. */
  problems: z.array(z.string()),
});
export type MethodDayView = z.infer<typeof MethodDayView>;

/** A handover of a day, whoever made it. */
export const HandoverRow = z.object({
  id: z.string(),
  /** The delivery method's name; "" where only this bench knows of the handover. */
  method: z.string(),
  /** Null where the shop's list does not have it. */
  status: HandoverStatus.nullable(),
  shopStatus: z.string(),
  postings: z.int(),
  /** In litres. */
  volumeL: z.number().nullable(),
  /** When this bench approved it, epoch ms; null where it was made elsewhere. */
  at: z.int().nullable(),
});
export type HandoverRow = z.infer<typeof HandoverRow>;

/** A posting of a handover. */
export const HandoverPostingView = z.object({
  number: z.string(),
  state: z.enum(acceptanceStates),
  /** The shop's own word. */
  shopStatus: z.string(),
  trouble: z.string(),
});
export type HandoverPostingView = z.infer<typeof HandoverPostingView>;

export const HandoverPaper = z.enum(['list', 'cargo-labels', 'discrepancies']);
export type HandoverPaper = z.infer<typeof HandoverPaper>;

/** What became of a paper of the shop's; `not-ready` where the shop has not drawn it yet. */
export const PaperOutcome = z.union([DocumentOutcome, z.object({ outcome: z.literal('not-ready') })]);
export type PaperOutcome = z.infer<typeof PaperOutcome>;

export const DisputeMove = z.enum(['dispute', 'back-to-shipping']);
export type DisputeMove = z.infer<typeof DisputeMove>;

/** What becomes of handovers once they are made. */
export const handoverProcedures = {
  /** The handovers of a day: all that the shop has, and those that this bench approved on it. */
  'handover.list': {
    role: 'lead',
    input: z.object({ day: z.iso.date() }),
    output: z.object({
      methods: z.array(MethodDayView),
      handovers: z.array(HandoverRow),
      /** Why the shop's own list is missing, in its words; null where it is there. */
      unread: z.string().nullable(),
    }),
  },
  /** How a handover is at the shop now, with what is in it and the code that the acceptance point scans. */
  'handover.state': {
    role: 'lead',
    input: z.object({ id: HandoverId }),
    output: z.object({
      status: HandoverStatus,
      /** The shop's own word. */
      shopStatus: z.string(),
      /** A PNG as a data URL; null until the shop has drawn it. */
      barcode: z.string().nullable(),
      /** What the code says. */
      barcodeText: z.string().nullable(),
      document: z.string().nullable(),
      postings: z.array(HandoverPostingView),
    }),
  },
  /** Prints a paper of the shop's on the printer of documents, or says in which file it is. */
  'handover.print': {
    role: 'lead',
    input: z.object({ id: HandoverId, paper: HandoverPaper }),
    output: PaperOutcome,
  },
  /** How a parcel that was handed in stands at the shop, and what can be done about it. */
  'handover.missing': {
    role: 'lead',
    input: z.object({ posting: PostingNumber }),
    output: z.object({ shopStatus: z.string(), moves: z.array(DisputeMove) }),
  },
  /** Opens a dispute over a parcel that the shop did not accept, or lets it go back to shipping. */
  'handover.dispute': {
    role: 'lead',
    input: z.object({ posting: PostingNumber, move: DisputeMove }),
    output: z.object({ done: z.literal(true) }),
  },
  /** Calls a handover off; what was in it waits for the courier again. */
  'handover.cancel': {
    role: 'lead',
    input: z.object({ id: HandoverId }),
    output: z.object({ done: z.literal(true) }),
  },
} as const satisfies ProcedureTable;
