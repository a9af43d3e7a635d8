import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { err, ok, type Result } from '#domain/result.ts';
import type { OpenFailure, Transport } from '../../transports/transport.ts';
import { doubtful, type PrintOutcome, refused } from '../label-printer.ts';
import { exchangeIpp, type IppTarget } from './ipp-exchange.ts';
import { type IppAttribute, type IppResponse, OPERATION } from './ipp-message.ts';
import { stateOfQueue } from './ipp-state.ts';
import type { QueueConnection, QueueJob } from './print-queue.ts';

export type IppQueueOptions = {
  readonly target: IppTarget;
  /** What the document is: raw for a queue that must not look into it. */
  readonly documentFormat: string;
  /** How long the service is given for one answer, ms. */
  readonly answerTimeoutMs?: number;
};

const ANSWER_TIMEOUT_MS = 3_000;
/** Time between two looks at a job, ms. */
const LOOK_EVERY_MS = 80;
/** States of a job (RFC 8011, 5.3.7). */
const JOB = {
  pending: 3,
  held: 4,
  processing: 5,
  stopped: 6,
  cancelled: 7,
  aborted: 8,
  completed: 9,
} as const;

/** A printer or a queue that speaks IPP (RFC 8010, 8011), CUPS among them. */
export function ippQueueTransport(options: IppQueueOptions): Transport<QueueConnection> {
  const { target, documentFormat, answerTimeoutMs = ANSWER_TIMEOUT_MS } = options;
  let requestId = 0;
  const ask = (
    operation: (typeof OPERATION)[keyof typeof OPERATION],
    attributes: readonly IppAttribute[],
    document?: Uint8Array,
  ) => {
    requestId += 1;
    const common: readonly IppAttribute[] = [
      { name: 'printer-uri', tag: 'uri', values: [target.printerUri] },
      { name: 'requesting-user-name', tag: 'name', values: [userName()] },
    ];
    const request = { operation, requestId, attributes: inOrder([...common, ...attributes]) };
    return exchangeIpp(target, request, answerTimeoutMs, document);
  };
  const askState = () =>
    ask(OPERATION.getPrinterAttributes, [
      {
        name: 'requested-attributes',
        tag: 'keyword',
        values: [
          'printer-state',
          'printer-state-reasons',
          'printer-state-message',
          'printer-is-accepting-jobs',
        ],
      },
    ]);
  const state: QueueConnection['state'] = async () => {
    const answer = await askState();
    if (!answer.ok) return answer;
    return isSuccess(answer.value) ? ok(stateOfQueue(answer.value)) : err(refusalOf(answer.value));
  };
  const submit = async ({ name, bytes, deadlineMs }: QueueJob): Promise<PrintOutcome> => {
    const startedMs = performance.now();
    const leftMs = () => deadlineMs - (performance.now() - startedMs);
    const sent = await ask(
      OPERATION.printJob,
      [
        { name: 'job-name', tag: 'name', values: [name] },
        { name: 'document-format', tag: 'mime', values: [documentFormat] },
      ],
      bytes,
    );
    // Whether a job whose answer was lost stands in the queue, nobody can tell.
    if (!sent.ok)
      return sent.error.code === 'connection-refused' || sent.error.code === 'not-found'
        ? refused('away', sent.error.technical)
        : doubtful('interrupted', sent.error.technical);
    if (!isSuccess(sent.value)) return refused('queue-rejects', statusText(sent.value.status));
    const job = sent.value.attributes.get('job-id')?.[0];
    if (typeof job !== 'number') return doubtful('interrupted', 'the job has no number');
    return followJob({ job, ask, state, leftMs });
  };
  return {
    open: async (handlers) => {
      const there = await state();
      if (!there.ok) return there;
      let isOpen = true;
      const end = (code: 'by-us' | 'lost', technical: string) => {
        if (!isOpen) return;
        isOpen = false;
        handlers.onClose({ code, technical });
      };
      return ok({
        state,
        submit,
        // A queue has no stream to write to; only whole jobs are taken.
        write: async () => err({ code: 'not-open', technical: 'a queue takes jobs only' }),
        abort: (technical) => end('lost', technical),
        close: async () => end('by-us', 'closed'),
      });
    },
  };
}

