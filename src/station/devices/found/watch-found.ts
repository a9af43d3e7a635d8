import type { FoundDevice, FoundDevices } from '#contract/found-device.ts';

/** A device that was plugged in or pulled out. */
export type FoundChange = { readonly event: 'plugged' | 'unplugged'; readonly device: FoundDevice };

export type WatchOptions = {
  readonly find: () => Promise<FoundDevices>;
  /** What was there at the beginning: none of it is told again. */
  readonly known: FoundDevices;
  readonly onChange: (change: FoundChange) => void;
  /** Time between two looks, ms. */
  readonly everyMs: number;
};

/**
 * Looks again and again at what is plugged in; answers how to stop. While the system cannot be asked for devices of one kind, none of
 * them counts as pulled out.
 */
export function watchFound({ find, known, onChange, everyMs }: WatchOptions): () => void {
  let isStopped = false;
  let before = known.devices;
  const look = async () => {
    const { devices, unseen } = await find();
    if (isStopped) return;
    const isUnseen = ({ kind }: FoundDevice) => unseen.some((other) => other.kind === kind);
    const now = [...devices, ...before.filter(isUnseen)];
    for (const device of before) if (!isAmong(device, now)) onChange({ event: 'unplugged', device });
    for (const device of now) if (!isAmong(device, before)) onChange({ event: 'plugged', device });
    before = now;
    timer = setTimeout(look, everyMs);
  };
  let timer = setTimeout(look, everyMs);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

function isAmong({ at, isUsable }: FoundDevice, others: readonly FoundDevice[]): boolean {
  return others.some((other) => other.at === at && other.isUsable === isUsable);
}
