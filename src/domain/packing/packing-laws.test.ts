import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PostingNumber } from '../ids.ts';
import { foldSession } from './evolve.ts';
import { packedQuantity, type Session, wantedQuantity } from './session.ts';
import { contentsKey, SessionEvent } from './session-event.ts';
import { type BenchWalk, rightStep, type Step, startWalk } from './testing/bench-walk.ts';
import {
  cartons,
  control,
  mug,
  postingScan,
  productScan,
  samplePosting,
  stranger,
  towel,
} from './testing/sample-bench.ts';

const { number, lines } = samplePosting();
const another = PostingNumber.parse('70000001-0009-1');
const [small = null] = cartons;

const scan = (meaning: Extract<Step, { do: 'scan' }>['meaning']): Step => ({ do: 'scan', meaning });
const anyControl = fc
  .constantFrom(
    'ok',
    'no',
    'undo',
    'next',
    'hold',
    'missing',
    'damaged',
    'split',
    'weigh',
    'reprint' as const,
  )
  .map((name) => scan(control(name)));

/** What may happen at a bench: mostly the right thing, and often enough anything else. */
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 30, arbitrary: fc.constant<Step>({ do: 'right' }) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('label-sent', 'label-not-sent', 'label-doubtful')
      .map((printer): Step => ({ do: 'next-of-station', printer })),
  },
  { weight: 4, arbitrary: fc.constantFrom(mug, towel, stranger).map((sku) => scan(productScan(sku))) },
  {
    weight: 1,
    arbitrary: fc.constant(
      scan({ kind: 'product', skus: [mug, stranger], marking: null, text: 'shared barcode' }),
    ),
  },
  { weight: 3, arbitrary: anyControl },
  { weight: 1, arbitrary: fc.constantFrom(number, another).map((n) => scan(postingScan(n))) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(['%101%1', number], ['%101%2', number], ['%101%77', another] as const)
      .map(([text, posting]) => scan({ kind: 'posting', posting, text })),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'lead-badge' }) },
  { weight: 1, arbitrary: fc.constant(scan({ kind: 'carton', carton: small, text: 'S' })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(50, 440, 1020).map((weightG): Step => ({ do: 'weigh', weightG })),
  },
);
const steps = fc.array(step, { minLength: 10, maxLength: 100 });

function walked(taken: readonly Step[]): BenchWalk {
  const walk = startWalk();
  for (const next of taken) walk.take(next);
  return walk;
}

function eventsOf<Type extends SessionEvent['type']>(walk: BenchWalk, type: Type) {
  return walk.run.events.filter(
    (event): event is Extract<SessionEvent, { type: Type }> => event.type === type,
  );
}

/** Checks every walk, and that enough of them came as far as the law speaks of. */
function holds(law: (walk: BenchWalk) => boolean, reached: number): void {
  let count = 0;
  fc.assert(
    fc.property(steps, (taken) => {
      if (law(walked(taken))) count += 1;
    }),
    { numRuns: 300 },
  );
  expect(count).toBeGreaterThanOrEqual(reached);
}

describe('whatever is scanned in whatever order', () => {
  it('never packs more of a product than the posting wants', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const walk = startWalk();
        for (const next of taken) {
          walk.take(next);
          const { session } = walk.run;
          for (const sku of [mug, towel, stranger])
            if (session)
              expect(packedQuantity(session, sku)).toBeLessThanOrEqual(wantedQuantity(session, sku));
        }
      }),
    );
  });

  it('never asks to ship anything but the whole posting, and once', () => {
    holds((walk) => {
      const requests = eventsOf(walk, 'ship-requested');
      expect(requests.length).toBeLessThanOrEqual(eventsOf(walk, 'opened').length);
      for (const { packages } of requests)
        expect(contentsKey(packages.flatMap(({ contents }) => contents))).toBe(contentsKey(lines));
      return requests.length > 0;
    }, 60);
  });

  it('never packs a package whose weight is missing or wrong, unless a lead released it', () => {
    holds((walk) => {
      const packed = eventsOf(walk, 'package-packed');
      for (const { weightG, expectedG, overriddenBy } of packed) {
        if (overriddenBy !== null) continue;
        expect(Math.abs((weightG ?? Number.NaN) - (expectedG ?? Number.NaN))).toBeLessThanOrEqual(31);
      }
      return packed.length > 0;
    }, 100);
  });

  it('verifies a package by a code of its own label alone, and closes when all are verified', () => {
    holds((walk) => {
      const verified = eventsOf(walk, 'label-verified');
      for (const { package: n, code } of verified) expect([`%101%${n}`, null]).toContain(code);
      const closed = eventsOf(walk, 'closed');
      const packages = walk.run.session?.packages ?? [];
      if (closed.length > 0)
        expect(packages.map(({ label }) => label.state)).toEqual(packages.map(() => 'verified'));
      return closed.length > 0;
    }, 20);
  });

  it('does nothing more to a posting that was cancelled, but to take the packer’s answer', () => {
    const later = fc.tuple(steps, steps);
    let count = 0;
    fc.assert(
      fc.property(later, ([before, after]) => {
        const walk = walked(before);
        if (walk.take({ do: 'cancel' }).length === 0) return;
        count += 1;
        const events = after.flatMap((next) => [...walk.take(next)]);
        expect(events.filter(({ type }) => type !== 'cancellation-answered')).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(count).toBeGreaterThan(50);
  });

  it('a rejected scan changes nothing but what waits for an answer', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const walk = startWalk();
        for (const next of taken) {
          const before = walk.run.session;
          const fresh = walk.take(next);
          if (!fresh.some(({ type }) => type === 'rejection-raised')) continue;
          expect({ ...walk.run.session, pending: null }).toEqual({ ...before, pending: null });
        }
      }),
    );
  });

  it('is the same after a restart: what is stored reads back, and folds to the state that was left', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { events, session } = walked(taken).run;
        const lastOpened = events.findLastIndex(({ type }) => type === 'opened');
        const stored = events.slice(lastOpened).map((event) => JSON.stringify(event));
        const read = stored.map((text) => SessionEvent.parse(JSON.parse(text)));
        expect(foldSession(read)).toEqual(session);
      }),
    );
  });

  it('can always be brought to its end by doing what is right', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const walk = walked(taken);
        const stands = (session: Session | null) => session?.status.kind;
        for (let left = 60; left > 0; left -= 1) {
          const { session } = walk.run;
          const next = session === null ? null : rightStep(session);
          if (next === null) break;
          walk.take(next);
        }
        expect(['closed', 'put-back', 'cancelled']).toContain(stands(walk.run.session));
      }),
      { numRuns: 300 },
    );
  });
});
