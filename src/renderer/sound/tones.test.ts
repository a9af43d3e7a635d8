import { describe, expect, it } from 'vitest';
import { RejectionCode } from '#domain/packing/session-event.ts';
import { AcceptedCode, accepted, rejected } from '#domain/packing/verdict.ts';
import { toneForVerdict } from './tone-for.ts';
import { type ToneName, toneLengthMs, tones } from './tones.ts';

describe('the sounds of the bench', () => {
  it('never say right for what is wrong', () => {
    for (const code of RejectionCode.options) {
      expect(['accepted', 'complete'], code).not.toContain(toneForVerdict(rejected(code)));
    }
    for (const code of AcceptedCode.options) {
      expect(['accepted', 'complete'], code).toContain(toneForVerdict(accepted(code)));
    }
  });

  it('keep still about a code that was read twice, as the unit before it counted', () => {
    expect(toneForVerdict(rejected('repeated-scan'))).toBeNull();
    const silent = RejectionCode.options.filter((code) => toneForVerdict(rejected(code)) === null);
    expect(silent).toEqual(['repeated-scan']);
  });

  it('are all different from each other', () => {
    const melodies = Object.values(tones).map((notes) => JSON.stringify(notes));
    expect(new Set(melodies).size).toBe(melodies.length);
  });

  it('alarm for a cancelled posting and nothing else', () => {
    const alarming = RejectionCode.options.filter((code) => toneForVerdict(rejected(code)) === 'stop');
    expect(alarming).toEqual(['cancelled']);
  });

  it('answer a right scan in a tenth of a second', () => {
    expect(toneLengthMs('accepted' satisfies ToneName)).toBeLessThanOrEqual(100);
  });
});
