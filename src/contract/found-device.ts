import { z } from 'zod';

/** What the system lists as plugged in; nothing of it was opened. */
export const FoundDevice = z.object({
  /** Its address for the bench file. */
  at: z.string(),
  kind: z.enum(['serial', 'hid', 'usb-printer']),
  /** What it is, as far as the system's list tells. */
  purpose: z.enum(['scanner', 'scale', 'label-printer', 'unknown']),
  /** Maker and model in the system's own words; empty where it knows none. */
  label: z.string(),
  /** False for one that is set up to type like a keyboard, or to speak as only its maker knows: it cannot be used at this address. */
  isUsable: z.boolean(),
});
export type FoundDevice = z.infer<typeof FoundDevice>;

/** All that was found, and of which kind the system could not be asked. */
export const FoundDevices = z.object({
  devices: z.array(FoundDevice),
  unseen: z.array(z.object({ kind: FoundDevice.shape.kind, technical: z.string() })),
});
export type FoundDevices = z.infer<typeof FoundDevices>;
