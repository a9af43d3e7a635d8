import { z } from 'zod';
import { type ApiMethods, method } from '../http/api-method.ts';
import { type ApiRefusal, empty, json, notFound, refused } from '../http/api-reply.ts';
import { flag, int64, repeated, text } from '../http/proto-fields.ts';
import type { Exemplar, Posting } from '../postings/posting.ts';
import { skusDemanding } from '../postings/requirements.ts';
import { plan, productOf, type World } from '../world/world.ts';
import { createExemplars, emptyExemplar, releaseMarks } from './exemplar-check.ts';
import { exemplarStatus } from './exemplar-status.ts';
import { markErrors, refusedOnWord } from './mark-check.ts';
import { weightErrors, weightRange } from './unit-weight.ts';

const postingOnly = z.object({ posting_number: z.string().min(1) });
const markFields = repeated(z.object({ mark: z.string(), mark_type: z.string() }));
const exemplarFields = z.object({
  gtd: text,
  is_gtd_absent: flag,
  rnpt: text,
  is_rnpt_absent: flag,
  weight: z.number().nullish(),
  marks: markFields,
});
const validateSchema = postingOnly.extend({
  products: z.array(z.object({ product_id: int64, exemplars: z.array(exemplarFields) })).min(1),
});
const setSchema = postingOnly.extend({
  multi_box_qty: int64.nullish(),
  products: z
    .array(z.object({ product_id: int64, exemplars: z.array(exemplarFields.extend({ exemplar_id: int64 })) }))
    .min(1),
});

/** The five methods of exemplars. set is asynchronous; it takes the complete set of all units, or what is missing is lost. */
export const exemplarMethods: ApiMethods = {
  '/v6/fbs/posting/product/exemplar/create-or-get': method(postingOnly, (input, { world }) => {
    const posting = world.postings.get(input.posting_number);
    if (posting === undefined) return notFound('POSTING_NOT_FOUND');
    createExemplars(world, posting);
    const products = posting.lines.map((line) => ({
      product_id: line.sku,
      quantity: line.quantity,
      is_mandatory_mark_needed: productOf(world, line.sku).marked,
      is_mandatory_mark_possible: productOf(world, line.sku).marked,
      is_gtd_needed: skusDemanding(posting, 'gtd').includes(line.sku),
      is_rnpt_needed: skusDemanding(posting, 'rnpt').includes(line.sku),
      is_jw_uin_needed: skusDemanding(posting, 'jw_uin').includes(line.sku),
      has_imei: skusDemanding(posting, 'imei').includes(line.sku),
      ...weightRange(world, posting, line.sku),
      exemplars: posting.exemplars.filter(({ sku }) => sku === line.sku).map(exemplarView),
    }));
    return json({ posting_number: posting.number, multi_box_qty: posting.boxes, products });
  }),
  '/v5/fbs/posting/product/exemplar/validate': method(validateSchema, (input, { world }) => {
    const posting = world.postings.get(input.posting_number);
    if (posting === undefined) return notFound('POSTING_NOT_FOUND');
    const unknown = input.products.find(
      ({ product_id }) => !posting.lines.some(({ sku }) => sku === product_id),
    );
    if (unknown !== undefined) return refused('UNKNOWN_PRODUCT_DEFINED');
    const products = input.products.map(({ product_id, exemplars }) => {
      const checked = exemplars.map((exemplar) => {
        const marks = exemplar.marks.map(({ mark, mark_type }) => {
          const errors = [
            ...markErrors(world, product_id, mark, mark_type),
            ...refusedOnWord(world, mark, 'validate'),
          ];
          return { mark, mark_type, valid: errors.length === 0, errors };
        });
        const { weight } = exemplar;
        const errors = weight == null ? [] : weightErrors(world, posting, product_id, weight);
        const valid = errors.length === 0 && marks.every((mark) => mark.valid);
        return {
          valid,
          errors,
          marks,
          gtd: exemplar.gtd,
          rnpt: exemplar.rnpt,
          weight: Math.fround(weight ?? 0),
        };
      });
      return { product_id, valid: checked.every(({ valid }) => valid), error: '', exemplars: checked };
    });
    return json({ products });
  }),
  '/v6/fbs/posting/product/exemplar/set': method(setSchema, (input, { world, now }) => {
    const posting = world.postings.get(input.posting_number);
    if (posting === undefined) return notFound('POSTING_NOT_FOUND');
    posting.counts.exemplarSets += 1;
    return refuseSet(posting, input) ?? takeExemplars(world, posting, input, now);
  }),
  '/v5/fbs/posting/product/exemplar/status': method(postingOnly, (input, { world }) => {
    const posting = world.postings.get(input.posting_number);
    return posting === undefined ? notFound('POSTING_NOT_FOUND') : json(exemplarStatus(posting, world));
  }),
  '/v1/fbs/posting/product/exemplar/update': method(postingOnly, (input, { world }) => {
    const posting = world.postings.get(input.posting_number);
    if (posting === undefined) return notFound('POSTING_NOT_FOUND');
    if (posting.status !== 'awaiting_deliver' || !posting.exemplarUpdatePending)
      return refused('HAS_INCORRECT_STATUS');
    if (posting.exemplarState !== 'filled') return refused('EXEMPLAR_INFO_NOT_FILLED_COMPLETELY');
    posting.exemplarUpdatePending = false;
    return empty();
  }),
};

