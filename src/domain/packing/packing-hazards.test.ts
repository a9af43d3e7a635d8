import { beforeEach, describe, expect, it } from 'vitest';
import { CartonCode, PostingNumber } from '../ids.ts';
import { phaseOf } from './session.ts';
import type { SessionEvent } from './session-event.ts';
import { type BenchRun, startRun } from './testing/bench-run.ts';
import {
  cartons,
  control,
  lead,
  mug,
  packer,
  perfume,
  postingScan,
  productScan,
  sampleContext,
  samplePosting,
  stranger,
  towel,
} from './testing/sample-bench.ts';

const number = samplePosting().number;
const context = sampleContext();
const unattended = sampleContext({ actor: null });
const inS: SessionEvent = {
  type: 'planned',
  packages: [
    {
      carton: CartonCode.parse('S'),
      contents: [
        { sku: mug, quantity: 2 },
        { sku: towel, quantity: 1 },
      ],
      fillerG: 0,
    },
  ],
};

let bench: BenchRun;
beforeEach(() => {
  bench = startRun();
  bench.scan(postingScan(number), context);
});

function packed() {
  bench.happen(inS);
  for (const sku of [mug, mug, towel]) bench.scan(productScan(sku), context);
  bench.weigh(350 * 2 + 220 + 90, context);
}

describe('a bench where nobody is signed in', () => {
  it('takes no step in the open posting', () => {
    for (const scan of [productScan(mug), control('ok'), control('hold'), postingScan(number)])
      expect(bench.scan(scan, unattended)).toMatchObject({ kind: 'rejected', code: 'nobody-signed-in' });
    expect(bench.events).toHaveLength(1);
  });

  it('gives the open posting to whoever scans a badge', () => {
    const badge = { kind: 'badge', actor: lead, text: 'PB-BADGE-L1' } as const;
    expect(bench.scan(badge, unattended).code).toBe('signed-in');
    expect(bench.session?.packer).toBe(lead.id);
    expect(bench.scan({ ...badge, actor: packer }, unattended).code).toBe('signed-in');
    expect(bench.session?.packer).toBe(packer.id);
  });
});

describe('what the shop refused to ship', () => {
  beforeEach(() => {
    packed();
    bench.happen(
      { type: 'ship-refused', shopCode: 'NOT_ALLOWED', detail: 'no' },
      { type: 'held', reason: 'shop-refused', note: 'no' },
    );
    const target = { posting: samplePosting(), last: bench.session, canRelabel: false };
    bench.scan(postingScan(number), sampleContext({ target }));
  });

  it('is still refused when it is taken up again, gets no interim label, and can be put aside again', () => {
    expect(bench.session?.shipRefusal?.shopCode).toBe('NOT_ALLOWED');
    expect(bench.scan(control('next'), context)).toMatchObject({ kind: 'accepted', code: 'posting-held' });
    expect(bench.session).toMatchObject({
      status: { kind: 'held', reason: 'shop-refused' },
      packages: [{ isInterim: false, label: { state: 'none' } }],
    });
  });

  it('is refused no more once the shop has shipped it after all', () => {
    bench.happen({ type: 'shipped', packages: [{ n: 1, shopPosting: number, labelBarcodes: [] }] });
    expect(bench.session).toMatchObject({ shipRefusal: null, isShipped: true });
  });
});

describe('a posting that the shop changed while it was packed', () => {
  const fewer = [{ sku: mug, quantity: 1, requires: [] }];

  it('is packed from the beginning, after the packer has seen why', () => {
    bench.happen(inS);
    for (const sku of [mug, mug]) bench.scan(productScan(sku), context);
    bench.happen({ type: 'lines-changed', lines: fewer });
    expect(bench.session?.pending).toMatchObject({ kind: 'rejection', reason: 'posting-changed' });
    expect(bench.scan(productScan(mug), context).code).toBe('answer-first');
    bench.scan(control('ok'), context);
    expect(bench.scan(productScan(mug), context).code).toBe('package-complete');
    expect(bench.scan(productScan(towel), context).code).toBe('wrong-item');
  });

  it('asks nothing of the packer when nothing was scanned yet', () => {
    bench.happen({ type: 'lines-changed', lines: fewer });
    expect(bench.session).toMatchObject({ pending: null, lines: fewer });
  });
});

