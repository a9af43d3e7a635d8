import type { DeviceFailure } from './config.ts';
import type { DeviceLine } from './connect-device.ts';
import type { DeviceHealth } from './health.ts';
import type { DevicesHooks } from './hooks.ts';
import type { Supervisor } from './supervisor.ts';

/** Which device it is, how people call it, what it is for, and its address as the bench file has it. */
export type Place = Pick<DeviceHealth, 'device' | 'name' | 'kind' | 'at'>;

/** A device that is being watched, with its other side if it exists only in the program. */
export type Started<Simulated> = {
  readonly supervisor: Supervisor;
  readonly simulated: DeviceLine<Simulated>['simulated'];
};

/** A device that cannot be reached by its address, however often it is tried: it is away until the bench file changes. */
export function unreachable(place: Place, failure: DeviceFailure, hooks: DevicesHooks): Started<never> {
  const health: DeviceHealth = {
    ...place,
    state: 'away',
    detail: 'bad-address',
    technical: JSON.stringify(failure),
    sinceAt: hooks.now(),
  };
  hooks.onHealth(health);
  return { supervisor: { health: () => health, stop: async () => undefined }, simulated: null };
}
