import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AcceptanceState,
  acceptanceOf,
  acceptanceStates,
  isGap,
  isSettled,
  type ReadAcceptance,
} from './acceptance.ts';

const state = fc.constantFrom(...acceptanceStates);
const read = fc.constantFrom<ReadAcceptance>(
  ...(['waiting', 'accepting', 'accepted', 'missing', 'disputed', 'cancelled', 'unknown'] as const),
);
const through = (steps: readonly (readonly [ReadAcceptance, boolean])[]) =>
  steps.reduce<AcceptanceState | null>((before, [now, isOver]) => acceptanceOf(before, now, isOver), null);

describe('a posting that was handed over', () => {
  it('stays what it has come to, whatever is read later', () => {
    fc.assert(
      fc.property(state, read, fc.boolean(), (before, now, isOver) => {
        if (isSettled(before)) expect(acceptanceOf(before, now, isOver)).toBe(before);
      }),
    );
  });

  it('is missing once the rest is accepted and nobody has said a word of it', () => {
    expect(through([['waiting', false]])).toBe('waiting');
    expect(through([['waiting', true]])).toBe('unscanned');
    expect(
      through([
        ['waiting', true],
        ['accepting', true],
        ['accepted', true],
      ]),
    ).toBe('accepted');
  });

  it('leaves its handover when it is given up and handed over again', () => {
    for (const first of ['missing', 'disputed'] as const)
      expect(
        through([
          [first, true],
          ['waiting', true],
        ]),
      ).toBe('returned');
  });

  it('never stops being missing by itself, without a word of the shop’s', () => {
    fc.assert(
      fc.property(state, fc.boolean(), (before, isOver) => {
        if (isGap(before)) expect(acceptanceOf(before, 'unknown', isOver)).toBe(before);
      }),
    );
    expect(acceptanceOf('unscanned', 'waiting', true)).toBe('unscanned');
  });
});
