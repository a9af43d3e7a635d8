import { describe, expect, it } from 'vitest';
import { toTimeline } from './timeline.ts';

const now = Date.UTC(2026, 10, 23, 10);
const hour = 3_600_000;

describe('the timeline of cutoffs', () => {
  it('puts the most urgent first and what has no cutoff last', () => {
    const cutoffs = [
      { cutoffAt: null, postings: 1 },
      { cutoffAt: now + 2 * hour, postings: 1 },
      { cutoffAt: now - hour, postings: 1 },
    ];
    const bands = toTimeline({ cutoffs, packedLastHour: 10 }, [], now);
    expect(bands.map(({ cutoffAt }) => cutoffAt)).toEqual([now - hour, now + 2 * hour, null]);
  });

  it('counts all earlier cutoffs before a later one is done', () => {
    const cutoffs = [
      { cutoffAt: now + hour, postings: 10 },
      { cutoffAt: now + 2 * hour, postings: 20 },
    ];
    const [first, second] = toTimeline({ cutoffs, packedLastHour: 10 }, [], now);
    expect(first).toMatchObject({ doneAt: now + hour, isTooLate: false });
    expect(second).toMatchObject({ doneAt: now + 3 * hour, isTooLate: true });
  });

  it('claims no pace where nothing was packed, but knows what is past', () => {
    const cutoffs = [{ cutoffAt: now - 1, postings: 3 }];
    const [late] = toTimeline({ cutoffs, packedLastHour: 0 }, [], now);
    expect(late).toMatchObject({ doneAt: null, isTooLate: true });
  });
});
