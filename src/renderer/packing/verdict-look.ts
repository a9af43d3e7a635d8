import type { Announced } from '../bench-store/announced.ts';
import type { VerdictLook } from '../design/verdict-shape.tsx';

/** The shape and colour of what the bench said last. */
export function lookOf(announced: Announced | null): VerdictLook {
  switch (announced?.kind) {
    case undefined:
      return 'neutral';
    case 'lost':
      return 'wrong';
    case 'weight':
      return announced.isAccepted ? 'accepted' : 'wrong';
    case 'verdict':
      return lookOfVerdict(announced.verdict);
  }
}

function lookOfVerdict(verdict: Extract<Announced, { kind: 'verdict' }>['verdict']): VerdictLook {
  switch (verdict.kind) {
    case 'accepted':
      return 'accepted';
    case 'question':
      return 'question';
    case 'rejected':
      if (verdict.code === 'repeated-scan') return 'neutral';
      return verdict.code === 'cancelled' ? 'stop' : 'wrong';
  }
}
