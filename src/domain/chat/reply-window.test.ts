import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_MS, type Arrival, replyWindow, UNASKED_MS } from './reply-window.ts';

const HOUR = 3_600_000;
const now = 1_000 * HOUR;
const ago = (hours: number) => now - hours * HOUR;
const came = (hours: number): Arrival => ({ kind: 'between', from: ago(hours + 1), to: ago(hours) });

describe('writing to a buyer', () => {
  it.each([
    ['before the parcel comes', { kind: 'not-yet' } as const, null, { state: 'open', sureUntil: null }],
    ['just after it came', came(1), null, { state: 'open', sureUntil: ago(-70), why: 'just-come' }],
    ['at the edge of 72 h', came(71.5), null, { state: 'perhaps' }],
    ['after 72 h, unasked', came(72), null, { state: 'closed', since: now }],
    [
      'after 72 h, asked today',
      came(100),
      ago(3),
      { state: 'open', sureUntil: ago(-45), why: 'buyer-wrote' },
    ],
    ['after 72 h, asked long ago', came(100), ago(48), { state: 'closed', since: now }],
    ['where nobody knows when it came', { kind: 'unknown' } as const, ago(60), { state: 'perhaps' }],
  ])('%s', (_when, arrival, lastAskedAt, expected) => {
    expect(replyWindow({ arrival, lastAskedAt, now })).toMatchObject(expected);
  });

  const time = fc.integer({ min: 0, max: 400 * HOUR });
  const facts = fc.record({
    came: time,
    wide: fc.integer({ min: 0, max: 24 * HOUR }),
    asked: fc.option(time),
  });

  it('is never refused where the shop would take it, and never sure where it would not', () => {
    fc.assert(
      fc.property(
        facts,
        fc.double({ min: 0, max: 1, noNaN: true }),
        time,
        ({ came, wide, asked }, at, when) => {
          const arrival: Arrival = { kind: 'between', from: came, to: came + wide };
          const truly = came + at * wide;
          const isAllowed =
            when < truly + UNASKED_MS || (asked !== null && when >= asked && when < asked + ANSWER_MS);
          const { state } = replyWindow({ arrival, lastAskedAt: asked, now: when });
          if (isAllowed) expect(state).not.toBe('closed');
          if (state === 'open' && (asked === null || when >= asked)) expect(isAllowed).toBe(true);
        },
      ),
    );
  });

  it('stays open until the moment it names, and is not open at that moment', () => {
    fc.assert(
      fc.property(facts, time, ({ came, wide, asked }, when) => {
        const given = {
          arrival: { kind: 'between', from: came, to: came + wide },
          lastAskedAt: asked,
        } as const;
        const first = replyWindow({ ...given, now: when });
        if (first.state !== 'open' || first.sureUntil === null) return;
        expect(replyWindow({ ...given, now: first.sureUntil - 1 }).state).toBe('open');
        expect(replyWindow({ ...given, now: first.sureUntil }).state).not.toBe('open');
      }),
    );
  });

  it('never opens again by itself', () => {
    fc.assert(
      fc.property(facts, time, time, ({ came, wide, asked }, one, other) => {
        const given = {
          arrival: { kind: 'between', from: came, to: came + wide },
          lastAskedAt: asked,
        } as const;
        const rank = { open: 0, perhaps: 1, closed: 2 };
        const early = replyWindow({ ...given, now: Math.min(one, other) });
        const late = replyWindow({ ...given, now: Math.max(one, other) });
        expect(rank[late.state]).toBeGreaterThanOrEqual(rank[early.state]);
      }),
    );
  });
});
