import { z } from 'zod';

const parcel = z.int().nullable();

/**
 * The lines of `packbench station` as its document promises them. What it promises is parsed strictly, what it adds is
 * let through: a line that breaks the promise fails the test that reads it.
 */
const promised = {
  ready: z.looseObject({ event: z.literal('ready') }),
  verdict: z.looseObject({
    event: z.literal('verdict'),
    kind: z.enum(['accepted', 'rejected', 'question']),
    code: z.string(),
    posting: z.string().nullable(),
    tookMs: z.number(),
    seq: z.int(),
    sentence: z.string().min(1),
    source: z.string(),
    sourceName: z.string().optional(),
  }),
  session: z.looseObject({
    event: z.literal('session'),
    posting: z.string(),
    state: z.enum(['scanning', 'weighing', 'labelling', 'verifying', 'held', 'stopped', 'closed']),
    carton: z.string().nullable(),
    expectedG: z.number().nullable(),
    package: parcel,
    /** Units in all packages of the posting. */
    units: z.int(),
  }),
  weight: z.looseObject({
    event: z.literal('weight'),
    posting: z.string(),
    isAccepted: z.boolean(),
    weightG: z.number(),
    expectedG: z.number().nullable(),
  }),
  device: z.looseObject({
    event: z.literal('device'),
    device: z.string(),
    name: z.string().optional(),
    state: z.string(),
    detail: z.string().nullable(),
  }),
  document: z.looseObject({
    event: z.literal('document'),
    document: z.literal('packing-slip'),
    posting: z.string(),
    package: z.int(),
    isPrinted: z.boolean(),
  }),
  print: z.looseObject({
    event: z.literal('print'),
    job: z.string(),
    posting: z.string().nullable(),
    package: parcel,
    state: z.enum(['queued', 'sending', 'sent', 'refused', 'doubtful', 'verified']),
    copy: z.int(),
    interim: z.boolean(),
    detail: z.string().nullable(),
  }),
  outbox: z.looseObject({
    event: z.literal('outbox'),
    id: z.string(),
    kind: z.string(),
    subject: z.string(),
    state: z.string(),
  }),
  shop: z.looseObject({
    event: z.literal('shop'),
    shop: z.string().nullable(),
    state: z.enum(['none', 'connecting', 'online', 'offline', 'unauthorized']),
    detail: z.string().nullable(),
    queued: z.int(),
    lastReadAt: z.int().nullable(),
  }),
} as const;

const promisedLine = z.discriminatedUnion('event', [
  promised.ready,
  promised.verdict,
  promised.session,
  promised.weight,
  promised.device,
  promised.document,
  promised.print,
  promised.outbox,
  promised.shop,
]);
type PromisedLine = z.infer<typeof promisedLine>;

export type LineName = PromisedLine['event'];
export type Line<Name extends LineName> = Extract<PromisedLine, { event: Name }>;
export type VerdictLine = Line<'verdict'>;
export type SessionLine = Line<'session'>;
export type PrintLine = Line<'print'>;

/** A line as it came; `promised` is null for an event that nobody here relies on. */
export type StationLine = { readonly text: string; readonly promised: PromisedLine | null };

const anyLine = z.looseObject({ event: z.string() });

/** Parses one line of standard output; throws, quoting it, where it is not what the document promises. */
export function parseStationLine(text: string): StationLine {
  const data = anyLine.parse(parseJson(text));
  if (!Object.hasOwn(promised, data.event)) return { text, promised: null };
  const parsed = promisedLine.safeParse(data);
  if (!parsed.success) throw new Error(`not as documented: ${text}\n${z.prettifyError(parsed.error)}`);
  return { text, promised: parsed.data };
}

/** The line if it is of this name, else null. */
export function lineOf<Name extends LineName>(line: StationLine, name: Name): Line<Name> | null {
  return isNamed(line.promised, name) ? line.promised : null;
}

function isNamed<Name extends LineName>(line: PromisedLine | null, name: Name): line is Line<Name> {
  return line?.event === name;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`standard output holds a line that is no JSON: ${text}`, { cause });
  }
}
