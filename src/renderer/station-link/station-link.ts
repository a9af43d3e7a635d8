import { z } from 'zod';
import type { PackbenchBridge, StationStatus } from '#contract/bridge.ts';
import { type StationEventName, type StationEvents, stationEvents } from '#contract/events.ts';
import type { Failure } from '#contract/failure.ts';
import { EventFrame, ResponseFrame } from '#contract/frames.ts';
import {
  type ProcedureInput,
  type ProcedureName,
  type ProcedureOutput,
  procedures,
} from '#contract/procedures.ts';
import type { ShopId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';

/** How a call ended: the procedure's answer, or why there is none. */
export type Answer<Value> = Result<Value, Failure>;

/** Requests that main answers itself; the station never sees them. */
export type HostProcedure = 'host.startDemo' | 'host.leaveDemo';

/** The station as the window sees it: typed calls, and events that were parsed before anybody hears of them. */
export interface StationLink {
  /** Calls a procedure. Never throws; a station that goes away or stays silent is a failure `unexpected`. */
  call<Name extends ProcedureName>(
    name: Name,
    input: ProcedureInput<Name>,
  ): Promise<Answer<ProcedureOutput<Name>>>;
  /** The same link, with every call about this shop: for what names no posting, where the bench has several shops. */
  ofShop(shop: ShopId): StationLink;
  callHost(name: HostProcedure): Promise<Answer<null>>;
  /** Calls back for every event of that name; answers a function that unsubscribes. */
  on<Name extends StationEventName>(name: Name, listener: (data: StationEvents[Name]) => void): () => void;
  onStatus(listener: (status: StationStatus) => void): () => void;
  restartStation(): void;
}

/** The longest a packer is left without an answer, ms; work on files and at the shop takes longer. */
const answerTimeoutMs = 20_000;
const slowTimeoutMs = 180_000;
const slow: readonly string[] = [
  'host.startDemo',
  'host.leaveDemo',
  'manifest.export',
  'handover.create',
  'shop.connect',
  'device.test',
  'products.card',
  'products.addBarcode',
  'products.stocks',
  'products.setPrice',
  'products.exportStocks',
  'products.stocksFromSheet',
  'products.makeBarcode',
];

const answerSchemas: {
  readonly [Name in ProcedureName]: { readonly output: z.ZodType<ProcedureOutput<Name>> };
} = procedures;
const eventSchemas: { readonly [Name in StationEventName]: z.ZodType<StationEvents[Name]> } = stationEvents;

type EventListeners = { readonly [Name in StationEventName]: Set<(data: StationEvents[Name]) => void> };
type Waiting = {
  readonly answer: (frame: ResponseFrame | Failure) => void;
  readonly timer: number;
  /** Main answers it, whatever becomes of the station. */
  readonly isHost: boolean;
};

/** Speaks the contract over the window's bridge. */
export function linkStation(bridge: PackbenchBridge): StationLink {
  const waiting = new Map<number, Waiting>();
  const listeners: EventListeners = {
    ready: new Set(),
    verdict: new Set(),
    weight: new Set(),
    bench: new Set(),
    scale: new Set(),
    device: new Set(),
    print: new Set(),
    document: new Set(),
    outbox: new Set(),
    shop: new Set(),
    changed: new Set(),
    lookup: new Set(),
  };
  let lastId = 0;

  bridge.onFrame((frame) => {
    const response = ResponseFrame.safeParse(frame);
    if (response.success) return settle(response.data.id, response.data);
    const event = EventFrame.safeParse(frame);
    const name = event.success ? eventName.safeParse(event.data.event) : null;
    if (event.success && name?.success) tell(name.data, event.data.data);
  });
  let restarts = 0;
  bridge.onStationStatus((status) => {
    const isGone = status.state === 'down' || status.state === 'gave-up' || status.restarts > restarts;
    restarts = status.restarts;
    if (!isGone) return;
    for (const [id, { isHost }] of [...waiting])
      if (!isHost) settle(id, { code: 'unexpected', detail: 'the station went away' });
  });

  function settle(id: number, answer: ResponseFrame | Failure): void {
    const request = waiting.get(id);
    if (request === undefined) return;
    waiting.delete(id);
    clearTimeout(request.timer);
    request.answer(answer);
  }

  function tell<Name extends StationEventName>(name: Name, data: unknown): void {
    const parsed = eventSchemas[name].safeParse(data);
    if (!parsed.success) {
      console.error(`event ${name} is not as agreed`, z.prettifyError(parsed.error));
      return;
    }
    for (const listener of listeners[name]) listener(parsed.data);
  }

  function request<Value>(
    procedure: string,
    input: unknown,
    output: z.ZodType<Value>,
    shop?: ShopId,
  ): Promise<Answer<Value>> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      const timeoutMs = slow.includes(procedure) ? slowTimeoutMs : answerTimeoutMs;
      const silent = { code: 'unexpected', detail: `no answer to ${procedure}` } as const;
      const timer = window.setTimeout(() => settle(id, silent), timeoutMs);
      const isHost = procedure.startsWith('host.');
      waiting.set(id, { timer, isHost, answer: (frame) => resolve(toAnswer(procedure, frame, output)) });
      bridge.request({ id, procedure, input, ...(shop === undefined ? {} : { shop }) });
    });
  }

  const link: StationLink = {
    call: (name, input) => request(name, input, answerSchemas[name].output),
    ofShop: (shop) => ({
      ...link,
      call: (name, input) => request(name, input, answerSchemas[name].output, shop),
    }),
    callHost: (name) =>
      request(
        name,
        {},
        z.unknown().transform(() => null),
      ),
    on(name, listener) {
      listeners[name].add(listener);
      return () => listeners[name].delete(listener);
    },
    onStatus: (listener) => bridge.onStationStatus(listener),
    restartStation: () => bridge.restartStation(),
  };
  return link;
}

const eventName = z.enum([
  'ready',
  'verdict',
  'weight',
  'bench',
  'scale',
  'device',
  'print',
  'document',
  'outbox',
  'changed',
  'lookup',
]);

function toAnswer<Value>(
  procedure: string,
  frame: ResponseFrame | Failure,
  output: z.ZodType<Value>,
): Answer<Value> {
  if (!('id' in frame)) return err(frame);
  if (!frame.ok) return err(frame.error);
  const value = output.safeParse(frame.value);
  if (value.success) return ok(value.data);
  const place = value.error.issues[0]?.path.join('.') ?? '';
  return err({ code: 'unexpected', detail: `${procedure} answered something else at ${place}` });
}
