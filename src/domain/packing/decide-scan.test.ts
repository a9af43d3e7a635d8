import { beforeEach, describe, expect, it } from 'vitest';
import { CartonCode, PostingNumber } from '../ids.ts';
import { decideScan } from './decide-scan.ts';
import { foldSession } from './evolve.ts';
import { phaseOf } from './session.ts';
import type { SessionEvent } from './session-event.ts';
import { type BenchRun, startRun } from './testing/bench-run.ts';
import {
  control,
  lead,
  markedScan,
  mug,
  perfume,
  postingScan,
  productScan,
  sampleContext,
  samplePosting,
  stranger,
  towel,
} from './testing/sample-bench.ts';

const number = samplePosting().number;
const onePackage: SessionEvent = {
  type: 'planned',
  packages: [
    {
      carton: CartonCode.parse('S'),
      contents: [
        { sku: mug, quantity: 2 },
        { sku: towel, quantity: 1 },
      ],
      fillerG: 10,
    },
  ],
};
const context = sampleContext();
/** Two mugs, a towel, carton S and its filler. */
const rightG = 350 * 2 + 220 + 90 + 10;

let bench: BenchRun;
beforeEach(() => {
  bench = startRun();
});

function openAndPlan() {
  bench.scan(postingScan(number), context);
  bench.happen(onePackage);
}

function packAll() {
  openAndPlan();
  for (const sku of [mug, mug, towel]) bench.scan(productScan(sku), context);
}

function ship(labelBarcodes: readonly string[] = ['%101%42']) {
  packAll();
  bench.weigh(rightG, context);
  bench.happen(
    { type: 'shipped', packages: [{ n: 1, shopPosting: number, labelBarcodes: [...labelBarcodes] }] },
    { type: 'label-ready', package: 1, sha256: 'a', codes: [...labelBarcodes] },
    { type: 'label-queued', package: 1, job: 'j1', copy: 1, interim: false },
  );
}

function phase() {
  return bench.session === null ? null : phaseOf(bench.session);
}

describe('opening a posting', () => {
  it('opens the scanned posting', () => {
    expect(bench.scan(postingScan(number), context)).toMatchObject({
      kind: 'accepted',
      code: 'posting-opened',
      posting: number,
    });
    expect(phase()).toBe('scanning');
  });

  it('warns when the cutoff is past, and packs all the same', () => {
    const late = sampleContext({ now: 3_000_000 });
    expect(bench.scan(postingScan(number), late)).toMatchObject({ kind: 'accepted', warning: 'past-cutoff' });
  });

  it('opens the most urgent posting by a product and counts that product in', () => {
    expect(bench.scan(productScan(mug), context)).toMatchObject({
      code: 'unit-packed',
      details: { packed: 1, wanted: 2 },
    });
    expect(bench.events.map((event) => event.type)).toEqual(['opened', 'unit-packed']);
  });

  it.each([
    ['cancelled', 'cancelled'],
    ['handed-over', 'posting-not-ready'],
    ['unknown', 'posting-not-ready'],
  ] as const)('does not open a posting that is %s', (status, code) => {
    const target = { posting: samplePosting({ status }), last: null, canRelabel: false };
    expect(bench.scan(postingScan(number), sampleContext({ target }))).toMatchObject({
      kind: 'rejected',
      code,
    });
    expect(bench.session).toBeNull();
  });

  it('does not open what the shop would refuse in the end, says why, and leaves it to a lead', () => {
    const lines = [{ sku: mug, quantity: 2, requires: ['marking-code' as const, 'country' as const] }];
    const target = { posting: samplePosting({ lines }), last: null, canRelabel: false };
    const rejection = {
      kind: 'rejected',
      code: 'posting-not-ready',
      details: { status: 'requires-country' },
    };
    expect(bench.scan(postingScan(number), sampleContext({ target }))).toMatchObject(rejection);
    expect(bench.scan(productScan(mug), sampleContext({ target }))).toMatchObject({
      code: 'no-posting-needs-it',
    });
    expect(bench.scan(postingScan(number), sampleContext({ target, actor: lead }))).toMatchObject({
      code: 'posting-opened',
    });
  });

  it('asks for a badge when nobody is signed in', () => {
    expect(bench.scan(postingScan(number), sampleContext({ actor: null }))).toMatchObject({
      code: 'nobody-signed-in',
    });
  });

  it('goes on where it stood when a held posting is scanned again', () => {
    openAndPlan();
    bench.scan(productScan(mug), context);
    bench.scan(control('missing'), context);
    expect(phase()).toBe('held');
    const target = { posting: samplePosting(), last: bench.session, canRelabel: false };
    expect(bench.scan(postingScan(number), sampleContext({ target }))).toMatchObject({
      code: 'posting-resumed',
    });
    expect(bench.scan(productScan(mug), context)).toMatchObject({ details: { packed: 2 } });
  });

  it('says that a closed posting is packed already', () => {
    ship();
    bench.happen({ type: 'label-sent', package: 1, job: 'j1', confirmed: true });
    bench.scan({ kind: 'posting', posting: number, text: '%101%42' }, context);
    const target = { posting: samplePosting(), last: bench.session, canRelabel: false };
    expect(bench.scan(postingScan(number), sampleContext({ target }))).toMatchObject({
      code: 'already-packed',
    });
  });
});

