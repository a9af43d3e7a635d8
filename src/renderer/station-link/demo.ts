import type { Answer, StationLink } from './station-link.ts';

/** Opens the demo shop with simulated devices: main starts the station again with a bench of its own for it. */
export function startDemo(station: StationLink): Promise<Answer<null>> {
  return station.callHost('host.startDemo');
}

/** Leaves the demo and comes back to this bench's own file; nothing of the demo is kept in it. */
export function leaveDemo(station: StationLink): Promise<Answer<null>> {
  return station.callHost('host.leaveDemo');
}
