import { z } from 'zod';
import { DeviceAt } from './device-at.ts';
import { strictly } from './strictly.ts';

/** The protocols a scale may speak; docs/scale-protocols.md says which scales speak which. */
export const scaleProtocols = [
  'mt-sics',
  'toledo-8217',
  'toledo-continuous',
  'cas-ap',
  'cas-22',
  'and-standard',
  'ohaus',
  'sma',
  'massa-k-100',
  'massa-k-2',
  'massa-k-2-grams',
  'pos2',
  'adam',
  'generic',
  'hid-8d',
] as const;
export type ScaleProtocol = (typeof scaleProtocols)[number];

/** The scale of a bench. `unit`, `pattern` and `request` are for protocols whose frames leave them open. */
export const ScaleConfig = strictly({
  at: DeviceAt,
  protocol: z.enum(scaleProtocols),
  /** The unit of a bare number; kg unless told. */
  unit: z.enum(['g', 'kg', 'lb', 'oz']).optional(),
  /** How a line of a `generic` scale looks. */
  pattern: z.string().min(1).max(200).optional(),
  /** What a `generic` scale is asked with, `\\r` and `\\n` written as such; one that speaks by itself is asked nothing. */
  request: z.string().min(1).max(40).optional(),
}).superRefine(({ at, protocol }, context) => {
  const isHid = /^hid:/i.test(at);
  if (isHid && protocol !== 'hid-8d')
    context.addIssue({ code: 'custom', path: ['protocol'], message: `a scale at "${at}" speaks hid-8d` });
});
export type ScaleConfig = z.infer<typeof ScaleConfig>;
