import { describe, expect, it } from 'vitest';
import { RejectionCode } from '#domain/packing/session-event.ts';
import { accepted, rejected, type Verdict } from '#domain/packing/verdict.ts';
import { lookOf } from './verdict-look.ts';

const lookOfVerdict = (verdict: Verdict) => lookOf({ kind: 'verdict', turn: 1, seq: 1, verdict });

describe('how an answer looks', () => {
  it('is never right for what was turned away', () => {
    for (const code of RejectionCode.options)
      expect(lookOfVerdict(rejected(code)), code).not.toBe('accepted');
    expect(lookOfVerdict(accepted('unit-packed'))).toBe('accepted');
  });

  it('is calm for a code that was read twice: the unit before it counted, and nothing is wrong', () => {
    expect(lookOfVerdict(rejected('repeated-scan'))).toBe('neutral');
  });
});
