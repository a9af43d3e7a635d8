import type { PostingNumber } from '#domain/ids.ts';
import type { RefusedCode } from '#domain/packing/refused-markings.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { MarkingState, ShopFailure, UnitFacts } from '../../seller-account.ts';
import type { WireExemplar, WireExemplarCheck, WireExemplarStatus, WireExemplars } from '../wire/exemplar.ts';
import { wireId } from './wire-id.ts';

const MANDATORY = 'mandatory_mark';
const SEPARATOR = '\u001d';

/**
 * The body of `/v6/fbs/posting/product/exemplar/set`: every unit of every product, because a partial call loses the
 * rest. A code that an exemplar already carries stays with it. Refused when a unit has no exemplar to go to.
 */
export function exemplarSetBody(
  number: PostingNumber,
  exemplars: WireExemplars,
  units: readonly UnitFacts[],
): Result<object, ShopFailure> {
  const facts = new Map<string, ExemplarFacts[]>();
  for (const unit of units) facts.set(unit.sku, [...(facts.get(unit.sku) ?? []), exemplarFacts(unit)]);
  const products = exemplars.products.map((product) => {
    const own = facts.get(product.product_id) ?? [];
    facts.delete(product.product_id);
    const assigned = assign(product.exemplars, own);
    return { product, assigned, tooMany: assigned.left > 0 };
  });
  const homeless = [
    ...facts.keys(),
    ...products.filter((one) => one.tooMany).map((one) => one.product.product_id),
  ];
  if (homeless.length > 0) {
    return err({
      code: 'refused',
      shopCode: 'NO_EXEMPLAR',
      detail: `no unit for a code of ${homeless.join(', ')}`,
    });
  }
  return ok({
    posting_number: number,
    ...(exemplars.multi_box_qty === null ? {} : { multi_box_qty: exemplars.multi_box_qty }),
    products: products.map(({ product, assigned }) => ({
      product_id: wireId(product.product_id),
      exemplars: assigned.exemplars,
    })),
  });
}

/** Does what Ozon holds carry every code and number of these units, each with its own product? */
export function holdsMarks(exemplars: WireExemplars, units: readonly UnitFacts[]): boolean {
  return units.every((unit) => {
    const product = exemplars.products.find(({ product_id }) => product_id === unit.sku);
    const held = product?.exemplars.flatMap(({ marks }) => marks) ?? [];
    return exemplarFacts(unit).marks.every(({ mark, mark_type }) =>
      held.some((own) => own.mark === mark && own.mark_type === mark_type),
    );
  });
}

type Mark = { readonly mark: string; readonly mark_type: string };
type ExemplarFacts = {
  readonly marks: readonly Mark[];
  readonly weightKg: number | null;
  readonly gtd: string | null | undefined;
  readonly rnpt: string | null | undefined;
};

function exemplarFacts(unit: UnitFacts): ExemplarFacts {
  const { markingCode, imei, jewelryUin, weightG, customsDeclaration: gtd, batchNumber: rnpt } = unit;
  return {
    marks: [
      ...(markingCode === undefined ? [] : [{ mark: withoutPrefix(markingCode), mark_type: MANDATORY }]),
      ...(imei === undefined ? [] : [{ mark: imei, mark_type: 'imei' }]),
      ...(jewelryUin === undefined ? [] : [{ mark: jewelryUin, mark_type: 'jw_uin' }]),
    ],
    weightKg: weightG === undefined ? null : weightG / 1000,
    gtd,
    rnpt,
  };
}

function assign(exemplars: readonly WireExemplar[], units: readonly ExemplarFacts[]) {
  const left = [...units];
  const carries = ({ marks }: WireExemplar, unit: ExemplarFacts) =>
    unit.marks.some(({ mark, mark_type }) =>
      marks.some((own) => own.mark === mark && own.mark_type === mark_type),
    );
  const kept = exemplars.map((exemplar) => {
    const own = left.find((unit) => carries(exemplar, unit));
    if (own !== undefined) left.splice(left.indexOf(own), 1);
    return { exemplar, own };
  });
  const filled = kept.map(({ exemplar, own }) => exemplarBody(exemplar, own ?? left.shift()));
  return { exemplars: filled, left: left.length };
}

/** What was scanned, and what the exemplar holds otherwise: a marking code that is in no package any more is dropped. */
function exemplarBody(exemplar: WireExemplar, unit: ExemplarFacts | undefined): object {
  const marks = unit?.marks ?? [];
  const others = exemplar.marks.filter(
    ({ mark, mark_type }) =>
      mark !== '' && mark_type !== MANDATORY && !marks.some((own) => own.mark_type === mark_type),
  );
  const gtd = unit?.gtd === undefined ? exemplar.gtd : (unit.gtd ?? '');
  const rnpt = unit?.rnpt === undefined ? exemplar.rnpt : (unit.rnpt ?? '');
  const weight = unit?.weightKg ?? exemplar.weight;
  return {
    exemplar_id: wireId(exemplar.exemplar_id),
    ...(gtd === '' ? { is_gtd_absent: true } : { gtd, is_gtd_absent: false }),
    ...(rnpt === '' ? { is_rnpt_absent: true } : { rnpt, is_rnpt_absent: false }),
    ...(weight === null ? {} : { weight }),
    marks: [...marks, ...others],
  };
}

