import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import type { StationEventName, StationEvents } from '#contract/events.ts';
import type { Result } from '#domain/result.ts';
import { readBenchFile } from '#station/bench-file/read-bench-file.ts';
import { setupProblems } from '#station/bench-file/setup-problems.ts';
import { type Station, type StationProblem, startStation } from '#station/station.ts';
import type { SecretKeeper, StationOptions } from '#station/station-options.ts';
import { cureFor } from '../cures.ts';
import { createEventLines } from '../event-lines.ts';
import { keyFromEnvironment } from '../key-from-environment.ts';
import { createLineOutput } from '../line-output.ts';
import { resourcesDir, version } from '../project.ts';
import { giveUp } from '../say.ts';

/** `packbench station`: the bench without a window until SIGTERM, one JSON object per line on the output. */
export function stationCommand(): Command {
  return new Command('station')
    .description('run the bench without a window until SIGTERM, saying what happens as JSON lines')
    .requiredOption('--home <dir>', "the bench's home folder; made when absent")
    .requiredOption('--bench <file>', 'the bench file, see docs/bench-file.md')
    .action(async ({ home, bench }: { home: string; bench: string }) => run(home, bench));
}

async function run(home: string, benchFilePath: string): Promise<void> {
  // Only here: every other command ends by a signal as programs do.
  const { isStopAsked, stopSignal } = await import('../stop-signal.ts');
  const read = readBenchFile(benchFilePath);
  if (!read.ok) giveUp(`${read.error.file}: ${read.error.code}\n${read.error.detail}`);
  if (isStopAsked()) return;
  const output = createLineOutput(process.stdout);
  // The same for what goes wrong: nobody to tell it to is no reason to end.
  process.stderr.on('error', () => undefined);
  const lines = createEventLines(output.say);
  const started = await startWhenFree(isStopAsked, {
    home,
    benchFilePath,
    benchFile: read.value,
    resourcesDir,
    version,
    secrets: environmentSecrets,
    now: () => Date.now(),
    monotonicMs: () => performance.now(),
    random: () => Math.random(),
    isDemo: false,
  });
  if (!started.ok && isStopAsked()) return;
  if (!started.ok) giveUp(`the station could not start: ${JSON.stringify(started.error)}`);
  const station = started.value;
  station.publisher.listen(<Name extends StationEventName>(event: Name, data: StationEvents[Name]) => {
    lines.say(event, data);
    if (event !== 'ready') return;
    for (const problem of setupProblems(read.value))
      output.say({ event: 'setup', problem, cure: cureFor(problem) });
  });
  await stopSignal;
  await station.close();
  await output.flushed();
  process.exit(0);
}

/** How long an earlier station of the same home may take to end, ms; one that npx had started outlives npx by a second. */
const leavesWithinMs = 5_000;
const askAgainMs = 100;

async function startWhenFree(
  isStopAsked: () => boolean,
  options: StationOptions,
): Promise<Result<Station, StationProblem>> {
  const giveUpAt = performance.now() + leavesWithinMs;
  for (;;) {
    const started = await startStation(options);
    const isHeld = !started.ok && started.error.problem.code === 'in-use';
    if (!isHeld || isStopAsked() || performance.now() > giveUpAt) return started;
    await pause(askAgainMs);
  }
}

/** Without a keychain the key comes from the bench file or from the environment, and is kept nowhere. */
const environmentSecrets: SecretKeeper = {
  apiKeyOf: (clientId, isOnly) => keyFromEnvironment(clientId, isOnly) ?? null,
  howKept: (clientId, isOnly) => (keyFromEnvironment(clientId, isOnly) === undefined ? 'missing' : 'kept'),
  keepApiKey: async () => undefined,
};
