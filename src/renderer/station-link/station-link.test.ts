import { describe, expect, it, vi } from 'vitest';
import type { PackbenchBridge, StationStatus } from '#contract/bridge.ts';
import { ActorId } from '#domain/ids.ts';
import { linkStation } from './station-link.ts';

// The link runs in a window; of it, it needs the timers alone.
vi.stubGlobal('window', globalThis);

function fakeBridge() {
  const sent: { id: number; procedure: string; input: unknown }[] = [];
  let frame: (frame: unknown) => void = () => undefined;
  let status: (status: StationStatus) => void = () => undefined;
  const bridge: PackbenchBridge = {
    request: (asked) => sent.push(asked as (typeof sent)[number]),
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
  return {
    bridge,
    sent,
    frame: (value: unknown) => frame(value),
    status: (value: StationStatus) => status(value),
  };
}

describe('the window’s link to the station', () => {
  it('gives each answer to the call that asked for it', async () => {
    const fake = fakeBridge();
    const station = linkStation(fake.bridge);
    const first = station.call('sim.scan', { text: 'A' });
    const second = station.call('bench.signIn', { actor: ActorId.parse('P1'), pin: '1' });
    expect(fake.sent.map(({ procedure }) => procedure)).toEqual(['sim.scan', 'bench.signIn']);
    fake.frame({ id: fake.sent[1]?.id, ok: false, error: { code: 'wrong-pin', detail: 'P1' } });
    fake.frame({ id: fake.sent[0]?.id, ok: true, value: { done: true } });
    expect(await first).toEqual({ ok: true, value: { done: true } });
    expect(await second).toEqual({ ok: false, error: { code: 'wrong-pin', detail: 'P1' } });
  });

  it('takes an answer of another shape for a failure, not for an answer', async () => {
    const fake = fakeBridge();
    const answer = linkStation(fake.bridge).call('queue.cutoffs', {});
    fake.frame({ id: fake.sent[0]?.id, ok: true, value: { cutoffs: 'none' } });
    expect(await answer).toMatchObject({ ok: false, error: { code: 'unexpected' } });
  });

  it('leaves no call hanging when the station goes away', async () => {
    const fake = fakeBridge();
    const answer = linkStation(fake.bridge).call('tasks.list', {});
    fake.status({ state: 'down', restarts: 1 });
    expect(await answer).toMatchObject({ ok: false, error: { code: 'unexpected' } });
  });

  it('leaves no call hanging when another station takes the place of this one, but for what main does', async () => {
    const fake = fakeBridge();
    const station = linkStation(fake.bridge);
    const left = station.callHost('host.leaveDemo');
    const answer = station.call('tasks.list', {});
    fake.status({ state: 'starting', restarts: 1 });
    expect(await answer).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    fake.status({ state: 'up', restarts: 1 });
    fake.frame({ id: fake.sent[0]?.id, ok: true, value: { done: true } });
    expect(await left).toEqual({ ok: true, value: null });
  });

  it('tells of events that are as agreed, and of no others', () => {
    const fake = fakeBridge();
    const heard: unknown[] = [];
    const complained = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    linkStation(fake.bridge).on('scale', (scale) => heard.push(scale));
    fake.frame({ event: 'scale', data: { tenthsG: 12_450, isStable: true, status: 'ok', waitingFor: null } });
    fake.frame({ event: 'scale', data: { tenthsG: 'heavy' } });
    fake.frame({ event: 'something-new', data: {} });
    fake.frame('noise');
    expect(heard).toEqual([{ tenthsG: 12_450, isStable: true, status: 'ok', waitingFor: null }]);
    expect(complained).toHaveBeenCalledTimes(1);
    complained.mockRestore();
  });
});