describe('a code that several products share', () => {
  const marking = { code: 'x', unit: 'x', isComplete: true, usedBy: PostingNumber.parse('1-1') };
  const shared = { kind: 'product', skus: [mug, stranger], marking, text: 'x' } as const;

  it('is no question when its marking code was used before', () => {
    expect(bench.scan(shared, context)).toMatchObject({ kind: 'rejected', code: 'marking-code-used' });
    expect(bench.session?.pending).toBeNull();
  });

  it('is no question when a marking code is wanted and this one is cut off', () => {
    const marked = samplePosting({ lines: [{ sku: perfume, quantity: 1, requires: ['marking-code'] }] });
    bench = startRun();
    bench.scan(
      postingScan(number),
      sampleContext({ target: { posting: marked, last: null, canRelabel: false } }),
    );
    const cut = {
      ...shared,
      skus: [perfume, stranger],
      marking: { ...marking, isComplete: false, usedBy: null },
    };
    expect(bench.scan(cut, context)).toMatchObject({ kind: 'rejected', code: 'marking-code-incomplete' });
  });
});

describe('goods that fit no carton', () => {
  it('go out as they are, checked by their own weight', () => {
    const contents = [
      { sku: mug, quantity: 2 },
      { sku: towel, quantity: 1 },
    ];
    bench.happen({ type: 'planned', packages: [{ carton: null, contents, fillerG: 0 }] });
    for (const sku of [mug, mug, towel]) bench.scan(productScan(sku), context);
    expect(bench.weigh(200, context)).toMatchObject({ kind: 'refused', expectedG: 920 });
    expect(bench.weigh(920, context)).toMatchObject({ kind: 'accepted', expectedG: 920 });
  });

  it('wait for a carton where a size is not known, as nobody knows that they do not fit', () => {
    const unknown = new Map(
      [...context.products].map(([sku, product]) => [sku, { ...product, sizeMm: null }]),
    );
    const withoutSizes = sampleContext({ products: unknown });
    const contents = [
      { sku: mug, quantity: 2 },
      { sku: towel, quantity: 1 },
    ];
    bench.happen({ type: 'planned', packages: [{ carton: null, contents, fillerG: 0 }] });
    for (const sku of [mug, mug, towel]) bench.scan(productScan(sku), withoutSizes);
    expect(bench.weigh(920, withoutSizes)).toMatchObject({ kind: 'ignored', why: 'carton-needed' });
  });
});

it('a label that cannot be printed gives way to an interim one on NEXT', () => {
  packed();
  bench.happen(
    { type: 'shipped', packages: [{ n: 1, shopPosting: number, labelBarcodes: [] }] },
    { type: 'label-unprintable', package: 1, reason: 'damaged-pdf' },
  );
  expect(bench.scan(control('next'), context).code).toBe('interim-printing');
  expect(bench.session && phaseOf(bench.session)).toBe('labelling');
});

it('a product opens no posting that the shop has handed over meanwhile', () => {
  const target = { posting: samplePosting({ status: 'handed-over' }), last: null, canRelabel: false };
  const idle = startRun();
  expect(idle.scan(productScan(mug), sampleContext({ target })).code).toBe('no-posting-needs-it');
});

it('a carton for thousands of units is judged by volume, so that the scan is answered at once', () => {
  const thousands = samplePosting({ lines: [{ sku: mug, quantity: 5_000, requires: [] }] });
  const target = { posting: thousands, last: null, canRelabel: false };
  const run = startRun();
  run.scan(postingScan(number), sampleContext({ target }));
  const [small] = cartons;
  if (small === undefined) throw new Error('no carton');
  const strong = { ...small, maxLoadG: 1_000_000_000 };
  const scan = { kind: 'carton', carton: strong, text: 'S' } as const;
  expect(run.scan(scan, context).code).toBe('carton-too-small');
});

describe('a question about the unit in hand', () => {
  const either = { kind: 'product', skus: [mug, stranger], marking: null, text: 'shared' } as const;

  it('is not scanned over: nothing else goes in before it is answered', () => {
    bench.scan(either, context);
    expect(bench.scan(productScan(towel), context).code).toBe('answer-first');
    expect(bench.session).toMatchObject({ pending: { kind: 'product' }, packages: [{ units: [] }] });
    expect(bench.scan(productScan(mug), context).code).toBe('unit-packed');
  });

  it('is dropped by UNDO, and what was packed before stays in', () => {
    bench.scan(productScan(mug), context);
    bench.scan(either, context);
    expect(bench.scan(control('undo'), context).code).toBe('question-dropped');
    expect(bench.session).toMatchObject({ pending: null, packages: [{ units: [{ sku: mug }] }] });
  });
});

it('UNDO takes back the unit scanned last, whichever package a later plan put it into', () => {
  for (const sku of [mug, towel, mug]) bench.scan(productScan(sku), context);
  bench.scan(control('undo'), context);
  bench.happen({
    type: 'planned',
    packages: [
      { carton: CartonCode.parse('S'), contents: [{ sku: mug, quantity: 2 }], fillerG: 0 },
      { carton: CartonCode.parse('S'), contents: [{ sku: towel, quantity: 1 }], fillerG: 0 },
    ],
  });
  expect(bench.scan(control('undo'), context)).toMatchObject({ code: 'unit-undone', sku: towel });
});

