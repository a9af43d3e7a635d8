import { z } from 'zod';
import { flag, id, list, measure, optionalId, text, unwrapped } from './fields.ts';

const Mark = z.object({ mark: text, mark_type: text });

const Exemplar = z.object({
  exemplar_id: id,
  marks: list(Mark),
  gtd: text,
  is_gtd_absent: flag,
  rnpt: text,
  is_rnpt_absent: flag,
  /** Kilograms. */
  weight: measure,
});
export type WireExemplar = z.output<typeof Exemplar>;

/** The answer of `/v6/fbs/posting/product/exemplar/create-or-get`: one exemplar per unit; `product_id` is the SKU. */
export const ExemplarsAnswer = unwrapped(
  z.object({
    posting_number: text,
    multi_box_qty: measure,
    products: z.array(z.object({ product_id: id, exemplars: z.array(Exemplar) })),
  }),
);
export type WireExemplars = z.output<typeof ExemplarsAnswer>;

/** The answer of `/v5/fbs/posting/product/exemplar/status`. */
export const ExemplarStatusAnswer = unwrapped(
  z.object({
    status: z.string().trim().min(1),
    products: list(
      z.object({
        product_id: optionalId,
        exemplars: list(
          z.object({
            marks: list(
              z.object({ mark: text, mark_type: text, check_status: text, error_codes: list(z.string()) }),
            ),
            gtd_error_codes: list(z.string()),
            rnpt_error_codes: list(z.string()),
            /** Kilograms. */
            weight: measure,
            weight_error_codes: list(z.string()),
          }),
        ),
      }),
    ),
  }),
);
export type WireExemplarStatus = z.output<typeof ExemplarStatusAnswer>;

/** What says nothing is not refused. */
const unlessSaid = z
  .boolean()
  .nullish()
  .transform((valid) => valid ?? true);

/** The answer of `/v5/fbs/posting/product/exemplar/validate`. */
export const ExemplarCheckAnswer = unwrapped(
  z.object({
    products: z.array(
      z.object({
        product_id: id,
        exemplars: list(
          z.object({
            marks: list(
              z.object({
                mark: text,
                valid: unlessSaid,
                errors: list(z.string()),
              }),
            ),
            valid: unlessSaid,
            errors: list(z.string()),
            /** Kilograms. */
            weight: measure,
          }),
        ),
      }),
    ),
  }),
);
export type WireExemplarCheck = z.output<typeof ExemplarCheckAnswer>;
