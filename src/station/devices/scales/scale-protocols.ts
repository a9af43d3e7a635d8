import { createMtSicsDriver } from './mt-sics/driver.ts';
import { createSimulatedMtSicsScale } from './mt-sics/fake.ts';
import type { CreateScaleDriver } from './scale-driver.ts';
import type { SimulatedScale } from './simulated-scale.ts';

type ScaleProtocolParts = {
  readonly createDriver: CreateScaleDriver;
  readonly createSimulated: () => SimulatedScale;
};

/** Every scale protocol the bench speaks, by its name in the bench file. A new one is a folder and a line here. */
export const SCALE_PROTOCOLS = {
  'mt-sics': { createDriver: createMtSicsDriver, createSimulated: () => createSimulatedMtSicsScale() },
} as const satisfies Record<string, ScaleProtocolParts>;

export type ScaleProtocol = keyof typeof SCALE_PROTOCOLS;