describe('scanning items', () => {
  beforeEach(openAndPlan);

  it('counts right items and says when all are in', () => {
    expect(bench.scan(productScan(mug), context).code).toBe('unit-packed');
    expect(bench.scan(productScan(mug), context).code).toBe('unit-packed');
    expect(bench.scan(productScan(towel), context).code).toBe('package-complete');
    expect(phase()).toBe('weighing');
  });

  it('says when an item goes in whose weight is not known, as the scale cannot check it', () => {
    const unweighed = new Map(context.products);
    const known = unweighed.get(mug);
    if (known === undefined) throw new Error('no mug');
    unweighed.set(mug, { ...known, weightG: null });
    const verdict = bench.scan(productScan(mug), sampleContext({ products: unweighed }));
    expect(verdict).toMatchObject({ kind: 'accepted', warning: 'expected-weight-unknown' });
    expect(bench.scan(productScan(towel), sampleContext({ products: unweighed })).warning).toBeNull();
  });

  it('keeps a wrong item on the screen until it is answered', () => {
    expect(bench.scan(productScan(stranger), context)).toMatchObject({
      kind: 'rejected',
      code: 'wrong-item',
    });
    expect(bench.scan(productScan(mug), context)).toMatchObject({ kind: 'rejected', code: 'answer-first' });
    expect(bench.scan(control('ok'), context)).toMatchObject({
      kind: 'accepted',
      code: 'rejection-answered',
    });
    expect(bench.scan(productScan(mug), context)).toMatchObject({
      code: 'unit-packed',
      details: { packed: 1 },
    });
  });

  it('turns one unit too many away', () => {
    for (const _ of [1, 2]) bench.scan(productScan(mug), context);
    expect(bench.scan(productScan(mug), context)).toMatchObject({ kind: 'rejected', code: 'too-many' });
  });

  it('takes the last unit back on undo, and not more than there are', () => {
    bench.scan(productScan(mug), context);
    expect(bench.scan(control('undo'), context)).toMatchObject({ code: 'unit-undone', sku: mug });
    expect(bench.scan(control('undo'), context)).toMatchObject({ code: 'nothing-to-undo' });
  });

  it('asks which product it is when two share a barcode', () => {
    const shared = {
      kind: 'product',
      skus: [mug, stranger],
      marking: null,
      text: '4600000000015',
    } as const;
    expect(bench.scan(shared, context)).toMatchObject({ kind: 'question', code: 'which-product' });
    expect(bench.scan(control('ok'), context)).toMatchObject({ code: 'unit-packed', sku: mug });
  });

  it('drops the question on NO and counts nothing', () => {
    const shared = {
      kind: 'product',
      skus: [mug, stranger],
      marking: null,
      text: '4600000000015',
    } as const;
    bench.scan(shared, context);
    expect(bench.scan(control('no'), context)).toMatchObject({ code: 'question-dropped' });
    expect(bench.session?.unitsEver).toBe(0);
  });

  it('puts a damaged unit aside and wants another one', () => {
    bench.scan(productScan(mug), context);
    expect(bench.scan(control('damaged'), context)).toMatchObject({ code: 'unit-damaged', sku: mug });
    expect(bench.scan(productScan(mug), context)).toMatchObject({ details: { packed: 1 } });
  });

  it('asks why a posting is held, and takes the answer as a scan', () => {
    expect(bench.scan(control('hold'), context)).toMatchObject({ kind: 'question', code: 'hold-reason' });
    expect(bench.scan(productScan(mug), context).code).toBe('answer-first');
    expect(bench.scan(postingScan('70000001-0009-1'), context).code).toBe('answer-first');
    expect(bench.scan(postingScan(number), context).code).toBe('posting-resumed');
    expect(bench.session?.pending?.kind).toBe('hold-reason');
    bench.scan(control('damaged'), context);
    expect(bench.session?.status).toMatchObject({ kind: 'held', reason: 'damaged-unit' });
  });

  it('puts an untouched posting back on NEXT, but not one with items in the box', () => {
    bench.scan(productScan(mug), context);
    expect(bench.scan(control('next'), context).code).toBe('finish-first');
    bench.scan(control('undo'), context);
    expect(bench.scan(control('next'), context).code).toBe('posting-put-back');
  });

  it('refuses another posting while one is open', () => {
    expect(bench.scan(postingScan('70000001-0009-1'), context).code).toBe('finish-first');
  });
});

