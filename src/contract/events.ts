import { z } from 'zod';
import { PostingNumber, ShopId } from '#domain/ids.ts';
import { Verdict } from '#domain/packing/verdict.ts';
import { BenchView, DeviceView, ShopView } from './bench-view.ts';

/** A live reading of the scale; null weight when there is none to trust. */
export const ScaleView = z.object({
  tenthsG: z.int().nullable(),
  isStable: z.boolean(),
  status: z.enum([
    'ok',
    'zero',
    'unstable',
    'negative',
    'overload',
    'underload',
    'busy',
    'error',
    'no-answer',
  ]),
  /** Why this is not the weight of a new parcel yet; null when it is. */
  waitingFor: z
    .enum([
      'parcel',
      'stillness',
      'removal',
      'empty-pan',
      'mending',
      'zero',
      'tare',
      'lighter-parcel',
      'scale-free',
      'scale-answer',
    ])
    .nullable(),
});
export type ScaleView = z.infer<typeof ScaleView>;

/** What the station tells without being asked, by event name. The same names stand on `packbench station`'s output. */
export const stationEvents = {
  /** The bench is up: scans are taken from now on. */
  ready: z.object({ bench: z.string(), version: z.string(), startedInMs: z.number() }),
  /** One for every scan, after it is on disk. */
  verdict: z.object({
    seq: z.int(),
    verdict: Verdict,
    sentence: z.string(),
    source: z.string(),
    /** How people call the scanner that read it; absent where it has no name of its own. */
    sourceName: z.string().optional(),
    /** From received to committed, ms. */
    tookMs: z.number(),
  }),
  /** A weight was judged. */
  weight: z.object({
    posting: PostingNumber,
    isAccepted: z.boolean(),
    weightG: z.number(),
    expectedG: z.number().nullable(),
    toleranceG: z.number().nullable(),
    sentence: z.string(),
  }),
  /** The whole picture; sent after every change. */
  bench: BenchView,
  scale: ScaleView,
  device: DeviceView,
  print: z.object({
    job: z.string(),
    posting: PostingNumber.nullable(),
    package: z.int().nullable(),
    state: z.enum(['queued', 'sending', 'sent', 'refused', 'doubtful', 'verified']),
    copy: z.int(),
    /** The printer's id at the bench. */
    printer: z.string(),
    interim: z.boolean(),
    detail: z.string().nullable(),
  }),
  /** A packing slip that came out with a label, or did not and is a task now. */
  document: z.object({
    document: z.literal('packing-slip'),
    posting: PostingNumber,
    package: z.int(),
    isPrinted: z.boolean(),
  }),
  outbox: z.object({
    id: z.string(),
    kind: z.string(),
    subject: z.string(),
    state: z.string(),
    detail: z.string().nullable(),
  }),
  /** How the bench stands with a shop of its: at each change of the link, and of the queue after a reading of it. */
  shop: z.object({
    /** Null where none is set up. */
    shop: ShopId.nullable(),
    state: ShopView.shape.state,
    /** Why it is not `online`: `no-shop`, `no-key`, else what the network or the shop says. */
    detail: z.string().nullable(),
    /** Postings of it that wait to be packed. */
    queued: z.int(),
    /** When the queue was last read as a whole in this run, epoch ms; null until it was. */
    lastReadAt: z.int().nullable(),
  }),
  /** Something outside the packing changed a list: which one, so that an open screen reads it again. */
  changed: z.object({
    list: z.enum([
      'queue',
      'tasks',
      'outbox',
      'relabel',
      'settings',
      'requests',
      'chats',
      'products',
      'imports',
    ]),
  }),
  /** A scan that the screen of products takes, instead of the packing. */
  lookup: z.object({ text: z.string() }),
} as const;

export type StationEvents = { [Name in keyof typeof stationEvents]: z.infer<(typeof stationEvents)[Name]> };
export type StationEventName = keyof StationEvents;
