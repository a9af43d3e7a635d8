import { weightRange } from '../exemplars/unit-weight.ts';
import { productOf, type World } from '../world/world.ts';
import type { Posting } from './posting.ts';
import { type PostingWith, sharedFields } from './posting-parts.ts';

/** What `/v3/posting/fbs/get` may be asked for beyond the lists. */
export interface PostingV3With extends PostingWith {
  readonly product_exemplars: boolean;
  readonly related_postings: boolean;
}

/** A posting as v3 get gives it: money as text, sizes in mm and weights in g as text. */
export function postingV3(posting: Posting, world: World, wanted: PostingV3With) {
  return {
    ...sharedFields(posting, world, wanted),
    previous_substatus: posting.previousSubstatus,
    products: posting.lines.map((line) => {
      const product = productOf(world, line.sku);
      return {
        sku: product.sku,
        offer_id: product.offerId,
        name: product.name,
        quantity: line.quantity,
        price: product.priceRub.toFixed(4),
        currency_code: 'RUB',
        dimensions: {
          length: product.sizeMm.length.toFixed(2),
          width: product.sizeMm.width.toFixed(2),
          height: product.sizeMm.height.toFixed(2),
          weight: String(product.weightG),
        },
        mandatory_mark: marksOf(posting, line.sku),
        jw_uin: [],
        has_imei: false,
        ...weightRange(world, posting, line.sku),
        is_marketplace_buyout: false,
        is_blr_traceable: false,
      };
    }),
    product_exemplars: wanted.product_exemplars ? { products: exemplarsBySku(posting) } : null,
    related_postings: wanted.related_postings ? { related_posting_numbers: posting.relatedNumbers } : null,
    related_weight_postings: [],
    financial_data: null,
    courier: null,
    delivery_price: '',
    provider_status: '',
    fact_delivery_date: null,
    additional_data: [],
    prr_option: { code: '', price: '', currency_code: '', floor: '' },
    tariffication: null,
    tariffication_steps: [],
  };
}

function marksOf(posting: Posting, sku: number): readonly string[] {
  return posting.exemplars
    .filter((exemplar) => exemplar.sku === sku)
    .flatMap((exemplar) => exemplar.marks.map(({ mark }) => mark));
}

function exemplarsBySku(posting: Posting) {
  return posting.lines.map((line) => ({
    sku: line.sku,
    exemplars: posting.exemplars
      .filter((exemplar) => exemplar.sku === line.sku)
      .map((exemplar) => ({
        exemplar_id: exemplar.exemplarId,
        mandatory_mark: exemplar.marks[0]?.mark ?? '',
        gtd: exemplar.gtd,
        is_gtd_absent: exemplar.isGtdAbsent,
        rnpt: exemplar.rnpt,
        is_rnpt_absent: exemplar.isRnptAbsent,
        weight: exemplar.weightKg,
        imei: [],
      })),
  }));
}
