import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { scaleProtocols } from '#contract/scale-config.ts';

const Expected = z.object({
  value_g: z.number().nullable(),
  stable: z.boolean().nullable(),
  status: z.string(),
  net: z.literal(true).optional(),
  tare_g: z.number().optional(),
  masked_value_g: z.number().optional(),
});

const Frames = z.object({
  frames: z.array(
    z.object({
      id: z.string(),
      protocol: z.enum([...scaleProtocols, 'noise']),
      hex: z.string(),
      expected: Expected,
      unit: z.enum(['kg', 'lb']).optional(),
    }),
  ),
});

export type SampleFrame = z.infer<typeof Frames>['frames'][number] & { readonly bytes: Uint8Array };

/** Frames of real scales, of their manuals, and broken ones, each with what it says. */
export const sampleFrames: readonly SampleFrame[] = Frames.parse(
  JSON.parse(readFileSync(new URL('./scale-frames.json', import.meta.url), 'utf8')),
).frames.map((frame) => ({ ...frame, bytes: Buffer.from(frame.hex, 'hex') }));
