import { existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { BenchFile } from '#contract/bench-file.ts';
import { ShopId } from '#domain/ids.ts';
import { defaultBenchFile } from '#station/bench-file/default-bench-file.ts';
import { readBenchFile } from '#station/bench-file/read-bench-file.ts';
import { type SetupProblem, setupProblems } from '#station/bench-file/setup-problems.ts';
import { type Devices, startDevices } from '#station/devices/devices.ts';
import type { DeviceHealth } from '#station/devices/health.ts';
import { printersOf } from '#station/devices/label-printers.ts';
import { createOzonAccount } from '#station/shop/ozon/ozon-account.ts';
import { cureFor } from '../cures.ts';
import { version } from '../project.ts';
import { homeOption } from '../read-database.ts';
import { giveUp } from '../say.ts';

/** One finding: what was looked at, how it is, and, where it is not well, what to do. */
type Finding = {
  readonly what: string;
  readonly state: 'ok' | 'attention' | 'wrong';
  readonly found: string;
  readonly cure: string | null;
};

const lookForMs = 4_000;
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
    .action(async ({ bench: told, home, json }: { bench?: string; home: string; json: boolean }) => {
      const file = told ?? join(home, 'bench.json');
      const read = readBenchFile(file);
      const isNotMade = !read.ok && read.error.code === 'missing' && told === undefined;
      if (!read.ok && !isNotMade) giveUp(`${read.error.file}: ${read.error.code}\n${read.error.detail}`);
      const bench = read.ok ? read.value : defaultBenchFile();
      const findings = [
        systemFinding(),
        diskFinding(home),
        benchFileFinding(file, read.ok),
        ...(await deviceFindings(bench)),
        ...setupProblems(bench).map(missingFinding),
        await shopFinding(bench),
      ];
      for (const finding of findings)
        process.stdout.write(`${json ? JSON.stringify(finding) : inWords(finding)}\n`);
      process.exitCode = findings.some((finding) => finding.state === 'wrong') ? 1 : 0;
    });
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

async function deviceFindings(bench: BenchFile): Promise<Finding[]> {
  const { promise: allSettled, resolve } = Promise.withResolvers<void>();
  const isSettled = () => devices?.health().every(({ state }) => state !== 'connecting') ?? false;
  let devices: Devices | null = null;
  devices = startDevices(
    { scanners: bench.scanners, scale: bench.scale ?? null, printers: printersOf(bench) },
    {
      onScan: () => undefined,
      onReading: () => undefined,
      onHealth: () => {
        if (isSettled()) resolve();
      },
      now: () => Date.now(),
      monotonicMs: () => performance.now(),
    },
  );
  const timer = setTimeout(resolve, lookForMs);
  setImmediate(() => isSettled() && resolve());
  await allSettled;
  clearTimeout(timer);
  const findings = devices.health().map(deviceFinding);
  await devices.close();
  const isScannerless = bench.scanners.length === 0;
  return isScannerless ? [noScanner, ...findings] : findings;
}

const noScanner: Finding = {
  what: 'scanners',
  state: 'attention',
  found: 'none in the bench file',
  cure: 'keyboard scanners work in the window without an entry; packbench station needs one',
};

function deviceFinding({ device, at, state, detail, technical }: DeviceHealth): Finding {
  const found = [at, state, detail, technical].filter((part) => part !== null).join(', ');
  if (state === 'ready') return { what: device, state: 'ok', found, cure: null };
  return { what: device, state: state === 'attention' ? 'attention' : 'wrong', found, cure: cureFor(detail) };
}

async function shopFinding({ shop }: BenchFile): Promise<Finding> {
  if (shop === undefined)
    return {
      what: 'shop',
      state: 'attention',
      found: 'none in the bench file',
      cure: 'connect a shop in the settings',
    };
  const apiKey = shop.apiKey ?? process.env.PACKBENCH_API_KEY;
  if (apiKey === undefined)
    return {
      what: 'shop',
      state: 'attention',
      found: 'no key here',
      cure: 'set PACKBENCH_API_KEY to let doctor ask the shop',
    };
  const account = createOzonAccount({
    shop: ShopId.parse(`ozon-${shop.clientId}`),
    url: shop.url,
    clientId: shop.clientId,
    apiKey,
    now: () => Date.now(),
  });
  const answer = await account.checkCredentials();
  if (!answer.ok)
    return {
      what: 'shop',
      state: 'wrong',
      found: `${answer.error.code}: ${answer.error.detail}`,
      cure: cureFor(answer.error.code),
    };
  const { expiresAt, missingMethods } = answer.value;
  const found =
    expiresAt === null
      ? 'the key is good'
      : `the key is good until ${new Date(expiresAt).toISOString().slice(0, 10)}`;
  if (missingMethods.length === 0) return { what: 'shop', state: 'ok', found, cure: null };
  return {
    what: 'shop',
    state: 'attention',
    found: `${found}, without ${missingMethods.join(', ')}`,
    cure: 'make a key with these rights in the seller account',
  };
}

function inWords({ what, state, found, cure }: Finding): string {
  const mark = { ok: 'ok       ', attention: 'attention', wrong: 'WRONG    ' }[state];
  return `${mark}  ${what}: ${found}${cure === null ? '' : `\n           -> ${cure}`}`;
}
