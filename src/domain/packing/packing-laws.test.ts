import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CartonCode } from '../ids.ts';
import { evolve, foldSession } from './evolve.ts';
import { currentPackage, packedQuantity, phaseOf, type Session, wantedQuantity } from './session.ts';
import type { SessionEvent } from './session-event.ts';
import { startRun } from './testing/bench-run.ts';
import {
  cartons,
  control,
  lead,
  mug,
  packer,
  postingScan,
  productScan,
  sampleContext,
  samplePosting,
  stranger,
  towel,
} from './testing/sample-bench.ts';

const context = sampleContext();
const number = samplePosting().number;

type Step =
  | { readonly scan: Parameters<ReturnType<typeof startRun>['scan']>[0] }
  | { readonly weighG: number }
  | { readonly happens: SessionEvent };

const controls = [
  'ok',
  'no',
  'undo',
  'next',
  'hold',
  'missing',
  'damaged',
  'split',
  'weigh',
  'reprint',
] as const;
const [small] = cartons;

const plan: SessionEvent = {
  type: 'planned',
  packages: [
    { carton: CartonCode.parse('S'), contents: [{ sku: mug, quantity: 2 }], fillerG: 5 },
    { carton: CartonCode.parse('S'), contents: [{ sku: towel, quantity: 1 }], fillerG: 5 },
  ],
};

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(mug, towel, stranger).map((sku) => ({ scan: productScan(sku) })) },
  { weight: 4, arbitrary: fc.constantFrom(...controls).map((name) => ({ scan: control(name) })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(number, '70000001-0009-1').map((posting) => ({ scan: postingScan(posting) })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(packer, lead)
      .map((actor) => ({ scan: { kind: 'badge', actor, text: 'badge' } as const })),
  },
  {
    weight: 1,
    arbitrary: fc.constant({ scan: { kind: 'carton', carton: small ?? null, text: 'S' } as const }),
  },
  { weight: 4, arbitrary: fc.constantFrom(795, 315, 1020, 440, 665, 50).map((weighG) => ({ weighG })) },
  { weight: 1, arbitrary: fc.constant({ happens: plan }) },
);

function everyStep(
  steps: readonly Step[],
  check: (before: Session | null, after: Session | null, fresh: readonly SessionEvent[]) => void,
) {
  const run = startRun();
  run.scan(postingScan(number), context);
  for (const next of steps) {
    const before = run.session;
    const known = run.events.length;
    const target = { posting: samplePosting(), last: before, canRelabel: false };
    if ('scan' in next) run.scan(next.scan, sampleContext({ target }));
    else if ('weighG' in next) run.weigh(next.weighG, context);
    else if (before?.status.kind === 'open' && !before.isPlanned) run.happen(next.happens);
    check(before, run.session, run.events.slice(known));
  }
  return run;
}

describe('whatever is scanned in whatever order', () => {
  it('never packs more of a product than the posting wants', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        everyStep(steps, (_, after) => {
          for (const sku of [mug, towel, stranger]) {
            if (after) expect(packedQuantity(after, sku)).toBeLessThanOrEqual(wantedQuantity(after, sku));
          }
        });
      }),
    );
  });

  it('never asks to ship anything but the whole posting, once, each package weighed or released by a lead', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const run = everyStep(steps, () => undefined);
        const requests = run.events.filter((event) => event.type === 'ship-requested');
        const openings = run.events.filter((event) => event.type === 'opened');
        expect(requests.length).toBeLessThanOrEqual(openings.length);
        for (const request of requests) {
          const shipped = (sku: string) =>
            request.packages
              .flatMap((parcel) => parcel.contents)
              .filter((entry) => entry.sku === sku)
              .reduce((sum, entry) => sum + entry.quantity, 0);
          expect([shipped(mug), shipped(towel)]).toEqual([2, 1]);
        }
        for (const packed of run.events.filter((event) => event.type === 'package-packed')) {
          expect(packed.weightG).not.toBeNull();
          const offG = Math.abs((packed.weightG ?? 0) - (packed.expectedG ?? Number.NaN));
          if (packed.overriddenBy === null) expect(offG).toBeLessThanOrEqual(31);
        }
      }),
    );
  });

  it('a rejected scan changes nothing but what waits for an answer', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const run = startRun();
        run.scan(postingScan(number), context);
        for (const next of steps) {
          const before = run.session;
          if (!('scan' in next)) continue;
          const target = { posting: samplePosting(), last: before, canRelabel: false };
          const verdict = run.scan(next.scan, sampleContext({ target }));
          if (verdict.kind !== 'rejected' || before === null || run.session === null) continue;
          expect({ ...run.session, pending: null }).toEqual({ ...before, pending: null });
        }
      }),
    );
  });

  it('folds back to the very same state', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const run = everyStep(steps, () => undefined);
        expect(foldSession(run.events)).toEqual(run.session);
      }),
    );
  });

  it('never leaves the packer without a package in hand while items are missing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        everyStep(steps, (_, after) => {
          if (after && phaseOf(after) === 'scanning') expect(currentPackage(after)).not.toBeNull();
        });
      }),
    );
  });
});

it('a stored event of any type can be applied twice over without breaking the session', () => {
  const run = startRun();
  run.scan(postingScan(number), context);
  const session = run.session;
  if (session === null) throw new Error('not open');
  expect(
    evolve(evolve(session, { type: 'cutoff-changed', cutoffAt: 1 }), { type: 'cutoff-changed', cutoffAt: 1 })
      .cutoffAt,
  ).toBe(1);
});
