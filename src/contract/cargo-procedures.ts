import { z } from 'zod';
import { PostingNumber } from '#domain/ids.ts';
import { HandoverId, PaperOutcome } from './handover-procedures.ts';
import type { ProcedureTable } from './procedure-table.ts';

export const CargoKind = z.enum(['box', 'pallet']);

/** A box or pallet that the shop accepts as a whole; `createdAt` is epoch ms. */
export const CargoPlaceView = z.object({
  ...{ id: z.string(), number: z.int(), kind: CargoKind, isSorted: z.boolean() },
  ...{ warehouse: z.string(), warehouseName: z.string(), postings: z.int() },
  status: z.enum(['open', 'working', 'approved', 'accepting', 'ended', 'failed', 'unknown']),
  /** The shop's own word. */
  shopStatus: z.string(),
  ...{ weightKg: z.number().nullable(), createdAt: z.number().nullable() },
  steps: z.array(z.enum(['approve', 'cancel', 'put-on', 'take-off', 'label', 'document'])),
});
export type CargoPlaceView = z.infer<typeof CargoPlaceView>;

/** The same with what is in it, the pallet under it and the boxes on it. */
export const WholeCargoPlaceView = CargoPlaceView.extend({
  numbers: z.array(z.string()),
  pallet: z.string().nullable(),
  boxes: z.array(z.string()),
});
export type WholeCargoPlaceView = z.infer<typeof WholeCargoPlaceView>;

/** `isUnderWay`: the shop has taken it and is still at it. */
const changed = z.object({ isUnderWay: z.boolean() });

/** What became of a scan into a box or pallet. */
export const CargoScan = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('in'), number: z.string(), isUnderWay: z.boolean() }),
  /** No label of a posting that this bench knows, or of several. */
  z.object({ outcome: z.literal('unknown-code') }),
  /** It must not leave: its label is not on it, or is an interim one, or it is cancelled. */
  z.object({
    outcome: z.literal('not-to-go'),
    number: z.string(),
    why: z.enum(['NOT_CLOSED', 'INTERIM_LABEL', 'CANCELLED']),
  }),
]);
export type CargoScan = z.infer<typeof CargoScan>;

/** Boxes and pallets of trusted acceptance, read and changed at the shop at once. */
export const cargoProcedures = {
  /** The places of the last week, the newest first. */
  'cargo.list': {
    role: 'lead',
    input: z.object({}),
    output: z.object({ places: z.array(CargoPlaceView) }),
  },
  'cargo.place': { role: 'lead', input: z.object({ id: HandoverId }), output: WholeCargoPlaceView },
  'cargo.create': {
    role: 'lead',
    input: z.object({ warehouse: HandoverId, kind: CargoKind, isSorted: z.boolean() }),
    output: z.object({ id: z.string() }),
  },
  /** Puts what was scanned (a label, or a posting's number) into a place. */
  'cargo.fill': {
    role: 'lead',
    input: z.object({ id: HandoverId, code: z.string().trim().min(1).max(200) }),
    output: CargoScan,
  },
  'cargo.takeOut': {
    role: 'lead',
    input: z.object({ id: HandoverId, posting: PostingNumber }),
    output: changed,
  },
  /** Puts a box on a pallet, or takes it off. */
  'cargo.stack': {
    role: 'lead',
    input: z.object({ pallet: HandoverId, box: HandoverId, isOn: z.boolean() }),
    output: changed,
  },
  /** Closes a place: nothing more goes in, and the shop draws its label. */
  'cargo.approve': { role: 'lead', input: z.object({ id: HandoverId }), output: changed },
  /** Takes a place apart. */
  'cargo.cancel': { role: 'lead', input: z.object({ id: HandoverId }), output: changed },
  /** Prints its label or its papers on the printer of documents, or says in which file they are. */
  'cargo.print': {
    role: 'lead',
    input: z.object({ id: HandoverId, paper: z.enum(['label', 'document']) }),
    output: PaperOutcome,
  },
} as const satisfies ProcedureTable;
