import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMtSicsLine } from './protocol.ts';

it('reads back every weight that a scale can write, in grams and in kilograms', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999, max: 9_999_999 }), fc.boolean(), (tenths, isStable) => {
      const state = isStable ? 'S' : 'D';
      const answer = { kind: 'weight', mg: tenths * 100, isStable };
      const inGrams = `S ${state} ${(tenths / 10).toFixed(1).padStart(10)} g`;
      expect(readMtSicsLine(inGrams)).toMatchObject(answer);
      const inKilograms = `S ${state} ${(tenths / 10_000).toFixed(4).padStart(10)} kg`;
      expect(readMtSicsLine(inKilograms)).toMatchObject(answer);
    }),
  );
});

it('makes no weight of a line with one character too many, too few or another', () => {
  const line = 'S S      12.34 g';
  fc.assert(
    fc.property(fc.nat(line.length - 1), fc.constantFrom('x', '', '  '), (at, instead) => {
      const damaged = line.slice(0, at) + instead + line.slice(at + 1);
      const answer = readMtSicsLine(damaged);
      if (answer.kind !== 'weight') return;
      // Blanks may go or come; a digit that is lost cannot be noticed without a checksum, but none may be made up.
      expect(damaged.replace(/\D/g, '').length).toBeLessThanOrEqual(4);
    }),
  );
});
