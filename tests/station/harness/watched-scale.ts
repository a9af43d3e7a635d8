import { createSimulatedMtSicsScale } from '#station/devices/scales/mt-sics/fake.ts';
import type { SimulatedScale } from '#station/devices/scales/simulated-scale.ts';
import { startTcpDevice, type TcpDevice } from '#station/devices/sim/tcp-device.ts';

/** A simulated scale that also tells what it has been asked and answered. */
export type WatchedScale = SimulatedScale &
  TcpDevice & {
    /** Calls back after each answer on the line, with the answer. */
    readonly onAnswer: (listener: (answer: string) => void) => () => void;
  };

/** Starts an MT-SICS scale behind a TCP port. */
export async function startWatchedScale(): Promise<WatchedScale> {
  const scale = createSimulatedMtSicsScale();
  const listeners = new Set<(answer: string) => void>();
  const watched: SimulatedScale = {
    ...scale,
    attach: (end) =>
      scale.attach({
        ...end,
        send: (bytes) => {
          end.send(bytes);
          for (const listener of listeners) listener(Buffer.from(bytes).toString('latin1'));
        },
      }),
  };
  const device = await startTcpDevice(watched);
  const onAnswer = (listener: (answer: string) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return { ...watched, ...device, onAnswer };
}
