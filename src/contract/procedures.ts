import { z } from 'zod';
import { ActorId, PostingNumber, ShopId, Sku } from '#domain/ids.ts';
import { previewNames } from '#domain/labels/templates/preview-names.ts';
import { Actor } from '#domain/packing/actor.ts';
import { HoldReason } from '#domain/packing/session-event.ts';
import { Verdict } from '#domain/packing/verdict.ts';
import { Handling } from '#domain/posting/handling.ts';
import { accountProcedures } from './account-procedures.ts';
import { accrualProcedures } from './accrual-procedures.ts';
import { afterSaleProcedures } from './after-sale-procedures.ts';
import { BenchFields, checkAsWhole, Person, ShopConfig } from './bench-file.ts';
import { BenchView } from './bench-view.ts';
import { boxProcedures } from './box-procedures.ts';
import { cancelProcedures } from './cancel-procedures.ts';
import { cargoProcedures } from './cargo-procedures.ts';
import { chatProcedures } from './chat-procedures.ts';
import { chatReplyProcedures } from './chat-reply-procedures.ts';
import { collectingProcedures } from './collecting-procedures.ts';
import { correctionProcedures } from './correction-procedures.ts';
import { courierProcedures } from './courier-procedures.ts';
import { declarationProcedures } from './declaration-procedures.ts';
import { deliveryProcedures } from './delivery-procedures.ts';
import { DeviceAt } from './device-at.ts';
import { documentProcedures } from './document-procedures.ts';
import { FoundDevices } from './found-device.ts';
import { handoverProcedures } from './handover-procedures.ts';
import { Language } from './language.ts';
import type { ProcedureTable } from './procedure-table.ts';
import { productImportProcedures } from './product-import-procedures.ts';
import { productProcedures } from './product-procedures.ts';
import { returnCheckProcedures } from './return-check-procedures.ts';
import { returnRequestProcedures } from './return-request-procedures.ts';
import { scaleProtocols } from './scale-config.ts';
import { ScaleOrder } from './scale-order.ts';
import { splitProcedures } from './split-procedures.ts';
import { trafficProcedures } from './traffic-procedures.ts';
import { wayProcedures } from './way-procedures.ts';

const nothing = z.object({});
const done = z.object({ done: z.literal(true) });
const Day = z.iso.date();

export const QueueEntry = z.object({
  posting: PostingNumber,
  shop: ShopId,
  cutoffAt: z.int().nullable(),
  state: z.enum(['queued', 'open', 'held', 'packed', 'closed', 'stopped', 'gone']),
  shopStatus: z.string(),
  deliveryMethod: z.string(),
  isExpress: z.boolean(),
  handling: Handling,
  units: z.int(),
  lines: z.array(z.object({ sku: Sku, name: z.string(), quantity: z.int() })),
});
export type QueueEntry = z.infer<typeof QueueEntry>;

export const TaskView = z.object({
  id: z.string(),
  kind: z.string(),
  subject: z.string(),
  detail: z.string(),
  createdAt: z.int(),
  /** When the shop decides by itself, epoch ms; null where it never does. */
  dueAt: z.int().nullable(),
});
export type TaskView = z.infer<typeof TaskView>;

export const OutboxView = z.object({
  id: z.string(),
  kind: z.string(),
  subject: z.string(),
  state: z.enum(['ready', 'sending', 'done', 'parked', 'unknown']),
  attempts: z.int(),
  nextAttemptAt: z.int().nullable(),
  lastError: z.string().nullable(),
  createdAt: z.int(),
});
export type OutboxView = z.infer<typeof OutboxView>;

export const ManifestRowView = z.object({
  posting: PostingNumber,
  shop: ShopId,
  package: z.int(),
  carton: z.string(),
  weightG: z.number().nullable(),
  units: z.int(),
  packer: z.string(),
  packedAt: z.int(),
  cutoffAt: z.int().nullable(),
  /** What `handover.create` wants to know. */
  deliveryMethodId: z.string(),
  deliveryMethod: z.string(),
  state: z.string(),
  /** The shop lets codes of its units be corrected now. */
  mayCorrect: z.boolean(),
});
export type ManifestRowView = z.infer<typeof ManifestRowView>;

