import { z } from 'zod';
import { RequestFrame } from './frames.ts';

const nothing = z.object({});
const done = z.object({ done: z.literal(true) });

/**
 * What a window asks of main itself, in the frames it speaks with the station. Main answers these and the station never
 * sees one; a name that begins with `host.` and is not here is refused with `unknown-procedure`.
 */
export const hostProcedures = {
  /** Starts the demo shop and a bench of its own with simulated devices, beside the real bench's folder. */
  'host.startDemo': { input: nothing, output: done },
  /** Back to the real bench as it was left; the demo shop ends. */
  'host.leaveDemo': { input: nothing, output: done },
} as const;

export type HostProcedureName = keyof typeof hostProcedures;
export const HostProcedureName = z.enum(['host.startDemo', 'host.leaveDemo']);

/** A frame that is meant for main. */
export const HostRequestFrame = RequestFrame.extend({ procedure: z.string().max(64).startsWith('host.') });
export type HostRequestFrame = z.infer<typeof HostRequestFrame>;
