import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createParcelWeigher, type ParcelWeight } from './parcel-weight.ts';
import { isReadingFresh, noWeight, type ScaleReading, weightReading } from './reading.ts';

const GRAM = 10;

function scaleWithPan(consumedG?: number) {
  const weigher = createParcelWeigher({
    divisionTenthsG: GRAM,
    ...(consumedG === undefined ? {} : { consumedTenthsG: [consumedG * GRAM] }),
  });
  let atMs = 0;
  const feed = (reading: (atMs: number) => ScaleReading): ParcelWeight => {
    atMs += 200;
    return weigher.feed(reading(atMs));
  };
  const still = (grams: number) => feed((at) => weightReading(grams * GRAM, true, at));
  const moving = (grams: number) => feed((at) => weightReading(grams * GRAM, false, at));
  const without = (status: Parameters<typeof noWeight>[0]) => feed((at) => noWeight(status, at));
  const wait = (ms: number) => {
    atMs += ms;
  };
  return { weigher, still, moving, without, wait };
}

const weight = (grams: number): ParcelWeight => ({ kind: 'weight', tenthsG: grams * GRAM });
const waiting = (why: string) => ({ kind: 'waiting', why });

describe('weighing a parcel', () => {
  it('takes the second of two equal stable readings', () => {
    const { still, moving } = scaleWithPan();
    expect(still(0)).toEqual(waiting('parcel'));
    expect(moving(300)).toEqual(waiting('stillness'));
    expect(still(500)).toEqual(waiting('stillness'));
    expect(still(500)).toEqual(weight(500));
    expect(still(501)).toEqual(weight(501));
  });

  it('takes no net weight whose tare nobody knows', () => {
    const { weigher, still } = scaleWithPan();
    const net = (atMs: number) => weigher.feed(weightReading(500 * GRAM, true, atMs, true));
    still(0);
    expect([net(1_000), net(1_200), net(1_400)]).toEqual([waiting('tare'), waiting('tare'), waiting('tare')]);
  });

  it('reads a parcel that lay on the pan before anyone looked', () => {
    const { still } = scaleWithPan();
    still(500);
    expect(still(500)).toEqual(weight(500));
  });

  it('takes a unit alone only after the pan was empty, whatever lay on it when it was asked for', () => {
    const { weigher, still } = scaleWithPan();
    still(500);
    weigher.wantEmpty(true);
    expect([still(500), still(850), still(850)]).toEqual(Array(3).fill(waiting('empty-pan')));
    still(0);
    still(350);
    expect(still(350)).toEqual(weight(350));
    still(0);
    weigher.wantEmpty(true);
    still(351);
    expect(still(351)).toEqual(weight(351));
  });

  it('takes what lies there again once no unit is asked for any more', () => {
    const { weigher, still } = scaleWithPan();
    still(500);
    weigher.wantEmpty(true);
    weigher.wantEmpty(false);
    still(500);
    expect(still(500)).toEqual(weight(500));
  });

  it('wants two readings in a row: movement, silence or a long pause in between starts anew', () => {
    const { still, moving, without, wait } = scaleWithPan();
    still(500);
    moving(500);
    expect(still(500)).toEqual(waiting('stillness'));
    without('no-answer');
    expect(still(500)).toEqual(waiting('stillness'));
    wait(2_000);
    expect(still(500)).toEqual(waiting('stillness'));
    expect(still(500)).toEqual(weight(500));
  });

  it('never reads one and the same reading twice', () => {
    const weigher = createParcelWeigher({ divisionTenthsG: GRAM });
    const reading = weightReading(5_000, true, 200);
    weigher.feed(reading);
    expect(weigher.feed(reading)).toEqual(waiting('stillness'));
  });

  it('does not offer the parcel before again, also when it is bumped or leant on', () => {
    const { still, moving, weigher } = scaleWithPan();
    still(500);
    still(500);
    weigher.consume();
    for (const grams of [500, 503, 498, 510]) expect(still(grams)).toEqual(waiting('removal'));
    moving(900);
    expect(still(500)).toEqual(waiting('removal'));
    expect(still(500)).toEqual(waiting('removal'));
  });

  it('takes the next parcel after the pan was empty, even if it weighs the same', () => {
    const { still, moving, weigher } = scaleWithPan();
    still(500);
    still(500);
    weigher.consume();
    moving(2);
    expect(still(500)).toEqual(waiting('stillness'));
    expect(still(500)).toEqual(weight(500));
  });

  it('takes the next parcel after a clear change, but not the one before put back', () => {
    const { still, weigher } = scaleWithPan();
    still(500);
    still(500);
    weigher.consume();
    still(800);
    expect(still(800)).toEqual(weight(800));
    weigher.consume();
    expect(still(500)).toEqual(waiting('removal'));
    expect(still(800)).toEqual(waiting('removal'));
  });

  it('knows the parcel that was weighed before a restart', () => {
    const { still } = scaleWithPan(500);
    still(500);
    expect(still(500)).toEqual(waiting('removal'));
    still(0);
    still(500);
    expect(still(500)).toEqual(weight(500));
  });

  it('refuses to weigh after the pan was zeroed under load, until it has been empty', () => {
    const { still } = scaleWithPan();
    expect(still(-500)).toEqual(waiting('zero'));
    still(300);
    expect(still(300)).toEqual(waiting('zero'));
    still(0);
    still(300);
    expect(still(300)).toEqual(weight(300));
  });

  it.each([
    ['overload', 'lighter-parcel'],
    ['underload', 'zero'],
    ['busy', 'scale-free'],
    ['error', 'scale-answer'],
    ['no-answer', 'scale-answer'],
  ] as const)('gives no weight while the scale says %s', (status, why) => {
    const { still, without } = scaleWithPan();
    still(500);
    expect(without(status)).toEqual(waiting(why));
    expect(still(500)).toEqual(waiting('stillness'));
  });

  it('offers a refused parcel again when a little was taken out, and not before', () => {
    const { still, weigher } = scaleWithPan();
    still(510);
    still(510);
    weigher.refuse();
    still(510);
    expect(still(511)).toEqual(waiting('mending'));
    still(500);
    expect(still(500)).toEqual(weight(500));
  });

  it('offers a refused parcel again as it is when the packer asks for it', () => {
    const { still, weigher } = scaleWithPan();
    still(510);
    still(510);
    weigher.refuse();
    weigher.weighAgain();
    still(510);
    expect(still(510)).toEqual(weight(510));
  });

  it('never offers a refused parcel that a lead released for the next one', () => {
    const { still, weigher } = scaleWithPan();
    still(510);
    still(510);
    weigher.refuse();
    weigher.consumeRefused();
    still(500);
    expect(still(500)).toEqual(waiting('removal'));
  });

  it('consumes only what was offered', () => {
    const { still, weigher } = scaleWithPan();
    still(500);
    weigher.consume();
    still(500);
    expect(still(500)).toEqual(weight(500));
  });

  it('never offers a weight that was not stable twice, nor one near a consumed one unless the pan was empty', () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('still' as const),
        grams: fc.constantFrom(0, 3, 100, 101, 500, 505, 530, -200),
      }),
      fc.record({ kind: fc.constant('moving' as const), grams: fc.constantFrom(0, 100, 500) }),
      fc.record({ kind: fc.constant('consume' as const), grams: fc.constant(0) }),
      fc.record({ kind: fc.constant('silent' as const), grams: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { still, moving, without, weigher } = scaleWithPan();
        let taken: number[] = [];
        let last: ParcelWeight | null = null;
        let previous: string | null = null;
        for (const { kind, grams } of steps) {
          if (kind !== 'consume' && kind !== 'silent' && Math.abs(grams) <= 5) taken = [];
          if (kind === 'consume') {
            weigher.consume();
            if (last?.kind === 'weight') taken.push(last.tenthsG);
            last = null;
          } else {
            last = kind === 'still' ? still(grams) : kind === 'moving' ? moving(grams) : without('no-answer');
          }
          if (last?.kind === 'weight') {
            const { tenthsG } = last;
            expect(kind).toBe('still');
            expect(previous).toBe('still');
            expect(tenthsG).toBe(grams * GRAM);
            expect(taken.filter((before) => Math.abs(before - tenthsG) <= 200)).toEqual([]);
          }
          previous = kind;
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the life of a reading', () => {
  it('ends after two seconds', () => {
    const reading = weightReading(5_000, true, 1_000);
    expect(isReadingFresh(reading, 1_000)).toBe(true);
    expect(isReadingFresh(reading, 2_999)).toBe(true);
    expect(isReadingFresh(reading, 3_000)).toBe(false);
    expect(isReadingFresh(reading, 999)).toBe(false);
  });
});
