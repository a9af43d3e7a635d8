import type { Person } from '#contract/bench-file.ts';
import type { ProcedureOutput } from '#contract/procedures.ts';
import type { Sku } from '#domain/ids.ts';
import { interimCode } from '#domain/packing/decide-label.ts';
import { expectedWeightG } from '#domain/packing/expected-weight.ts';
import { currentPackage, packageAwaitingLabel, phaseOf, remaining } from '#domain/packing/session.ts';
import { toControlText } from '#domain/scanning/control-code.ts';
import { listPostings } from '../database/posting-queue.ts';
import { getProducts } from '../database/products.ts';
import type { ProcedureContext } from '../procedures/procedure-context.ts';
import { sampleMarkingCode } from './sample-marking-code.ts';

type Suggestion = ProcedureOutput<'sim.suggestions'>['scans'][number];

/** What lies within reach of the simulated scanner: the next postings, the goods, a wrong item, the printed label. */
export function suggestScans(context: ProcedureContext): Suggestion[] {
  const { bench, db } = context;
  const onBench = bench.onBench;
  const phase = onBench === null ? 'closed' : phaseOf(onBench.session);
  if (onBench === null || phase === 'closed' || phase === 'held') {
    const next = listPostings(db, { state: 'queued', limit: 5, offset: 0 }).entries;
    const postings = next.map((entry) => ({
      text: entry.posting,
      what: 'posting' as const,
      name: entry.lines.map((line) => `${line.quantity} × ${line.name}`).join(', '),
    }));
    return [...postings, ...badges(context, () => true)];
  }
  if (phase === 'scanning' || phase === 'weighing')
    return [...units(context), ...wrongUnit(context), ...badges(context, ({ role }) => role === 'lead')];
  if (phase === 'labelling' || phase === 'verifying') return labels(context);
  return [{ text: toControlText({ control: 'ok' }), what: 'control', name: 'OK' }];
}

/** What the package in hand should weigh, g; null when nothing is weighed now or the weight is not known. */
export function suggestWeightG({ bench, benchFile }: ProcedureContext): number | null {
  const onBench = bench.onBench;
  if (onBench === null) return null;
  const parcel = currentPackage(onBench.session);
  if (parcel === null) return null;
  return expectedWeightG(parcel, { products: onBench.products, cartons: benchFile().cartons });
}

function units({ bench }: ProcedureContext): Suggestion[] {
  const onBench = bench.onBench;
  if (onBench === null) return [];
  const { session, products } = onBench;
  const asked = session.pending?.kind === 'marking-code' ? session.pending.sku : null;
  return remaining(session).flatMap(({ sku }) => {
    const product = products.get(sku);
    if (product === undefined || (asked !== null && asked !== sku)) return [];
    const text =
      asked === null
        ? product.barcodes[0]
        : firstOf(product.barcodes, (code) =>
            sampleMarkingCode(code, `${session.posting} ${session.unitsEver}`),
          );
    return text === undefined ? [] : [{ text, what: 'unit' as const, name: product.name }];
  });
}

function firstOf<From, To>(items: readonly From[], make: (item: From) => To | null): To | undefined {
  for (const item of items) {
    const made = make(item);
    if (made !== null) return made;
  }
  return undefined;
}

/** Something from another posting that this one does not want. */
function wrongUnit({ bench, db }: ProcedureContext): Suggestion[] {
  const wanted = new Set<Sku>(bench.onBench?.session.lines.map((line) => line.sku));
  const others = listPostings(db, { state: 'queued', limit: 20, offset: 0 }).entries.flatMap((entry) =>
    entry.lines.map((line) => line.sku),
  );
  const wrong = others.find((sku) => !wanted.has(sku));
  const product = wrong === undefined ? undefined : getProducts(db, [wrong]).get(wrong);
  const code = product?.barcodes[0];
  return product === undefined || code === undefined
    ? []
    : [{ text: code, what: 'wrong-unit', name: product.name }];
}

/** Badges within reach, but for the one of who is signed in. */
function badges({ benchFile, bench }: ProcedureContext, wanted: (person: Person) => boolean): Suggestion[] {
  return benchFile()
    .people.filter((person) => person.id !== bench.actor?.id && wanted(person))
    .map((person) => ({
      text: toControlText({ control: 'badge', packer: person.id }),
      what: 'badge',
      name: person.name,
    }));
}

function labels({ bench }: ProcedureContext): Suggestion[] {
  const session = bench.onBench?.session;
  const parcel = session === undefined ? null : packageAwaitingLabel(session);
  if (session === undefined || parcel === null) return [];
  const own = parcel.labelBarcodes[0] ?? parcel.shopPosting ?? session.posting;
  const text = parcel.isInterim ? interimCode(session.posting, parcel.n, session.packages.length) : own;
  return [{ text, what: 'label', name: text }];
}