type SetInput = z.output<typeof setSchema>;

function refuseSet(posting: Posting, input: SetInput): ApiRefusal | null {
  if (posting.status === 'cancelled') return refused('POSTING_ALREADY_CANCELLED');
  const open =
    (posting.status === 'awaiting_packaging' && !posting.shipping) || posting.status === 'awaiting_deliver';
  if (!open) return refused("Posting must have 'awaiting_packaging' status");
  for (const { product_id, exemplars } of input.products) {
    for (const { exemplar_id } of exemplars) {
      const known = posting.exemplars.some(
        ({ exemplarId, sku }) => exemplarId === exemplar_id && sku === product_id,
      );
      if (!known) return refused(`${exemplar_id} does not belong to product ${product_id}`);
    }
  }
  return null;
}

/** Replaces everything that was filled in before and plans the check. */
function takeExemplars(world: World, posting: Posting, input: SetInput, now: number) {
  releaseMarks(world, posting);
  const sent = new Map(
    input.products.flatMap(({ exemplars }) =>
      exemplars.map((exemplar) => [exemplar.exemplar_id, exemplar] as const),
    ),
  );
  posting.exemplars = posting.exemplars.map((exemplar): Exemplar => {
    const wish = sent.get(exemplar.exemplarId);
    if (wish === undefined) return emptyExemplar(exemplar.exemplarId, exemplar.sku);
    return {
      exemplarId: exemplar.exemplarId,
      sku: exemplar.sku,
      marks: wish.marks.map(({ mark, mark_type }) => ({
        mark,
        markType: mark_type,
        check: 'processing',
        errorCodes: [],
      })),
      gtd: wish.gtd,
      isGtdAbsent: wish.is_gtd_absent,
      rnpt: wish.rnpt,
      isRnptAbsent: wish.is_rnpt_absent,
      gtdErrors: [],
      weightKg: wish.weight ?? 0,
      weightErrors: [],
    };
  });
  posting.exemplarState = 'checking';
  posting.exemplarUpdatePending = posting.status === 'awaiting_deliver';
  posting.changedAt = now;
  plan(world, {
    at: now + world.timings.exemplarCheckMs,
    change: { kind: 'exemplarsChecked', posting: posting.number },
  });
  return empty();
}

function exemplarView(exemplar: Exemplar) {
  return {
    exemplar_id: exemplar.exemplarId,
    marks: exemplar.marks.map(({ mark, markType }) => ({ mark, mark_type: markType })),
    gtd: exemplar.gtd,
    is_gtd_absent: exemplar.isGtdAbsent,
    rnpt: exemplar.rnpt,
    is_rnpt_absent: exemplar.isRnptAbsent,
    weight: exemplar.weightKg,
  };
}