describe('marking codes', () => {
  const marked = samplePosting({ lines: [{ sku: perfume, quantity: 2, requires: ['marking-code'] }] });
  const target = { posting: marked, last: null, canRelabel: false };
  const withTarget = sampleContext({ target });
  const code = '010460000000001721aBcD1\u001d91EE10\u001d92xxxx';

  beforeEach(() => bench.scan(postingScan(number), withTarget));

  it('asks for the marking code after the retail barcode', () => {
    expect(bench.scan(productScan(perfume), withTarget)).toMatchObject({
      kind: 'question',
      code: 'scan-marking-code',
    });
    expect(bench.scan(markedScan(perfume, code), withTarget)).toMatchObject({
      kind: 'accepted',
      code: 'unit-packed',
    });
  });

  it('takes the marking code alone', () => {
    expect(bench.scan(markedScan(perfume, code), withTarget).code).toBe('unit-packed');
  });

  it('turns away a marking code of another product while one is asked for', () => {
    bench.scan(productScan(perfume), withTarget);
    expect(bench.scan(markedScan(mug, code), withTarget).code).toBe('marking-code-of-another-product');
  });

  it('counts the same unit once, whether its code was read with the tail or without', () => {
    bench.scan(markedScan(perfume, code), withTarget);
    expect(bench.scan(markedScan(perfume, code.slice(0, 24)), withTarget).code).toBe('marking-code-used');
  });

  it('turns away a marking code without its tail where the shop wants a whole one', () => {
    const marking = { code: 'x', unit: 'x', isComplete: false, usedBy: null };
    const cut = { kind: 'product', skus: [perfume], marking, text: 'x' } as const;
    expect(bench.scan(cut, withTarget).code).toBe('marking-code-incomplete');
  });

  it('turns away a marking code used in this posting or in an earlier one', () => {
    bench.scan(markedScan(perfume, code), withTarget);
    expect(bench.scan(markedScan(perfume, code), withTarget).code).toBe('marking-code-used');
    const used = {
      kind: 'product',
      skus: [perfume],
      marking: { code: 'other', unit: 'other', isComplete: true, usedBy: PostingNumber.parse('1-1-1') },
      text: 'x',
    } as const;
    expect(bench.scan(used, withTarget).code).toBe('marking-code-used');
  });
});

describe('weight', () => {
  it('ships when the weight is right', () => {
    packAll();
    expect(bench.weigh(rightG + 20, context).kind).toBe('accepted');
    expect(bench.events.at(-1)).toMatchObject({ type: 'ship-requested', packages: [{ n: 1 }] });
    expect(phase()).toBe('labelling');
  });

  it('refuses a weight that is off and names the item that would explain it', () => {
    packAll();
    expect(bench.weigh(rightG - 220, context)).toMatchObject({ kind: 'refused', toleranceG: 31 });
    expect(bench.session?.weightRefusal?.explainedBy).toBe(towel);
    expect(phase()).toBe('weighing');
  });

  it('lets a lead release a wrong weight by badge, on record, and nobody else', () => {
    packAll();
    bench.weigh(rightG + 300, context);
    const other = { kind: 'badge', actor: { ...lead, role: 'packer' }, text: 'PB-BADGE-P2' } as const;
    expect(bench.scan(other, context).code).toBe('lead-needed');
    expect(bench.scan({ kind: 'badge', actor: lead, text: 'PB-BADGE-L1' }, context).code).toBe(
      'weight-overridden',
    );
    expect(bench.events).toContainEqual(
      expect.objectContaining({ type: 'package-packed', overriddenBy: lead.id }),
    );
  });

  it('weighs nothing before all items are in or while the carton is not known', () => {
    bench.scan(postingScan(number), context);
    expect(bench.weigh(rightG, context)).toMatchObject({ kind: 'ignored', why: 'not-weighing' });
    for (const sku of [mug, mug, towel]) bench.scan(productScan(sku), context);
    expect(bench.weigh(rightG, context)).toMatchObject({ kind: 'ignored', why: 'planning' });
  });

  it('takes OK instead of a weight where weighing is switched off', () => {
    packAll();
    const rules = { ...context.rules, requireWeight: false };
    expect(bench.scan(control('ok'), sampleContext({ rules })).code).toBe('package-packed');
  });
});

