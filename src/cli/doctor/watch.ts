import type { FoundDevices } from '#contract/found-device.ts';
import { findDevices } from '#station/devices/found/find-devices.ts';
import { type FoundChange, watchFound } from '#station/devices/found/watch-found.ts';
import { stopSignal } from '../stop-signal.ts';
import type { BenchDevices } from './bench-devices.ts';
import { type Finding, inWords } from './finding.ts';
import { foundInWords } from './found-findings.ts';

const everyMs = 1_000;

/** Says each device that is plugged in or pulled out, and each change of those that the bench file names, until SIGINT. */
export async function watchUntilStopped(
  known: FoundDevices,
  devices: BenchDevices,
  isJson: boolean,
): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const sayChange = ({ event, device }: FoundChange) =>
    say(
      isJson
        ? JSON.stringify({ event, ...device })
        : `${event === 'plugged' ? '+' : '-'} ${event}: ${foundInWords(device)}`,
    );
  const sayFinding = (finding: Finding) =>
    say(isJson ? JSON.stringify({ event: 'changed', ...finding }) : inWords({ ...finding, cure: null }));
  devices.onChange(sayFinding);
  const stop = watchFound({ find: () => findDevices(), known, onChange: sayChange, everyMs });
  await stopSignal;
  stop();
}
