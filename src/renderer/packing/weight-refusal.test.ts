import { describe, expect, it } from 'vitest';
import { weightSentence } from '#contract/texts/sentences.ts';
import { Sku } from '#domain/ids.ts';
import { toBarPosition } from './scale-bar-position.ts';
import { toWeightRefusal } from './weight-refusal.ts';

const refusal = { weightG: 862, expectedG: 1240, toleranceG: 37, explainedBy: null, explainedByName: null };

describe('a weight out of tolerance', () => {
  it('says by how much and which way', () => {
    expect(weightSentence('en', ...toWeightRefusal(refusal))).toBe('378 g too light');
    expect(weightSentence('en', ...toWeightRefusal({ ...refusal, weightG: 1300 }))).toBe('60 g too heavy');
  });

  it('names the one item that would explain it', () => {
    const explained = { ...refusal, explainedBy: Sku.parse('1'), explainedByName: 'Mug' };
    expect(weightSentence('en', ...toWeightRefusal(explained))).toContain('Mug');
  });

  it('stands in the middle third of the bar while it is right, and never leaves the bar', () => {
    expect(toBarPosition(1240, 1240, 37)).toBeCloseTo(0.5);
    expect(toBarPosition(1203, 1240, 37)).toBeCloseTo(1 / 3);
    expect(toBarPosition(1277, 1240, 37)).toBeCloseTo(2 / 3);
    expect(toBarPosition(0, 1240, 37)).toBe(0.03);
    expect(toBarPosition(9999, 1240, 0)).toBe(0.97);
  });
});