describe('cartons', () => {
  it('takes another carton when the goods fit, and refuses one that is too small', () => {
    openAndPlan();
    const [, m] = context.cartons;
    if (m === undefined) throw new Error('no carton M');
    expect(bench.scan({ kind: 'carton', carton: m, text: 'M' }, context).code).toBe('carton-chosen');
    const tiny = { ...m, code: CartonCode.parse('XS'), innerMm: [50, 50, 50] } as const;
    expect(bench.scan({ kind: 'carton', carton: tiny, text: 'XS' }, context).code).toBe('carton-too-small');
    expect(bench.scan({ kind: 'carton', carton: null, text: 'Q' }, context).code).toBe('carton-unknown');
  });

  it('packs one package after the other when the plan has two', () => {
    bench.scan(postingScan(number), context);
    bench.happen({
      type: 'planned',
      packages: [
        { carton: CartonCode.parse('S'), contents: [{ sku: mug, quantity: 2 }], fillerG: 0 },
        { carton: CartonCode.parse('S'), contents: [{ sku: towel, quantity: 1 }], fillerG: 0 },
      ],
    });
    expect(bench.scan(productScan(towel), context).code).toBe('for-another-package');
    bench.scan(productScan(mug), context);
    expect(bench.scan(productScan(mug), context).code).toBe('package-complete');
    expect(bench.weigh(790, context).kind).toBe('accepted');
    expect(bench.scan(productScan(towel), context).code).toBe('package-complete');
    expect(bench.weigh(310, context).kind).toBe('accepted');
    expect(bench.events.at(-1)).toMatchObject({ type: 'ship-requested', packages: [{ n: 1 }, { n: 2 }] });
  });

  it('ends a package on SPLIT and goes on with the next', () => {
    openAndPlan();
    bench.scan(productScan(mug), context);
    expect(bench.scan(control('split'), context).code).toBe('package-split');
    expect(phase()).toBe('weighing');
    bench.weigh(350 + 90 + 10, context);
    expect(phase()).toBe('scanning');
    bench.happen({
      type: 'planned',
      packages: [
        {
          carton: CartonCode.parse('S'),
          contents: [
            { sku: mug, quantity: 1 },
            { sku: towel, quantity: 1 },
          ],
          fillerG: 0,
        },
      ],
    });
    bench.scan(productScan(mug), context);
    expect(bench.scan(productScan(towel), context).code).toBe('package-complete');
  });
});

describe('a package that was ended too early', () => {
  it('is packed on as if it had not been when its only unit comes out again', () => {
    openAndPlan();
    bench.scan(productScan(mug), context);
    bench.scan(control('split'), context);
    bench.happen({
      type: 'planned',
      packages: [
        { carton: CartonCode.parse('S'), contents: [{ sku: towel, quantity: 1 }], fillerG: 0 },
        { carton: CartonCode.parse('S'), contents: [{ sku: mug, quantity: 1 }], fillerG: 0 },
      ],
    });
    bench.scan(control('undo'), context);
    expect(bench.session).toMatchObject({ isPlanned: false });
    bench.happen(onePackage);
    expect(bench.session?.packages).toHaveLength(1);
    for (const sku of [towel, mug, mug]) bench.scan(productScan(sku), context);
    expect(phase()).toBe('weighing');
  });

  it('knows the carton of a package that was ended before the plan was there', () => {
    bench.scan(postingScan(number), context);
    bench.scan(productScan(mug), context);
    expect(bench.scan(control('split'), context).code).toBe('package-split');
    expect(bench.session?.packages[0]).toMatchObject({ isSplit: true, chosenCarton: 'S' });
    expect(bench.weigh(350 + 90 + 10, context).kind).toBe('accepted');
  });
});

