import { expect, it } from 'vitest';
import { startRun } from './testing/bench-run.ts';
import {
  control,
  markedScan,
  mug,
  packer,
  postingScan,
  productScan,
  sampleContext,
  samplePosting,
  towel,
} from './testing/sample-bench.ts';

const [imei, other] = ['490154203237518', '356938035643809'];
const uin = '1234567890123456';
const wanting = (requires: ('imei' | 'jewelry-uin' | 'marking-code')[], quantity = 2) =>
  samplePosting({ lines: [{ sku: mug, quantity, requires }] });
const scanned = (text: string) => ({ kind: 'unknown', text }) as const;

function opened(posting: ReturnType<typeof samplePosting>, change: Parameters<typeof sampleContext>[0] = {}) {
  const context = sampleContext({ target: { posting, last: null, canRelabel: false }, ...change });
  const bench = startRun();
  expect(bench.scan(postingScan(posting.number), context).code).toBe('posting-opened');
  return { bench, context };
}

it('a unit goes in with its IMEI, and the next one needs its own', () => {
  const { bench, context } = opened(wanting(['imei']));
  expect(bench.scan(productScan(mug), context)).toMatchObject({ kind: 'question', code: 'scan-imei' });
  expect(bench.scan(control('ok'), context).code).toBe('scan-imei');
  expect(bench.scan(scanned('490154203237519'), context).code).toBe('unit-number-wrong');
  expect(bench.scan(productScan(towel), context).code).toBe('answer-first');
  expect(bench.scan(scanned(`IMEI: ${imei}`), context).code).toBe('unit-packed');
  expect(bench.events.at(-1)).toMatchObject({ numbers: [{ kind: 'imei', value: imei }] });
  bench.scan(productScan(mug), context);
  expect(bench.scan(scanned(imei), context).code).toBe('unit-number-used');
  expect(bench.scan(scanned(other), context).kind).toBe('accepted');
});

it('a number that another posting has is refused, and the unit may be left out', () => {
  const number = samplePosting().number;
  const { bench, context } = opened(wanting(['imei']), { usedBy: () => number });
  bench.scan(productScan(mug), context);
  expect(bench.scan(scanned(imei), context).code).toBe('unit-number-used');
  expect(bench.scan(control('undo'), context).code).toBe('question-dropped');
  expect(bench.session?.pending).toBeNull();
  expect(bench.session?.unitsEver).toBe(0);
});

it('marking code, IMEI and UIN are asked for one after the other, also where a number looks like a posting', () => {
  const { bench, context } = opened(wanting(['marking-code', 'imei', 'jewelry-uin'], 1));
  expect(bench.scan(productScan(mug), context).code).toBe('scan-marking-code');
  expect(bench.scan(markedScan(mug, '010460000000001521aBcD1\u001d91EE10'), context).code).toBe('scan-imei');
  expect(bench.scan(scanned(imei), context).code).toBe('scan-jewelry-uin');
  expect(bench.scan({ ...postingScan('70000009-0001-1'), text: uin } as const, context).code).toBe(
    'package-complete',
  );
  expect(bench.session?.packages[0]?.units).toMatchObject([
    { marking: { code: '010460000000001521aBcD1\u001d91EE10' }, numbers: [{ value: imei }, { value: uin }] },
  ]);
  expect(bench.session?.packer).toBe(packer.id);
});

it('a case of units with numbers of their own is scanned one by one', () => {
  const { bench, context } = opened(wanting(['imei']));
  expect(bench.scan({ ...productScan(mug), caseOf: 2 }, context).code).toBe('case-of-marked');
});
