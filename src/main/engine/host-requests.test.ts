import { describe, expect, it } from 'vitest';
import type { ResponseFrame } from '#contract/frames.ts';
import { answerHostRequests } from './host-requests.ts';

function newDesk(startDemo: () => Promise<void> = async () => undefined) {
  const answers: ResponseFrame[] = [];
  const done: string[] = [];
  const take = answerHostRequests(
    {
      'host.startDemo': () => startDemo().then(() => void done.push('start')),
      'host.leaveDemo': async () => void done.push('leave'),
    },
    (frame) => answers.push(frame),
  );
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { answers, done, take, settled };
}

describe('requests that a window makes of main', () => {
  it('are told apart from those for the station', () => {
    const desk = newDesk();
    expect(desk.take({ id: 1, procedure: 'bench.view', input: {} })).toBe(false);
    expect(desk.take({ event: 'verdict' })).toBe(false);
    expect(desk.take(null)).toBe(false);
    expect(desk.take({ id: 2, procedure: 'host.startDemo', input: {} })).toBe(true);
  });

  it('are answered when they are done, one after another', async () => {
    let open: () => void = () => undefined;
    const desk = newDesk(
      () =>
        new Promise((resolve) => {
          open = resolve;
        }),
    );
    desk.take({ id: 1, procedure: 'host.startDemo', input: {} });
    desk.take({ id: 2, procedure: 'host.leaveDemo', input: {} });
    await desk.settled();
    expect(desk.answers).toEqual([]);
    open();
    await desk.settled();
    expect(desk.done).toEqual(['start', 'leave']);
    expect(desk.answers).toEqual([
      { id: 1, ok: true, value: { done: true } },
      { id: 2, ok: true, value: { done: true } },
    ]);
  });

  it('that fail are answered with a failure, and the next one is still done', async () => {
    const desk = newDesk(() => Promise.reject(new Error('no shop')));
    desk.take({ id: 1, procedure: 'host.startDemo', input: {} });
    desk.take({ id: 2, procedure: 'host.leaveDemo', input: {} });
    desk.take({ id: 3, procedure: 'host.eatLunch', input: {} });
    await desk.settled();
    expect(desk.answers).toMatchObject([
      { id: 3, ok: false, error: { code: 'unknown-procedure' } },
      { id: 1, ok: false, error: { code: 'unexpected', detail: 'Error: no shop' } },
      { id: 2, ok: true },
    ]);
  });
});