describe('labels', () => {
  it('closes the posting when any barcode of its label is scanned', () => {
    ship();
    bench.happen({ type: 'label-sent', package: 1, job: 'j1', confirmed: true });
    expect(bench.scan({ kind: 'posting', posting: number, text: '%101%42' }, context).code).toBe(
      'posting-closed',
    );
    expect(phase()).toBe('closed');
  });

  it('does not take the number of the pick list for the label, and shows where the posting stands', () => {
    ship();
    expect(bench.scan(postingScan(number), context).code).toBe('posting-resumed');
    expect(phase()).toBe('labelling');
    bench.happen({ type: 'label-sent', package: 1, job: 'j1', confirmed: true });
    expect(bench.scan(postingScan(number), context).code).toBe('posting-resumed');
    expect(phase()).toBe('verifying');
  });

  it('takes the number for the label where the shop tells of no barcodes', () => {
    ship([]);
    bench.happen({ type: 'label-sent', package: 1, job: 'j1', confirmed: true });
    expect(bench.scan(postingScan(number), context).code).toBe('posting-closed');
  });

  it('closes the posting by whatever was read back off the label, the posting number included', () => {
    ship();
    bench.happen(
      { type: 'label-ready', package: 1, sha256: 'a', codes: [number] },
      { type: 'label-sent', package: 1, job: 'j1', confirmed: true },
    );
    expect(bench.scan(postingScan(number), context).code).toBe('posting-closed');
  });

  it('rejects the label of another posting', () => {
    ship();
    bench.happen({ type: 'label-sent', package: 1, job: 'j1', confirmed: true });
    expect(bench.scan(postingScan('70000001-0009-1'), context)).toMatchObject({
      kind: 'rejected',
      code: 'label-of-another-posting',
    });
    expect(phase()).toBe('verifying');
  });

  it('prints again only on a word, and counts the copies', () => {
    ship();
    bench.happen({ type: 'label-doubtful', package: 1, job: 'j1', reason: 'power' });
    expect(bench.scan(control('reprint'), context)).toMatchObject({
      code: 'label-reprinting',
      details: { copy: 2 },
    });
    expect(bench.session?.packages[0]?.label.state).toBe('ready');
  });

  it('a label that never left is not a copy', () => {
    ship();
    bench.happen({ type: 'label-not-sent', package: 1, job: 'j1', reason: 'paper-out' });
    expect(bench.scan(control('reprint'), context)).toMatchObject({ details: { copy: 1 } });
  });

  it('gives an interim label on NEXT, and the posting can be relabelled later', () => {
    packAll();
    bench.weigh(rightG, context);
    expect(bench.scan(control('next'), context).code).toBe('interim-printing');
    bench.happen(
      { type: 'label-queued', package: 1, job: 'j1', copy: 1, interim: true },
      { type: 'label-sent', package: 1, job: 'j1', confirmed: false },
    );
    expect(bench.scan(postingScan(number), context).code).toBe('posting-closed');
    const target = { posting: samplePosting({ status: 'packed' }), last: bench.session, canRelabel: true };
    expect(bench.scan(postingScan(number), sampleContext({ target })).code).toBe('relabel-opened');
    expect(phase()).toBe('labelling');
    expect(bench.session?.packages[0]).toMatchObject({ isInterim: false, label: { state: 'none' } });
  });
});

describe('a cancellation', () => {
  it('of a posting that is not on the bench is answered with OK, and OK alone', () => {
    const alarmed = sampleContext({ alarm: number });
    expect(decideScan(null, control('ok'), alarmed)).toMatchObject({
      verdict: { kind: 'accepted', code: 'cancellation-answered', posting: number },
      events: [],
    });
    expect(decideScan(null, control('no'), alarmed).verdict.code).toBe('nothing-open');
    expect(decideScan(null, control('ok'), context).verdict.code).toBe('nothing-open');
  });

  it('stops everything until the packer has answered it', () => {
    openAndPlan();
    bench.happen({ type: 'cancelled-by-shop' });
    expect(bench.scan(productScan(mug), context)).toMatchObject({ kind: 'rejected', code: 'cancelled' });
    expect(bench.scan(control('ok'), context).code).toBe('cancellation-answered');
  });
});

it('stands at the same state after a crash: the fold of its events', () => {
  ship();
  expect(foldSession(bench.events)).toEqual(bench.session);
});
