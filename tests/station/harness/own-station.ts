import { createEventLines } from '#cli/event-lines.ts';
import { resourcesDir, version } from '#cli/project.ts';
import {
  type ProcedureInput,
  type ProcedureName,
  type ProcedureOutput,
  procedures,
} from '#contract/procedures.ts';
import { readBenchFile } from '#station/bench-file/read-bench-file.ts';
import { startStation } from '#station/station.ts';
import { createLineDesk, type Exit } from './line-watch.ts';
import { parseStationLine } from './station-lines.ts';
import type { StationRun } from './station-run.ts';

/** Calls a procedure as a window does; throws the failure's code where the station refuses. */
export type Call = <Name extends ProcedureName>(
  name: Name,
  input: ProcedureInput<Name>,
) => Promise<ProcedureOutput<Name>>;

/** A station in this very process, whose clock is given and whose procedures can be called. */
export type OwnStation = StationRun & { readonly call: Call };

/** Starts it; settles when it is open, before it has said anything. */
export async function startOwnStation(home: string, file: string, now: () => number): Promise<OwnStation> {
  const read = readBenchFile(file);
  if (!read.ok) throw new Error(`${read.error.code}: ${read.error.detail}`);
  const keys = new Map<string, string>();
  const started = await startStation({
    ...{ home, benchFilePath: file, benchFile: read.value, resourcesDir, version, now, isDemo: false },
    secrets: {
      apiKeyOf: (clientId) => keys.get(clientId) ?? null,
      howKept: (clientId) => (keys.has(clientId) ? 'kept' : 'missing'),
      keepApiKey: async (clientId, apiKey) => void keys.set(clientId, apiKey),
    },
    monotonicMs: () => performance.now(),
    random: () => Math.random(),
  });
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  const station = started.value;
  const desk = createLineDesk(() => '');
  const lines = createEventLines((line) => desk.say(parseStationLine(JSON.stringify(line))));
  station.publisher.listen((event, data) => lines.say(event, data));
  const end = Promise.withResolvers<Exit>();
  return {
    ...desk,
    ...{ pid: process.pid, stderr: () => '', exited: end.promise },
    call: async (name, input) => {
      const answer = await station.call(name, input);
      if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.detail}`);
      // The table says what this procedure answers; TypeScript cannot follow a name into it.
      return procedures[name].output.parse(answer.value) as ProcedureOutput<typeof name>;
    },
    kill: async () => {
      const exit: Exit = { code: 0, signal: null };
      await station.close();
      desk.end(exit);
      end.resolve(exit);
      return exit;
    },
  };
}
