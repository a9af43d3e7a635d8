import { describe, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { accepted, rejected } from '#domain/packing/verdict.ts';
import {
  forNewStation,
  nothingAnnounced,
  withAskedView,
  withLostScan,
  withVerdict,
  withWeight,
} from './announced.ts';

const posting = PostingNumber.parse('71000042-0001-1');

describe('what the bench said last', () => {
  it('counts two equal verdicts in a row as two, and the same one told twice as one', () => {
    const once = withVerdict(nothingAnnounced, 1, rejected('too-many'));
    expect(withVerdict(once, 1, rejected('too-many'))).toBe(once);
    expect(withVerdict(once, 2, rejected('too-many')).turns).toBe(once.turns + 1);
  });

  it('is not turned back by an older verdict that arrives late', () => {
    const newer = withVerdict(nothingAnnounced, 5, accepted('unit-packed'));
    expect(withVerdict(newer, 4, rejected('wrong-item'))).toBe(newer);
  });

  it('remembers that a cancellation was answered, whatever is scanned after it', () => {
    const answered = withVerdict(nothingAnnounced, 1, accepted('cancellation-answered', { posting }));
    expect(withVerdict(answered, 2, rejected('unknown-code')).answeredCancellation).toBe(posting);
  });

  it('says so when a scan was lost, and when a weight was judged', () => {
    expect(withLostScan(nothingAnnounced, 'not-taken').last).toMatchObject({
      kind: 'lost',
      why: 'not-taken',
    });
    const weight = {
      posting,
      isAccepted: false,
      weightG: 1,
      expectedG: 2,
      toleranceG: 1,
      sentence: '1 g too light',
    };
    expect(withWeight(nothingAnnounced, weight).last).toMatchObject({ kind: 'weight', isAccepted: false });
  });

  it('is over at once when the station is another one, whose first answer is shown before it is asked', () => {
    const before = withVerdict(nothingAnnounced, 41, accepted('unit-packed'));
    const after = forNewStation(before);
    expect(after.last).toBeNull();
    const answered = withVerdict(after, 1, rejected('wrong-item'));
    expect(answered.last).toMatchObject({ seq: 1 });
    const view = { lastVerdict: rejected('wrong-item'), verdictSeq: 1 };
    expect(withAskedView(view, answered)).toBe(answered);
  });

  it('is shown again in a window that was loaded anew', () => {
    const view = { lastVerdict: accepted('posting-resumed'), verdictSeq: 3 };
    expect(withAskedView(view, nothingAnnounced).last).toMatchObject({ kind: 'verdict', seq: 3 });
  });

  it('keeps saying that a scan was lost until the next answer', () => {
    const lost = withLostScan(nothingAnnounced, 'not-taken');
    const view = { lastVerdict: accepted('unit-packed'), verdictSeq: 2 };
    const after = withAskedView(view, forNewStation(lost));
    expect(after.last).toMatchObject({ kind: 'lost' });
    expect(withVerdict(after, 3, accepted('unit-packed')).last).toMatchObject({ kind: 'verdict' });
  });
});
