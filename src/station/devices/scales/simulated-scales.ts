import type { ScaleProtocol } from '#contract/scale-config.ts';
import { createSimulatedAdamScale } from './adam/fake.ts';
import { andVoice } from './and-standard/fake.ts';
import { casLineVoice } from './cas-22/fake.ts';
import { casApVoice } from './cas-ap/fake.ts';
import { genericVoice } from './generic/fake.ts';
import { hidScaleVoice } from './hid-8d/fake.ts';
import { massaK2GramsVoice, massaK2Voice } from './massa-k-2/fake.ts';
import { massaK100Voice } from './massa-k-100/fake.ts';
import { createSimulatedMtSicsScale } from './mt-sics/fake.ts';
import { ohausVoice } from './ohaus/fake.ts';
import { pos2Voice } from './pos2/fake.ts';
import type { SimulatedScale } from './simulated-scale.ts';
import { smaVoice } from './sma/fake.ts';
import { toledo8217Voice } from './toledo-8217/fake.ts';
import { toledoContinuousVoice } from './toledo-continuous/fake.ts';
import { createVoicedScale, type VoicedScaleOptions } from './voiced-scale.ts';

const VOICES = {
  'toledo-8217': toledo8217Voice,
  'toledo-continuous': toledoContinuousVoice,
  'cas-ap': casApVoice,
  'cas-22': casLineVoice,
  'and-standard': andVoice,
  ohaus: ohausVoice,
  sma: smaVoice,
  'massa-k-100': massaK100Voice,
  'massa-k-2': massaK2Voice,
  'massa-k-2-grams': massaK2GramsVoice,
  pos2: pos2Voice,
  generic: genericVoice,
  'hid-8d': hidScaleVoice,
} as const;

/** A scale of this protocol that exists only in the program. */
export function createSimulatedScale(
  protocol: ScaleProtocol,
  options: VoicedScaleOptions = {},
): SimulatedScale {
  if (protocol === 'mt-sics') return createSimulatedMtSicsScale(options);
  if (protocol === 'adam') return createSimulatedAdamScale();
  return createVoicedScale(VOICES[protocol], options);
}
