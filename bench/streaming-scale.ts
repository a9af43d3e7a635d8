import type { DeviceEnd } from '#station/devices/sim/simulated-device.ts';
import { startTcpDevice, type TcpDevice } from '#station/devices/sim/tcp-device.ts';

/** A scale that speaks by itself, behind a TCP port: it says what it is told to say, when it is told to. */
export type StreamingScale = TcpDevice & {
  /** Sends to whoever is connected; false when nobody is. */
  readonly send: (bytes: Uint8Array) => boolean;
};

export async function startStreamingScale(): Promise<StreamingScale> {
  const ends = new Set<DeviceEnd>();
  const device = await startTcpDevice({
    attach: (end) => {
      ends.add(end);
      return { receive: () => undefined, closed: () => void ends.delete(end) };
    },
  });
  const send = (bytes: Uint8Array) => {
    for (const end of ends) end.send(bytes);
    return ends.size > 0;
  };
  return { ...device, send };
}

/** Lamps of a CAS indicator: always set, stable, gross. */
const LAMPS = { on: 0x80, stable: 0x40, gross: 0x04 } as const;

/** The 22 bytes that a CAS indicator sends for a gross weight, in tenths of a gram. */
export function casFrame(tenthsG: number, isStable: boolean): Uint8Array {
  const lamps = LAMPS.on | LAMPS.gross | (isStable ? LAMPS.stable : 0);
  const weight = (tenthsG / 10).toFixed(1).padStart(8);
  const header = `${isStable ? 'ST' : 'US'},GS,1${String.fromCharCode(lamps)},`;
  return Buffer.from(`${header}${weight}  g\r\n`, 'latin1');
}