/** The shop wants the code's content alone: no AIM prefix (ISO/IEC 15424) and no leading separator. */
function withoutPrefix(markingCode: string): string {
  let code = markingCode.replace(/^\](d2|Q3|C1|d1)/, '');
  while (code.startsWith(SEPARATOR)) code = code.slice(1);
  return code;
}

/** Every mark that the check has turned away, with Ozon's words. */
export function refusedMarks(answer: WireExemplarStatus): RefusedCode[] {
  return answer.products.flatMap((product) =>
    product.exemplars.flatMap((exemplar) => refusalsOf(exemplar, product.product_id)),
  );
}

/**
 * Where the check of a posting's codes stands. `settling` is true shortly after the codes were handed over: the
 * status may then still be the one from before, and `failed` without an error code means that the checking service
 * did not answer yet, so neither is taken for a refusal.
 */
export function markingStateFromWire(answer: WireExemplarStatus, settling: boolean): MarkingState {
  const exemplars = answer.products.flatMap((product) => product.exemplars);
  const marks = exemplars.flatMap((exemplar) => exemplar.marks);
  const refused = refusedMarks(answer);
  const checking =
    marks.some((mark) => mark.check_status === 'processing') ||
    (settling && refused.every((one) => one.reasons.length === 0));
  const allPassed = marks.length > 0 && marks.every((mark) => mark.check_status === 'passed');
  switch (answer.status) {
    case 'ship_available':
    case 'update_available':
      return { state: 'accepted' };
    case 'ship_not_available':
      return checking ? { state: 'checking' } : { state: 'refused', codes: refused };
    case 'update_not_available':
      // After packing there may simply be nothing to change.
      if (allPassed && refused.length === 0) return { state: 'accepted' };
      return checking ? { state: 'checking' } : { state: 'refused', codes: refused };
    default:
      return refused.length > 0 && !checking ? { state: 'refused', codes: refused } : { state: 'checking' };
  }
}

function refusalsOf(
  exemplar: WireExemplarStatus['products'][number]['exemplars'][number],
  sku: string | null,
): RefusedCode[] {
  const bad = exemplar.marks
    .filter((mark) => mark.check_status === 'failed' || mark.error_codes.length > 0)
    .map((mark) => ({ markingCode: mark.mark, reasons: mark.error_codes }));
  // Without a code the product says which unit it is.
  const markingCode = exemplar.marks[0]?.mark ?? sku ?? '';
  const others = [...exemplar.gtd_error_codes, ...exemplar.rnpt_error_codes];
  const { weight, weight_error_codes: ofWeight } = exemplar;
  const weighed = sku === null || weight === null ? {} : { weighed: { sku, weightG: weight * 1000 } };
  return [
    ...bad,
    ...(others.length === 0 ? [] : [{ markingCode, reasons: others }]),
    ...(ofWeight.length === 0 ? [] : [{ markingCode, reasons: ofWeight, ...weighed }]),
  ];
}

/** The body of `/v5/fbs/posting/product/exemplar/validate` for what units carry and weigh. */
export function exemplarCheckBody(number: PostingNumber, units: readonly UnitFacts[]): object {
  return {
    posting_number: number,
    products: [...new Set(units.map(({ sku }) => sku))].map((sku) => ({
      product_id: wireId(sku),
      exemplars: units
        .filter((unit) => unit.sku === sku)
        .map((unit) => {
          const { marks, weightKg } = exemplarFacts(unit);
          return { marks, ...(weightKg === null ? {} : { weight: weightKg }) };
        }),
    })),
  };
}

/** What would be refused of the units, as it was asked about. */
export function refusedByCheck(answer: WireExemplarCheck, units: readonly UnitFacts[]): RefusedCode[] {
  const marks = answer.products.flatMap(({ exemplars }) => exemplars.flatMap((exemplar) => exemplar.marks));
  return units.flatMap((unit) => {
    const codes = [unit.markingCode, unit.imei, unit.jewelryUin].filter((code) => code !== undefined);
    const bad = codes.flatMap((markingCode) => {
      const mark = marks.find(({ mark, valid }) => !valid && mark === withoutPrefix(markingCode));
      return mark === undefined ? [] : [{ markingCode, reasons: mark.errors }];
    });
    return bad.length > 0 ? bad : refusedWeight(answer, unit, codes[0] ?? unit.sku);
  });
}

/** A float of the shop's is not to the last digit what was sent, kg. */
const sameWeightWithinKg = 0.00005;

/** Where the unit is refused and none of its codes is, it is its weight. */
function refusedWeight(
  { products }: WireExemplarCheck,
  { sku, weightG }: UnitFacts,
  markingCode: string,
): RefusedCode[] {
  if (weightG === undefined) return [];
  const refused = products
    .filter(({ product_id }) => product_id === sku)
    .flatMap(({ exemplars }) => exemplars)
    .find(
      ({ valid, marks, weight }) =>
        !valid &&
        marks.every((mark) => mark.valid) &&
        weight !== null &&
        Math.abs(weight - weightG / 1000) < sameWeightWithinKg,
    );
  return refused === undefined ? [] : [{ markingCode, reasons: refused.errors, weighed: { sku, weightG } }];
}
