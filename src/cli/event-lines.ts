import type { BenchView } from '#contract/bench-view.ts';
import type { StationEventName, StationEvents } from '#contract/events.ts';

/** Turns the station's events into the lines of `packbench station`; see docs/command-line.md. */
export type EventLines = { say<Name extends StationEventName>(event: Name, data: StationEvents[Name]): void };

/** Events that go out as they are; a `session` line is made from the picture whenever it changed. */
const plain: ReadonlySet<StationEventName> = new Set([
  'ready',
  'weight',
  'device',
  'print',
  'document',
  'outbox',
  'shop',
]);

/** `write` gets one object per line. */
export function createEventLines(write: (line: Record<string, unknown>) => void): EventLines {
  let last = '';
  return {
    say(event, data) {
      if (plain.has(event)) return write({ event, ...data });
      if (isVerdict(event, data)) {
        const { verdict, ...rest } = data;
        return write({ event, ...verdict, ...rest });
      }
      if (!isBench(event, data)) return;
      const line = sessionLine(data);
      const text = JSON.stringify(line);
      if (line === null || text === last) return;
      last = text;
      write(line);
    },
  };
}

function isVerdict(
  event: StationEventName,
  data: StationEvents[StationEventName],
): data is StationEvents['verdict'] {
  return event === 'verdict' && 'verdict' in data;
}

function isBench(event: StationEventName, data: StationEvents[StationEventName]): data is BenchView {
  return event === 'bench' && 'session' in data;
}

function sessionLine({ session }: BenchView): Record<string, unknown> | null {
  if (session === null) return null;
  const parcel = session.packages.find((candidate) => candidate.n === session.current);
  return {
    event: 'session',
    posting: session.posting,
    state: session.phase,
    package: session.current,
    packages: session.packages.length,
    carton: parcel?.carton ?? null,
    expectedG: parcel?.expectedG ?? null,
    units: session.lines.reduce((sum, line) => sum + line.packed, 0),
    wanted: session.lines.reduce((sum, line) => sum + line.wanted, 0),
    planned: session.isPlanned,
    pending: session.pending?.kind ?? null,
    label: parcel?.label ?? null,
    interim: parcel?.isInterim ?? false,
  };
}