export const AuditEntry = z.object({
  seq: z.int(),
  at: z.int(),
  actor: z.string(),
  type: z.string(),
  data: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Settings as the window sees them: the bench file without secrets. */
export const SettingsView = BenchFields.extend({
  /** Of which bench and which state of its file; only settings that were read from it as it still is replace it. */
  revision: z.string().max(64),
  shops: z.array(ShopConfig.omit({ apiKey: true }).extend({ hasKey: z.boolean() })),
  people: z.array(Person.omit({ pinHash: true }).extend({ hasPin: z.boolean() })),
});
export type SettingsView = z.infer<typeof SettingsView>;

/** Every procedure of the station: input, output and who may call it. */
export const procedures = {
  ...trafficProcedures,
  ...accountProcedures,
  ...afterSaleProcedures,
  ...cancelProcedures,
  ...splitProcedures,
  ...boxProcedures,
  ...declarationProcedures,
  ...cargoProcedures,
  ...correctionProcedures,
  ...courierProcedures,
  ...productImportProcedures,
  ...deliveryProcedures,
  ...chatProcedures,
  ...chatReplyProcedures,
  ...returnRequestProcedures,
  ...wayProcedures,
  ...returnCheckProcedures,
  ...collectingProcedures,
  ...accrualProcedures,
  ...documentProcedures,
  ...handoverProcedures,
  ...productProcedures,
  'bench.view': { role: 'anyone', input: nothing, output: BenchView },
  /** A scan that entered in the window (keyboard-wedge scanner, a key of a control code); same road as any other. */
  'bench.scan': {
    role: 'anyone',
    input: z.object({ text: z.string().max(5000), source: z.string().max(64) }),
    output: Verdict,
  },
  'bench.signIn': {
    role: 'anyone',
    input: z.object({ actor: ActorId, pin: z.string().max(32) }),
    output: Actor,
  },
  'bench.signOut': { role: 'packer', input: nothing, output: done },
  'bench.setLanguage': { role: 'anyone', input: z.object({ language: Language }), output: done },
  'bench.hold': {
    role: 'packer',
    input: z.object({ reason: HoldReason, note: z.string().max(500).nullable() }),
    output: Verdict,
  },
  /** The weight of the unit in hand where the scale cannot tell it: a packer's counts with a lead's badge. */
  'bench.typeWeight': {
    role: 'packer',
    input: z.object({ weightG: z.number().positive().max(1_000_000) }),
    output: Verdict,
  },
  'queue.list': {
    role: 'packer',
    input: z.object({
      state: z.enum(['queued', 'held', 'stopped', 'packed']),
      limit: z.int().min(1).max(500),
      offset: z.int().min(0),
    }),
    output: z.object({ entries: z.array(QueueEntry), total: z.int() }),
  },
  /** Cutoffs with how many postings wait for each, soonest first. */
  'queue.cutoffs': {
    role: 'packer',
    input: nothing,
    output: z.object({
      cutoffs: z.array(z.object({ cutoffAt: z.int().nullable(), postings: z.int() })),
      packedLastHour: z.int(),
    }),
  },
  'posting.open': { role: 'packer', input: z.object({ posting: PostingNumber }), output: Verdict },
  'posting.events': {
    role: 'packer',
    input: z.object({ posting: PostingNumber }),
    output: z.object({ events: z.array(AuditEntry) }),
  },
  /** A product's picture as a data URL; null when there is none. */
  'product.picture': {
    role: 'anyone',
    input: z.object({ sku: Sku }),
    output: z.object({ dataUrl: z.string().nullable() }),
  },
  'relabel.list': {
    role: 'packer',
    input: nothing,
    output: z.object({
      entries: z.array(
        z.object({
          ...{ posting: PostingNumber, package: z.int(), packedAt: z.int(), isLabelHere: z.boolean() },
          /** The shop registers the parcel: there is no label before it is through. */
          isRegistering: z.boolean(),
        }),
      ),
    }),
  },
  'tasks.list': { role: 'packer', input: nothing, output: z.object({ tasks: z.array(TaskView) }) },
  'tasks.resolve': {
    role: 'lead',
    input: z.object({ id: z.string().max(64), note: z.string().max(500) }),
    output: done,
  },
  'outbox.list': { role: 'packer', input: nothing, output: z.object({ rows: z.array(OutboxView) }) },
  /** Sends a parked row again, on a lead's word. */
  'outbox.retry': { role: 'lead', input: z.object({ id: z.string().max(64) }), output: done },
  'shift.summary': {
    role: 'packer',
    input: z.object({ day: Day }),
    output: z.object({
      packages: z.int(),
      postings: z.int(),
      units: z.int(),
      rejectedScans: z.int(),
      overrides: z.int(),
      perHour: z.array(z.object({ hour: z.int().min(0).max(23), packages: z.int() })),
      perPacker: z.array(z.object({ packer: z.string(), packages: z.int() })),
    }),
  },
  'manifest.rows': {
    role: 'packer',
    input: z.object({ day: Day, limit: z.int().min(1).max(500) }),
    output: z.object({ rows: z.array(ManifestRowView), total: z.int() }),
  },
  /** Writes the day's manifest into the bench's exports folder and says where. */
  'manifest.export': {
    role: 'packer',
    input: z.object({ day: Day, format: z.enum(['xlsx', 'csv', 'pdf']) }),
    output: z.object({ file: z.string(), packages: z.int() }),
  },
  /** What waits for the courier, on whatever day it was packed. */
  'handover.waiting': {
    role: 'lead',
    input: nothing,
    output: z.object({
      methods: z.array(z.object({ id: z.string(), name: z.string(), postings: z.int() })),
    }),
  },
  /**
   * Hands over what is packed and was not handed over yet of a delivery method: opens the shop's handover, leaves out
   * what must not go, and approves it. Where something is left out that is asked first: nothing is approved until it is
   * called again with `withoutRefused`.
   */
  'handover.create': {
    role: 'lead',
    input: z.object({
      day: Day,
      deliveryMethodId: z.string().max(64),
      withoutRefused: z.boolean().optional(),
    }),
    output: z.object({
      id: z.string(),
      status: z.string(),
      isApproved: z.boolean(),
      /** How many are in the handover. */
      postings: z.int(),
      /**
       * Left out: by the shop, in its words, or because they must not go (`NOT_CLOSED`, `INTERIM_LABEL`, `CANCELLED`).
       * `NOT_TAKEN`: it is not in it, though the shop said nothing. `STILL_IN_IT`: it must not go and is in it; nothing is
       * approved then.
       */
      refused: z.array(z.object({ number: z.string(), detail: z.string() })),
      /** In the handover, but not packed at this bench. */
      notPackedHere: z.array(z.string()),
      document: z.string().nullable(),
    }),
  },
  'settings.get': { role: 'lead', input: nothing, output: SettingsView },
  /**
   * Replaces the bench file but for its language and shops, which have procedures of their own; `people[].pin` sets a new
   * PIN, absent keeps the old one.
   */
  'settings.save': {
    role: 'lead',
    input: z.object({
      settings: SettingsView.omit({ people: true, shops: true, language: true })
        .extend({
          people: z.array(
            Person.omit({ pinHash: true }).extend({
              pin: z
                .string()
                .regex(/^\d{4,8}$/)
                .optional(),
            }),
          ),
        })
        .superRefine((settings, context) => checkAsWhole({ ...settings, shops: [] }, context)),
    }),
    output: done,
  },
  /** Tries a device and says in a code what came of it. */
  'device.test': {
    role: 'packer',
    input: z.object({ device: z.string().max(64) }),
    output: z.object({ result: z.string(), detail: z.string().nullable() }),
  },
  /** What is plugged into this computer, to pick from. Nothing is opened for it. */
  'devices.found': { role: 'lead', input: nothing, output: FoundDevices },
  /** A person says that a printer was switched off and on: what it held of a job that was cut off is gone. */
  'printer.emptied': { role: 'packer', input: z.object({ device: z.string().max(64) }), output: done },
  /** Which protocol the scale at an address speaks, found out by trying; null when none is known there. */
  'scale.detect': {
    role: 'lead',
    input: z.object({ at: DeviceAt }),
    output: z.object({ protocol: z.enum(scaleProtocols).nullable() }),
  },
  /** Tells the scale to set zero, to take a tare or to forget it; its readings show whether it obeyed. */
  'scale.order': { role: 'packer', input: z.object({ order: ScaleOrder }), output: done },
  /** One of the bench's own labels with made-up contents, drawn and read back as before a printing; a PNG as a data URL. */
  'label.preview': {
    role: 'lead',
    input: z.object({
      name: z.enum(previewNames),
      language: Language,
      dpi: z.literal([203, 300]),
      widthMm: z.number().min(20).max(220),
      heightMm: z.number().min(10).max(400),
    }),
    output: z.discriminatedUnion('isDrawn', [
      z.object({ isDrawn: z.literal(true), dataUrl: z.string(), readsWhenWorn: z.boolean() }),
      z.object({ isDrawn: z.literal(false), problem: z.string() }),
    ]),
  },
  'sim.scan': { role: 'anyone', input: z.object({ text: z.string().max(5000) }), output: done },
  'sim.weigh': { role: 'anyone', input: z.object({ weightG: z.number().min(0).max(100_000) }), output: done },
  'sim.printer': {
    role: 'anyone',
    input: z.object({ state: z.enum(['ready', 'off', 'paper-out']) }),
    output: done,
  },
  /** What the simulated printer printed last, as PNG data URLs, newest first. */
  'sim.labels': {
    role: 'anyone',
    input: nothing,
    output: z.object({
      labels: z.array(
        z.object({
          job: z.string(),
          posting: z.string().nullable(),
          dataUrl: z.string(),
          codes: z.array(z.string()),
        }),
      ),
    }),
  },
  /** What a packer could scan now, for the simulated scanner's buttons. */
  'sim.suggestions': {
    role: 'anyone',
    input: nothing,
    output: z.object({
      scans: z.array(
        z.object({
          text: z.string(),
          what: z.enum(['posting', 'unit', 'wrong-unit', 'label', 'badge', 'control']),
          name: z.string(),
        }),
      ),
      weightG: z.number().nullable(),
    }),
  },
} as const satisfies ProcedureTable;

export type ProcedureName = keyof typeof procedures;
export type ProcedureInput<Name extends ProcedureName> = z.infer<(typeof procedures)[Name]['input']>;
export type ProcedureOutput<Name extends ProcedureName> = z.infer<(typeof procedures)[Name]['output']>;
