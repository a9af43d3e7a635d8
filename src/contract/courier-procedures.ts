import { z } from 'zod';
import { HandoverId } from './handover-procedures.ts';
import type { ProcedureTable } from './procedure-table.ts';

const Words = z.string().trim().min(1).max(100);

/** Who drives through the gate of the acceptance point, and in what. */
export const Driver = z.object({
  ...{ name: Words, phone: Words, plate: Words, model: Words },
  /** Returns are fetched on the same way. */
  takesReturns: z.boolean(),
});
export type Driver = z.infer<typeof Driver>;

const AnyDriver = z.object({
  ...{ name: z.string(), phone: z.string(), plate: z.string(), model: z.string(), takesReturns: z.boolean() },
});

/** A pass for one trip; `arrivesAt` is epoch ms. */
export const GatePassView = z.object({
  ...{ id: z.string(), driver: AnyDriver, arrivesAt: z.number().nullable(), isActive: z.boolean() },
});
export type GatePassView = z.infer<typeof GatePassView>;

/** A warehouse from which a courier of the shop's fetches parcels; `changeableUntil` is epoch ms. */
export const PickupPlanView = z.object({
  ...{ warehouse: z.string(), name: z.string(), isPlanned: z.boolean(), mayChange: z.boolean() },
  ...{ hasPostings: z.boolean(), changeableUntil: z.number().nullable() },
});
export type PickupPlanView = z.infer<typeof PickupPlanView>;

const done = z.object({ done: z.literal(true) });

/** Who brings or fetches the parcels: passes for the gate, and couriers of the shop's. Read and told at the shop at once. */
export const courierProcedures = {
  'pass.list': {
    role: 'lead',
    input: z.object({ handover: HandoverId }),
    output: z.object({ passes: z.array(GatePassView), mayAdd: z.boolean() }),
  },
  /** Makes a pass, or changes one where `id` names it. */
  'pass.save': {
    role: 'lead',
    input: z.object({ handover: HandoverId, id: HandoverId.nullable(), driver: Driver }),
    output: done,
  },
  'pass.delete': { role: 'lead', input: z.object({ handover: HandoverId, id: HandoverId }), output: done },
  'pickup.list': {
    role: 'lead',
    input: z.object({}),
    output: z.object({
      plans: z.array(PickupPlanView),
      days: z.array(
        z.object({ warehouse: z.string(), name: z.string(), day: z.string(), shopStatus: z.string() }),
      ),
    }),
  },
  /** Calls a courier to a warehouse, or calls one off. */
  'pickup.plan': {
    role: 'lead',
    input: z.object({ warehouse: HandoverId, isPlanned: z.boolean() }),
    output: done,
  },
} as const satisfies ProcedureTable;
