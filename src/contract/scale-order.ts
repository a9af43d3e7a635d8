import { z } from 'zod';

/** What a scale can be told: to call the load zero, to take the load off as tare, to forget the tare. */
export const ScaleOrder = z.enum(['zero', 'tare', 'clear-tare']);
export type ScaleOrder = z.infer<typeof ScaleOrder>;
