import { describe, expect, it, vi } from 'vitest';
import type { PackbenchBridge, StationStatus } from '#contract/bridge.ts';
import { linkStation } from '../station-link/station-link.ts';
import { useBench } from './bench-store.ts';
import { feedBenchStore } from './feed-bench-store.ts';
import { sampleView } from './testing/sample-view.ts';

// The link runs in a window; of it, it needs the timers alone.
vi.stubGlobal('window', globalThis);

const reading = { tenthsG: 0, isStable: true, status: 'zero', waitingFor: null };

/** A bench at rest, as the station tells it. */
function benchView(isDemo: boolean) {
  return sampleView({ isDemo, isSimulated: isDemo });
}

describe('what the window keeps when the demo takes the place of the real bench', () => {
  it('is the reading of the new scale, though it is told before the new bench, and not that of the old one', () => {
    let frame: (frame: unknown) => void = () => undefined;
    let status: (status: StationStatus) => void = () => undefined;
    const bridge: PackbenchBridge = {
      request: () => undefined,
      onFrame(listener) {
        frame = listener;
        return () => undefined;
      },
      onStationStatus(listener) {
        status = listener;
        return () => undefined;
      },
      restartStation: () => undefined,
    };
    feedBenchStore(linkStation(bridge));
    status({ state: 'up', restarts: 0 });
    frame({ event: 'bench', data: benchView(false) });
    frame({ event: 'scale', data: { ...reading, tenthsG: 12_450, status: 'ok' } });
    status({ state: 'starting', restarts: 1 });
    expect(useBench.getState().scale).toBeNull();
    frame({ event: 'scale', data: reading });
    status({ state: 'up', restarts: 1 });
    frame({ event: 'bench', data: benchView(true) });
    expect(useBench.getState()).toMatchObject({ scale: reading, view: { isDemo: true } });
  });
});
