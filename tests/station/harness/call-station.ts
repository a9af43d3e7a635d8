import { resourcesDir, version } from '#cli/project.ts';
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '#contract/procedures.ts';
import { readBenchFile } from '#station/bench-file/read-bench-file.ts';
import { type Station, startStation } from '#station/station.ts';
import { eventually } from './eventually.ts';
import type { BenchUnderTest } from './start-bench.ts';

/** A station within the test's own process, whose procedures can be called as a window does. */
export type CalledStation = {
  /** Calls a procedure; throws where it is refused. */
  readonly call: <Name extends ProcedureName>(
    name: Name,
    input: ProcedureInput<Name>,
  ) => Promise<ProcedureOutput<Name>>;
  /** The same, where the shop may be at fault: once more after a failure. */
  readonly callTwice: <Name extends ProcedureName>(
    name: Name,
    input: ProcedureInput<Name>,
  ) => Promise<ProcedureOutput<Name>>;
  readonly close: () => Promise<void>;
};

/** Ends the bench's station process and goes on in this process with the same home, with a lead signed in. */
export async function callStation(bench: BenchUnderTest): Promise<CalledStation> {
  await bench.station().kill('SIGTERM');
  const benchFile = readBenchFile(bench.file);
  if (!benchFile.ok) throw new Error(benchFile.error.detail);
  const started = await startStation({
    ...{ home: bench.home, benchFilePath: bench.file, benchFile: benchFile.value, resourcesDir, version },
    secrets: { apiKeyOf: () => null, howKept: () => 'missing', keepApiKey: async () => undefined },
    ...{ now: () => Date.now(), monotonicMs: () => performance.now(), random: () => Math.random() },
    isDemo: false,
  });
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  const station: Station = started.value;
  const call: CalledStation['call'] = async (name, input) => {
    const answer = await station.call(name, input);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    // The station's table pairs each name with an output of that name's type; the wire forgets it.
    return answer.value as ProcedureOutput<typeof name>;
  };
  // The shop is connected a turn after the start.
  await eventually('the shop to answer', async () =>
    (await call('bench.view', {})).shops[0]?.state === 'online' ? true : null,
  );
  await call('bench.scan', { text: 'PB-BADGE-L1', source: 'test' });
  return {
    call,
    callTwice: async (name, input) => call(name, input).catch(() => call(name, input)),
    close: () => station.close(),
  };
}
