import type { Verdict } from '#domain/packing/verdict.ts';
import type { ToneName } from './tones.ts';

/** The tone of a verdict; null where silence is right: a code read twice would buzz right behind a unit that counted. */
export function toneForVerdict(verdict: Verdict): ToneName | null {
  switch (verdict.kind) {
    case 'accepted':
      return isMilestone(verdict.code) ? 'complete' : 'accepted';
    case 'question':
      return 'question';
    case 'rejected':
      return toneForRejection(verdict.code);
  }
}

function isMilestone(code: Extract<Verdict, { kind: 'accepted' }>['code']): boolean {
  return code === 'package-complete' || code === 'posting-closed' || code === 'label-verified';
}

function toneForRejection(code: Extract<Verdict, { kind: 'rejected' }>['code']): ToneName | null {
  switch (code) {
    case 'repeated-scan':
      return null;
    case 'cancelled':
      return 'stop';
    case 'too-many':
      return 'tooMany';
    case 'unknown-code':
    case 'unreadable-code':
    case 'unknown-posting':
    case 'unknown-badge':
    case 'carton-unknown':
    case 'ambiguous-code':
      return 'unknown';
    default:
      return 'wrong';
  }
}