type Following = {
  readonly job: number;
  readonly ask: (
    operation: (typeof OPERATION)[keyof typeof OPERATION],
    attributes: readonly IppAttribute[],
  ) => Promise<Result<IppResponse, OpenFailure>>;
  readonly state: QueueConnection['state'];
  readonly leftMs: () => number;
};

/** Waits until a job has left the queue; takes it out when it does not in time, or when the printer needs a person. */
async function followJob({ job, ask, state, leftMs }: Following): Promise<PrintOutcome> {
  const named: readonly IppAttribute[] = [{ name: 'job-id', tag: 'integer', values: [job] }];
  const jobState = async () => {
    const answer = await ask(OPERATION.getJobAttributes, named);
    const found = answer.ok ? answer.value.attributes.get('job-state')?.[0] : null;
    return typeof found === 'number' ? found : null;
  };
  let hasBegun = false;
  for (;;) {
    const now = await jobState();
    if (now === JOB.completed) return { kind: 'sent', confirmed: true };
    hasBegun ||= now === JOB.processing || now === JOB.stopped;
    if (now === JOB.aborted || now === JOB.cancelled)
      return hasBegun || now === JOB.aborted
        ? doubtful('interrupted', `job ${job}`)
        : refused('queue-rejects');
    const queue = await state();
    const trouble = queue.ok ? queue.value.trouble : null;
    if (now === null || trouble !== null || leftMs() <= 0) {
      await ask(OPERATION.cancelJob, named);
      const last = await jobState();
      if (last === JOB.completed) return { kind: 'sent', confirmed: true };
      if (hasBegun || now === null || last === null) return doubtful(trouble ?? 'interrupted', `job ${job}`);
      return trouble === null ? refused('deadline') : refused(trouble);
    }
    await pause(LOOK_EVERY_MS);
  }
}

/** Printer and job must stand before everything else that is asked (RFC 8011, 4.1.5). */
function inOrder(attributes: readonly IppAttribute[]): readonly IppAttribute[] {
  const rank = ({ name }: IppAttribute) => (name === 'printer-uri' ? 0 : name === 'job-id' ? 1 : 2);
  return attributes.toSorted((a, b) => rank(a) - rank(b));
}

function isSuccess({ status }: IppResponse): boolean {
  return status < 0x0100;
}

function refusalOf({ status }: IppResponse): OpenFailure {
  const technical = statusText(status);
  if (status === 0x0406) return { code: 'not-found', technical };
  return { code: status >= 0x0401 && status <= 0x0403 ? 'no-permission' : 'failed', technical };
}

function statusText(status: number): string {
  return `IPP status 0x${status.toString(16).padStart(4, '0')}`;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user without a name in the system's list is still allowed to print.
    return 'packbench';
  }
}

const CUPS_SOCKET = '/run/cups/cups.sock';

/** A queue of CUPS: of this computer by its socket or port, or of `server`. `CUPS_SERVER` counts as for every CUPS program. */
export function cupsTarget(
  queue: string,
  server: { readonly host: string; readonly port: number } | null,
  environment: NodeJS.ProcessEnv = process.env,
): IppTarget {
  const path = `/printers/${encodeURIComponent(queue)}`;
  const named = environment.CUPS_SERVER ?? '';
  if (server === null && named.startsWith('/'))
    return { printerUri: `ipp://localhost${path}`, socketPath: named };
  const [, host, port] = /^([^:/]+)(?::(\d+))?$/.exec(named) ?? [];
  const at = server ?? (host === undefined ? null : { host, port: Number(port ?? 631) });
  if (at !== null) return { printerUri: `ipp://${at.host}:${at.port}${path}`, socketPath: null };
  return {
    printerUri: `ipp://localhost:631${path}`,
    socketPath: existsSync(CUPS_SOCKET) ? CUPS_SOCKET : null,
  };
}
