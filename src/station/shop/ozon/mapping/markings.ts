import type { PostingNumber } from '#domain/ids.ts';
import type { RefusedCode } from '#domain/packing/refused-markings.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { MarkingState, ShopFailure, UnitMarking } from '../../seller-account.ts';
import type { WireExemplar, WireExemplarCheck, WireExemplarStatus, WireExemplars } from '../wire/exemplar.ts';
import { wireId } from './wire-id.ts';

const MANDATORY = 'mandatory_mark';
const SEPARATOR = '\u001d';

/**
 * The body of `/v6/fbs/posting/product/exemplar/set`: every unit of every product, because a partial call loses the
 * rest. A code that an exemplar already carries stays with it. Refused when a code has no exemplar to go to.
 */
export function exemplarSetBody(
  number: PostingNumber,
  exemplars: WireExemplars,
  units: readonly UnitMarking[],
): Result<object, ShopFailure> {
  const codes = new Map<string, string[]>();
  for (const unit of units) {
    codes.set(unit.sku, [...(codes.get(unit.sku) ?? []), withoutPrefix(unit.markingCode)]);
  }
  const products = exemplars.products.map((product) => {
    const left = codes.get(product.product_id) ?? [];
    codes.delete(product.product_id);
    const assigned = assign(product.exemplars, left);
    return { product, assigned, tooMany: assigned.left > 0 };
  });
  const homeless = [
    ...codes.keys(),
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

function assign(exemplars: readonly WireExemplar[], codes: readonly string[]) {
  const left = [...codes];
  const kept = exemplars.map((exemplar) => {
    const own = exemplar.marks.find((mark) => mark.mark_type === MANDATORY && left.includes(mark.mark));
    if (own !== undefined) left.splice(left.indexOf(own.mark), 1);
    return { exemplar, code: own?.mark };
  });
  const filled = kept.map(({ exemplar, code }) => exemplarBody(exemplar, code ?? left.shift()));
  return { exemplars: filled, left: left.length };
}

function exemplarBody(exemplar: WireExemplar, code: string | undefined): object {
  const others = exemplar.marks.filter((mark) => mark.mark_type !== MANDATORY && mark.mark !== '');
  return {
    exemplar_id: wireId(exemplar.exemplar_id),
    ...(exemplar.gtd === '' ? { is_gtd_absent: true } : { gtd: exemplar.gtd, is_gtd_absent: false }),
    ...(exemplar.rnpt === '' ? { is_rnpt_absent: true } : { rnpt: exemplar.rnpt, is_rnpt_absent: false }),
    ...(exemplar.weight === null ? {} : { weight: exemplar.weight }),
    marks: [...(code === undefined ? [] : [{ mark: code, mark_type: MANDATORY }]), ...others],
  };
}

/** The shop wants the code's content alone: no AIM prefix (ISO/IEC 15424) and no leading separator. */
function withoutPrefix(markingCode: string): string {
  let code = markingCode.replace(/^\](d2|Q3|C1|d1)/, '');
  while (code.startsWith(SEPARATOR)) code = code.slice(1);
  return code;
}

/**
 * Where the check of a posting's codes stands. `settling` is true shortly after the codes were handed over: the
 * status may then still be the one from before, and `failed` without an error code means that the checking service
 * did not answer yet, so neither is taken for a refusal.
 */
export function markingStateFromWire(answer: WireExemplarStatus, settling: boolean): MarkingState {
  const exemplars = answer.products.flatMap((product) => product.exemplars);
  const marks = exemplars.flatMap((exemplar) => exemplar.marks);
  const refused = exemplars.flatMap(refusalsOf);
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

function refusalsOf(exemplar: WireExemplarStatus['products'][number]['exemplars'][number]) {
  const bad = exemplar.marks
    .filter((mark) => mark.check_status === 'failed' || mark.error_codes.length > 0)
    .map((mark) => ({ markingCode: mark.mark, reasons: mark.error_codes }));
  const others = [...exemplar.gtd_error_codes, ...exemplar.rnpt_error_codes, ...exemplar.weight_error_codes];
  if (others.length === 0) return bad;
  return [...bad, { markingCode: exemplar.marks[0]?.mark ?? '', reasons: others }];
}

/** The body of `/v5/fbs/posting/product/exemplar/validate` for codes alone. */
export function exemplarCheckBody(number: PostingNumber, units: readonly UnitMarking[]): object {
  return {
    posting_number: number,
    products: [...new Set(units.map(({ sku }) => sku))].map((sku) => ({
      product_id: wireId(sku),
      exemplars: units
        .filter((unit) => unit.sku === sku)
        .map(({ markingCode }) => ({
          marks: [{ mark: withoutPrefix(markingCode), mark_type: MANDATORY }],
        })),
    })),
  };
}

/** The codes that would be refused, as they were asked about. */
export function refusedByCheck(answer: WireExemplarCheck, units: readonly UnitMarking[]): RefusedCode[] {
  const marks = answer.products.flatMap(({ exemplars }) => exemplars.flatMap((exemplar) => exemplar.marks));
  return units.flatMap(({ markingCode }) => {
    const bad = marks.find(({ mark, valid }) => !valid && mark === withoutPrefix(markingCode));
    return bad === undefined ? [] : [{ markingCode, reasons: bad.errors }];
  });
}
