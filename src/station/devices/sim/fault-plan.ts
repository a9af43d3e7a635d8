import type { DeviceEnd } from './simulated-device.ts';

/**
 * What a simulated device does wrong, counted over its answers from 1 and over all its connections. `count` is how many
 * answers in a row it concerns: 1 unless told, `Infinity` for good.
 */
export type Fault = { readonly fromAnswer: number; readonly count?: number } & (
  | { readonly kind: 'silence' | 'twice' | 'first-half' | 'byte-by-byte' | 'unplug-mid-frame' }
  | { readonly kind: 'late'; readonly byMs: number }
  | { readonly kind: 'instead'; readonly bytes: Uint8Array }
);

/** Puts a fault plan between a simulated device and the lines it is attached to. */
export function createFaultyEnds(faults: readonly Fault[]): (end: DeviceEnd) => DeviceEnd {
  let answers = 0;
  return (end) => ({
    ...end,
    send: (bytes) => {
      answers += 1;
      const fault = faults.find(
        ({ fromAnswer, count = 1 }) => answers >= fromAnswer && answers < fromAnswer + count,
      );
      if (fault === undefined) end.send(bytes);
      else sendWithFault(end, bytes, fault);
    },
  });
}

function sendWithFault(end: DeviceEnd, bytes: Uint8Array, fault: Fault): void {
  const firstHalf = bytes.subarray(0, Math.ceil(bytes.length / 2));
  switch (fault.kind) {
    case 'silence':
      return;
    case 'twice':
      end.send(bytes);
      end.send(bytes);
      return;
    case 'first-half':
      end.send(firstHalf);
      return;
    case 'byte-by-byte':
      for (let index = 0; index < bytes.length; index += 1) end.send(bytes.subarray(index, index + 1));
      return;
    case 'unplug-mid-frame':
      end.send(firstHalf);
      end.hangUp();
      return;
    case 'late':
      setTimeout(() => end.send(bytes), fault.byMs);
      return;
    case 'instead':
      end.send(fault.bytes);
  }
}