describe('a weight that was refused', () => {
  it('is not passed over by a packer, also where no weight is asked for', () => {
    const voluntary = sampleContext({ rules: { ...context.rules, requireWeight: false } });
    bench.happen(inS);
    for (const sku of [mug, mug, towel]) bench.scan(productScan(sku), voluntary);
    bench.weigh(200, voluntary);
    for (const name of ['ok', 'next'] as const)
      expect(bench.scan(control(name), voluntary).code).toBe('lead-needed');
    bench.weigh(350 * 2 + 220 + 90, voluntary);
    expect(bench.events.at(-1)?.type).toBe('ship-requested');
  });

  it('is refused too where one weight is unknown and the others are not in there', () => {
    const [[, sample] = []] = context.products;
    if (sample === undefined) throw new Error('no product');
    const unknown = { ...sample, sku: towel, name: 'Towel', weightG: null };
    const partly = sampleContext({ products: new Map([...context.products, [towel, unknown]]) });
    bench.happen(inS);
    for (const sku of [mug, mug, towel]) bench.scan(productScan(sku), partly);
    expect(bench.weigh(90 + 350, partly)).toMatchObject({
      kind: 'refused',
      expectedG: 790,
      explainedBy: mug,
    });
    expect(bench.weigh(90 + 700 + 500, partly)).toMatchObject({ kind: 'accepted', expectedG: null });
  });
});

describe('a scale that is away', () => {
  const away = sampleContext({ isScaleThere: false });
  const badge = (actor: typeof lead) => ({ kind: 'badge', actor, text: 'badge' }) as const;

  it('lets a lead release the package unweighed, on record, and nobody else', () => {
    bench.happen(inS);
    for (const sku of [mug, mug, towel]) bench.scan(productScan(sku), away);
    expect(bench.scan(badge(lead), context).code).toBe('finish-first');
    expect(bench.scan(badge(packer), away).code).toBe('lead-needed');
    expect(bench.scan(badge(lead), away).code).toBe('weight-overridden');
    expect(bench.events.slice(-2)).toMatchObject([
      { type: 'package-packed', weightG: null, overriddenBy: lead.id },
      { type: 'ship-requested' },
    ]);
  });

  it('releases nothing before all items are in or while the carton is not known', () => {
    for (const sku of [mug, mug, towel]) bench.scan(productScan(sku), away);
    expect(bench.scan(badge(lead), away).code).toBe('finish-first');
  });
});

it('the carton of the plan is taken when it is scanned, however hard it was to find', () => {
  bench.happen(inS);
  const [s] = cartons;
  if (s === undefined) throw new Error('no carton');
  const narrow = { ...s, innerMm: [91, 91, 91] } as const;
  expect(bench.scan({ kind: 'carton', carton: narrow, text: 'S' }, context).code).toBe('carton-chosen');
});

it('a code that nobody knows is a wrong label while a label is to be scanned', () => {
  packed();
  bench.happen(
    { type: 'shipped', packages: [{ n: 1, shopPosting: number, labelBarcodes: ['%101%1'] }] },
    { type: 'label-ready', package: 1, sha256: 'a', codes: ['%101%1'] },
    { type: 'label-queued', package: 1, job: 'j', copy: 1, interim: false },
    { type: 'label-sent', package: 1, job: 'j', confirmed: true },
  );
  expect(bench.scan({ kind: 'unknown', text: '%101%777' }, context)).toMatchObject({
    kind: 'rejected',
    code: 'label-of-another-posting',
  });
});

describe('a label that is scanned before the printer has answered for it', () => {
  function onItsWay() {
    packed();
    bench.happen(
      { type: 'shipped', packages: [{ n: 1, shopPosting: number, labelBarcodes: ['%101%1'] }] },
      { type: 'label-ready', package: 1, sha256: 'a', codes: ['%101%1'] },
      { type: 'label-queued', package: 1, job: 'j', copy: 1, interim: false },
    );
  }

  it('closes the package: the paper in the hand is the proof', () => {
    onItsWay();
    expect(bench.scan({ kind: 'posting', posting: number, text: '%101%1' }, context).code).toBe(
      'posting-closed',
    );
    bench.happen(
      { type: 'label-sent', package: 1, job: 'j', confirmed: false },
      { type: 'label-doubtful', package: 1, job: 'j', reason: 'interrupted' },
    );
    expect(bench.session).toMatchObject({
      status: { kind: 'closed' },
      packages: [{ copies: 1, label: { state: 'verified', copy: 1 } }],
    });
  });

  it('is refused all the same when it is another parcel’s', () => {
    onItsWay();
    const other = PostingNumber.parse('70000001-0009-1');
    expect(bench.scan({ kind: 'posting', posting: other, text: '%101%9' }, context).code).toBe(
      'label-of-another-posting',
    );
  });
});
