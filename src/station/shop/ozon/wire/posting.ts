import { z } from 'zod';
import {
  flag,
  id,
  isRecord,
  list,
  moment,
  optionalId,
  part,
  quantity,
  text,
  textOrNumber,
  unwrapped,
} from './fields.ts';

/** Lists of SKUs by what is demanded of them; those that nobody knows yet are kept, so that they are not overlooked. */
const Requirements = z.looseObject({
  products_requiring_mandatory_mark: list(id),
  products_requiring_gtd: list(id),
  products_requiring_rnpt: list(id),
  products_requiring_country: list(id),
  products_requiring_change_country: list(id),
  products_requiring_imei: list(id),
  products_requiring_jw_uin: list(id),
  products_requiring_weight: list(id),
});

/** The demands that this version knows. */
export const knownDemands: ReadonlySet<string> = new Set(Object.keys(Requirements.shape));

/** What may be done with a posting, in Ozon's words; null where nothing is said of it. */
const actions = z.preprocess(
  (value) => (value === undefined || value === '' ? null : value),
  z.array(z.string()).nullable(),
);

/** A bool that a method may not speak of; null then. */
const saidFlag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? null);

/**
 * A posting as `/v4/posting/fbs/unfulfilled/list` and `/v3/posting/fbs/get` give it. Number, status and products
 * must be there; everything else may be missing, but not of another kind.
 */
export const WirePosting = z.object({
  posting_number: z.string().trim().min(1).max(64),
  status: z.string().trim().min(1),
  substatus: text,
  shipment_date: moment,
  shipment_date_without_delay: moment,
  delivery_method: part(z.object({ id: optionalId, name: text, warehouse: text })),
  is_express: flag,
  products: z.array(z.object({ sku: id, quantity })).min(1),
  requirements: part(Requirements),
  barcodes: part(z.object({ upper_barcode: textOrNumber, lower_barcode: textOrNumber })),
  scanit: textOrNumber,
  tracking_number: textOrNumber,
  available_actions: actions,
  is_click_and_collect: saidFlag,
  is_presortable: saidFlag,
  is_multibox: saidFlag,
  integration_type_flow: text,
  legal_info: part(z.object({ company_name: text })),
  parent_posting_number: text,
  related_postings: part(z.object({ related_posting_numbers: list(z.string().trim().min(1)) })),
});
export type WirePosting = z.output<typeof WirePosting>;

/** By what the lists are cut and sorted: the unfinished ones by cutoff, the others by when they were ordered. */
export const SortedBy = z.object({ shipment_date: moment, in_process_at: moment });

/** The `result` of `/v3/posting/fbs/get`, with or without the wrapper. */
export const OnePostingAnswer = z.preprocess(
  (value) => (isRecord(value) && isRecord(value.result) ? value.result : value),
  WirePosting,
);

/** The answer of `/v2/posting/fbs/get-by-barcode`: a short posting, of which the number is enough. */
export const ByBarcodeAnswer = unwrapped(z.object({ posting_number: z.string().trim().min(1).max(64) }));

/** A page of `/v4/posting/fbs/unfulfilled/list`; its postings are parsed one by one, so that one cannot spoil the page. */
export const PostingPageAnswer = z
  .preprocess(
    (value) => (isRecord(value) && isRecord(value.result) ? { ...value, ...value.result } : value),
    z.object({
      postings: z.array(z.unknown()).nullish(),
      has_next: z.boolean().nullish(),
      cursor: text,
    }),
  )
  .refine((page) => page.postings != null || page.has_next != null, 'holds neither postings nor has_next')
  .transform((page) => ({
    postings: page.postings ?? [],
    cursor: page.cursor,
    // has_next counts where it is sent: an example of Ozon's shows a cursor on the last page.
    hasNext: page.has_next ?? (page.cursor !== '' && (page.postings ?? []).length > 0),
  }))
  .refine((page) => !page.hasNext || page.cursor !== '', 'has a next page but no cursor');
