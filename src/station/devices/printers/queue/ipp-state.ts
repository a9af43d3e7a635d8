import type { PrinterTrouble } from '../../health.ts';
import type { IppResponse } from './ipp-message.ts';
import type { QueueState } from './print-queue.ts';

/** Reasons of RFC 8011, 5.4.12, by what a person must mend; suffixes such as `-error` and `-warning` are cut off. */
const TROUBLES: ReadonlyMap<string, PrinterTrouble> = new Map(
  Object.entries({
    'media-empty': 'paper-out',
    'media-needed': 'paper-out',
    'media-jam': 'paper-out',
    'cover-open': 'head-open',
    'door-open': 'head-open',
    'interlock-open': 'head-open',
    'marker-supply-empty': 'ribbon-out',
    paused: 'paused',
    'moving-to-paused': 'paused',
    'fuser-over-temp': 'too-hot',
    offline: 'printer-offline',
    'connecting-to-device': 'printer-offline',
    'timed-out': 'printer-offline',
    shutdown: 'printer-offline',
  } as const),
);

const STOPPED = 5;

/**
 * How a printer or queue is by its `printer-state`, its reasons, and whether it takes jobs. A reason that says what to do
 * comes before the bare fact that it is stopped; a warning (paper is low) is no trouble.
 */
export function stateOfQueue({ attributes }: Pick<IppResponse, 'attributes'>): QueueState {
  const reasons = (attributes.get('printer-state-reasons') ?? []).map(String);
  const words = [...reasons, ...(attributes.get('printer-state-message') ?? []).map(String)];
  const technical = words.filter((word) => word !== '' && word !== 'none').join(', ') || null;
  const named = reasons
    .filter((reason) => !reason.endsWith('-warning') && !reason.endsWith('-report'))
    .map((reason) => TROUBLES.get(reason.replace(/-error$/, '')) ?? null)
    .filter((trouble) => trouble !== null);
  const state = attributes.get('printer-state')?.[0];
  const accepts = attributes.get('printer-is-accepting-jobs')?.[0] !== false;
  if (!accepts) return { trouble: 'queue-rejects', technical };
  // A queue that is not stopped keeps the reason of an earlier job until the next one is under way: believed, it would
  // never get that.
  if (state !== STOPPED) return { trouble: null, technical };
  // A stopped queue of CUPS says `paused` beside the reason that stopped it.
  const [first = null] = named.filter((trouble) => trouble !== 'paused');
  return { trouble: first ?? 'queue-stopped', technical };
}
