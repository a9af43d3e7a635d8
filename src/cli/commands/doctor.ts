import { existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { defaultBenchFile } from '#station/bench-file/default-bench-file.ts';
import { readBenchFile } from '#station/bench-file/read-bench-file.ts';
import { type SetupProblem, setupProblems } from '#station/bench-file/setup-problems.ts';
import { findDevices } from '#station/devices/found/find-devices.ts';
import { cureFor } from '../cures.ts';
import { connectBenchDevices } from '../doctor/bench-devices.ts';
import { type Finding, inWords } from '../doctor/finding.ts';
import { foundFindings } from '../doctor/found-findings.ts';
import { shopFindings } from '../doctor/shop-finding.ts';
import { keyFromEnvironment } from '../key-from-environment.ts';
import { version } from '../project.ts';
import { homeOption } from '../read-database.ts';
import { giveUp } from '../say.ts';

const diskNeededBytes = 500 * 1024 * 1024;

/** `packbench doctor`: what is connected, what answers, what is wrong and how to mend it. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description(
      'look at devices, shop and disk and say what is wrong and how to mend it; prints nothing on paper',
    )
    .option('--bench <file>', "the bench file; the home folder's bench.json unless told")
    .addOption(homeOption())
    .option('--json', 'one JSON object per line', false)
    .option('--watch', 'go on and say what is plugged in, pulled out or changed, until SIGINT', false)
    .action(examine);
}

type DoctorOptions = {
  readonly bench?: string;
  readonly home: string;
  readonly json: boolean;
  readonly watch: boolean;
};

async function examine({ bench: told, home, json, watch }: DoctorOptions): Promise<void> {
  const file = told ?? join(home, 'bench.json');
  const read = readBenchFile(file);
  const isNotMade = !read.ok && read.error.code === 'missing' && told === undefined;
  if (!read.ok && !isNotMade) giveUp(`${read.error.file}: ${read.error.code}\n${read.error.detail}`);
  const bench = read.ok ? read.value : defaultBenchFile();
  // Only where it is wanted: without it the command ends by a signal as programs do.
  const watching = watch ? await import('../doctor/watch.ts') : null;
  const found = await findDevices();
  const devices = connectBenchDevices(bench);
  const shops = await shopFindings(bench, keyFromEnvironment, () => Date.now());
  // Last, so that nothing can change between what they are said to be and the watching.
  const answered = await devices.findings();
  const findings = [
    systemFinding(),
    diskFinding(home),
    benchFileFinding(file, read.ok),
    ...foundFindings(found),
    ...answered,
    ...setupProblems(bench).map(missingFinding),
    ...shops,
  ];
  for (const finding of findings)
    process.stdout.write(`${json ? JSON.stringify(finding) : inWords(finding)}\n`);
  await watching?.watchUntilStopped(found, devices, json);
  await devices.close();
  process.exitCode = !watch && findings.some((finding) => finding.state === 'wrong') ? 1 : 0;
}

function systemFinding(): Finding {
  return {
    what: 'packbench',
    state: 'ok',
    found: `version ${version}, Node ${process.versions.node}, ${process.platform} ${process.arch}`,
    cure: null,
  };
}

function diskFinding(home: string): Finding {
  if (!existsSync(home))
    return {
      what: 'disk',
      state: 'attention',
      found: `${home} does not exist yet`,
      cure: 'the station makes it at its first start',
    };
  const { bavail, bsize } = statfsSync(home);
  const freeBytes = bavail * bsize;
  const found = `${Math.round(freeBytes / 1024 / 1024)} MB free`;
  return freeBytes > diskNeededBytes
    ? { what: 'disk', state: 'ok', found, cure: null }
    : { what: 'disk', state: 'wrong', found, cure: 'free at least 500 MB: a full disk stops the bench' };
}

function benchFileFinding(file: string, isThere: boolean): Finding {
  if (isThere) return { what: 'bench file', state: 'ok', found: file, cure: null };
  return {
    what: 'bench file',
    state: 'attention',
    found: `${file} does not exist yet`,
    cure: 'the application makes it at its first start; packbench station needs one written by hand',
  };
}

/** A bench without it still packs up to the point where it is needed: see docs/bench-file.md. */
function missingFinding(problem: SetupProblem): Finding {
  const what = problem.slice('no-'.length);
  return { what, state: 'attention', found: 'none in the bench file', cure: cureFor(problem) };
}
