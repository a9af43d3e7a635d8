import type { DeviceEnd, DeviceSession } from '../../sim/simulated-device.ts';
import type { SimulatedStreamPrinter } from '../simulated-stream-printer.ts';

/** A printer that can be told to take no more once a job has begun to come; `stopped` settles when it does. */
export function stoppable(printer: SimulatedStreamPrinter) {
  let stopped: (() => void) | null = null;
  return {
    ...printer,
    stopInNextJob: () =>
      new Promise<void>((resolve) => {
        stopped = resolve;
      }),
    attach: (end: DeviceEnd): DeviceSession => {
      const session = printer.attach(end);
      return {
        ...session,
        receive: (bytes) => {
          session.receive(bytes);
          // No question is as long as this.
          if (stopped === null || bytes.length < 100) return;
          printer.setTaking(false);
          stopped();
          stopped = null;
        },
      };
    },
  };
}
