import { z } from 'zod';
import { type SandboxOptions, startSandbox } from '../sandbox.ts';

/** A stand-in under test: a hand-set clock, calls with the right key, admin calls. */
export interface OpenSandbox {
  readonly url: string;
  /** Lets the shop's clock go on by `ms`. */
  pass(ms: number): void;
  /** Epoch ms by the shop's clock. */
  now(): number;
  /** A call of a method with the right key; the body is read as JSON where it is JSON. */
  call(path: string, body: unknown): Promise<Answer>;
  admin(verb: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Answer>;
  /** The postings of /admin/state. */
  postings(): Promise<readonly PostingState[]>;
  /** One of them; throws where it is missing. */
  posting(number: string): Promise<PostingState>;
  /** Adds a posting and answers its number. */
  add(wish: unknown): Promise<string>;
  close(): Promise<void>;
}

/** An HTTP answer with its body as text and, where possible, as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

const postingState = z.object({
  number: z.string(),
  status: z.string(),
  substatus: z.string(),
  parent: z.string(),
  cutoffAt: z.string(),
  express: z.boolean(),
  upperBarcode: z.string(),
  lowerBarcode: z.string(),
  scanit: z.string(),
  shipRequests: z.number(),
  shipChanges: z.number(),
  labelCreations: z.number(),
  carriageId: z.number().nullable(),
  lines: z.array(z.object({ sku: z.number(), quantity: z.number(), marked: z.boolean() })),
});
export type PostingState = z.infer<typeof postingState>;
const stateSchema = z.object({ postings: z.array(postingState) });

/** When the tests' shop opens, epoch ms. */
export const MORNING = Date.parse('2026-11-23T06:30:00Z');

/** Starts a stand-in on a free port whose clock stands still until told otherwise. */
export async function openSandbox(options: Partial<SandboxOptions> = {}): Promise<OpenSandbox> {
  let clock = MORNING;
  const sandbox = await startSandbox({ port: 0, now: () => clock, ...options });
  const headers = {
    'client-id': sandbox.clientId,
    'api-key': sandbox.apiKey,
    'content-type': 'application/json',
  };
  const call = async (path: string, body: unknown): Promise<Answer> =>
    read(await fetch(sandbox.url + path, { method: 'POST', headers, body: JSON.stringify(body) }));
  const admin: OpenSandbox['admin'] = async (verb, path, body) =>
    read(
      await fetch(sandbox.url + path, {
        method: verb,
        body: body === undefined ? null : JSON.stringify(body),
      }),
    );
  const postings = async () => stateSchema.parse((await admin('GET', '/admin/state')).json).postings;
  return {
    url: sandbox.url,
    pass: (ms) => {
      clock += ms;
    },
    now: () => clock,
    call,
    admin,
    postings,
    posting: async (number) => {
      const found = (await postings()).find((posting) => posting.number === number);
      if (found === undefined) throw new Error(`no posting ${number}`);
      return found;
    },
    add: async (wish) => {
      const added = z
        .object({ postings: z.tuple([z.string()]) })
        .parse((await admin('POST', '/admin/postings', wish)).json);
      return added.postings[0];
    },
    close: () => sandbox.close(),
  };
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
