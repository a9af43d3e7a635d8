import { expect, it } from 'vitest';
import type { Posting } from '../posting/posting.ts';
import { decideTypedWeight, decideUnitWeight } from './decide-unit-weight.ts';
import { expectedWeightG } from './expected-weight.ts';
import type { PackingContext } from './packing-context.ts';
import { takeOutRefused } from './refused-markings.ts';
import { startRun } from './testing/bench-run.ts';
import {
  control,
  lead,
  mug,
  packer,
  postingScan,
  productScan,
  sampleContext,
  samplePosting,
  towel,
} from './testing/sample-bench.ts';

function opened(quantity = 2, requires: Posting['lines'][number]['requires'] = ['unit-weight']) {
  const posting = samplePosting({ lines: [{ sku: mug, quantity, requires }] });
  const context = sampleContext({ target: { posting, last: null, canRelabel: false } });
  const bench = startRun();
  bench.scan(postingScan(posting.number), context);
  const decide = (judge: typeof decideTypedWeight, weightG: number, by: PackingContext = context) => {
    if (bench.session === null) throw new Error('nothing is open');
    const decision = judge(bench.session, weightG, by);
    bench.happen(...decision.events);
    return decision.verdict;
  };
  return {
    ...{ bench, context },
    scan: (meaning: Parameters<typeof bench.scan>[0]) => bench.scan(meaning, context).code,
    weigh: (weightG: number) => decide(decideUnitWeight, weightG).code,
    type: (weightG: number, by?: PackingContext) => decide(decideTypedWeight, weightG, by),
    units: () => bench.session?.packages.flatMap((parcel) => parcel.units),
  };
}

const badge = (actor: typeof lead) => ({ kind: 'badge', actor, text: `PB-BADGE-${actor.id}` }) as const;

it('a unit that the shop wants the weight of is weighed before it goes in, and its package should weigh that', () => {
  const at = opened();
  expect(at.scan(productScan(mug))).toBe('weigh-unit');
  expect(at.units()).toEqual([]);
  expect(at.scan(control('ok'))).toBe('weigh-unit');
  expect(at.scan(productScan(towel))).toBe('answer-first');
  expect(at.weigh(362.5)).toBe('unit-packed');
  expect(at.scan(productScan(mug))).toBe('weigh-unit');
  expect(at.weigh(341)).toBe('package-complete');
  expect(at.units()).toMatchObject([{ weightG: 362.5 }, { weightG: 341 }]);
  const [parcel] = at.bench.session?.packages ?? [];
  expect(parcel && expectedWeightG(parcel, { ...at.context, cartons: [] })).toBe(704);
  expect(at.weigh(341)).toBe('not-now');
});

it('its weight is undone with it, and a question that is dropped leaves nothing behind', () => {
  const at = opened();
  at.scan(productScan(mug));
  at.weigh(362.5);
  expect(at.scan(control('undo'))).toBe('unit-undone');
  expect(at.units()).toEqual([]);
  at.scan(productScan(mug));
  expect(at.scan(control('undo'))).toBe('question-dropped');
  expect(at.weigh(350)).toBe('not-now');
  expect(at.units()).toEqual([]);
});

it('it is asked for last, and a case of such units is scanned one by one', () => {
  const at = opened(2, ['imei', 'unit-weight']);
  expect(at.scan({ ...productScan(mug), caseOf: 2 })).toBe('case-of-marked');
  expect(at.scan(productScan(mug))).toBe('scan-imei');
  expect(at.scan({ kind: 'unknown', text: '490154203237518' })).toBe('weigh-unit');
  at.weigh(355);
  expect(at.units()).toMatchObject([{ numbers: [{ value: '490154203237518' }], weightG: 355 }]);
});

it('one that a packer types counts with a lead’s badge alone, and stands under the lead’s name', () => {
  const at = opened();
  at.scan(productScan(mug));
  expect(at.scan(badge(lead))).toBe('answer-first');
  expect(at.type(352)).toMatchObject({ code: 'confirm-unit-weight', details: { weightG: 352 } });
  expect(at.units()).toEqual([]);
  expect(at.scan(control('ok'))).toBe('confirm-unit-weight');
  expect(at.scan(badge(packer))).toBe('lead-needed');
  expect(at.scan({ kind: 'badge', actor: null, text: 'PB-BADGE-X' })).toBe('unknown-badge');
  expect(at.type(353).code).toBe('confirm-unit-weight');
  expect(at.scan(badge(lead))).toBe('unit-packed');
  expect(at.bench.events.at(-1)).toMatchObject({ weightG: 353, weightBy: lead.id });
  at.scan(productScan(mug));
  expect(at.type(351, { ...at.context, actor: lead }).code).toBe('package-complete');
  expect(at.units()).toMatchObject([{ weightG: 353 }, { weightG: 351 }]);
});

it('the scale’s own counts also after one was typed, without a lead', () => {
  const at = opened();
  at.scan(productScan(mug));
  at.type(999);
  expect(at.weigh(350)).toBe('unit-packed');
  expect(at.bench.events.at(-1)).not.toHaveProperty('weightBy');
  expect(at.type(350).code).toBe('not-now');
});

it('a weight that the shop refuses takes just that unit out again, and says so', () => {
  const at = opened();
  for (const weightG of [350, 900.1]) {
    at.scan(productScan(mug));
    at.weigh(weightG);
  }
  const { session } = at.bench;
  const weighed = { sku: mug, weightG: 900.1000137 };
  const refused =
    session && takeOutRefused(session, [{ markingCode: mug, reasons: ['WEIGHT_IS_OUT_OF_RANGE'], weighed }]);
  if (!refused) throw new Error('nothing was refused');
  at.bench.happen(refused);
  expect(at.units()).toMatchObject([{ weightG: 350 }]);
  expect(at.bench.session?.pending).toMatchObject({
    ...{ kind: 'rejection', reason: 'unit-weight-refused', sku: mug, words: 'WEIGHT_IS_OUT_OF_RANGE' },
  });
});
