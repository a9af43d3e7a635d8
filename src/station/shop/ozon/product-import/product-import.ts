import type { Language } from '#contract/language.ts';
import type { AllowedValue } from '#domain/catalogue/product-attribute.ts';
import { err, ok } from '#domain/result.ts';
import type { ProductImportPort, ProductTypeIds } from '../../product-import-port.ts';
import type { ShopAnswer } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import type { CallOptions } from '../client.ts';
import { METHOD } from '../methods.ts';
import { ProductListAnswer } from '../wire/product.ts';
import { cardToWire } from './card-to-wire.ts';
import { attributesFromWire, LANGUAGES, typesFromTree } from './catalogue-from-wire.ts';
import { cardFromWire, complaintOf } from './complaints.ts';
import {
  AttributesAnswer,
  FoundValuesAnswer,
  ImportAnswer,
  ImportInfoAnswer,
  LimitAnswer,
  PicturesAnswer,
  TreeAnswer,
  ValuesAnswer,
  WireCard,
} from './wire.ts';

const VALUES_A_PAGE = 2000;
const VALUE_PAGES = 2;
const FOUND_MOST = 100;

/** `/v1/description-category/*`, `/v3/product/import` and what tells of it. */
export function productImportMethods(parts: AccountParts): ProductImportPort {
  const reading = (signal: AbortSignal | undefined): CallOptions => ({
    ...{ effect: 'repeatable', urgency: 'screen', signal },
  });
  return {
    async listTypes(language, signal) {
      const body = { language: LANGUAGES[language] };
      const answer = await parts.client.call(METHOD.categoryTree, body, TreeAnswer, reading(signal));
      return answer.ok ? ok(typesFromTree(answer.value)) : answer;
    },
    async listAttributes(type, language, signal) {
      const body = { ...idsOf(type), language: LANGUAGES[language] };
      const answer = await parts.client.call(METHOD.attributes, body, AttributesAnswer, reading(signal));
      return answer.ok ? ok(attributesFromWire(answer.value.result)) : answer;
    },
    listValues: (of, language, signal) => listValues(of, language, reading(signal)),
    async findValues({ attributeId, ...type }, text, signal) {
      const body = { ...idsOf(type), attribute_id: Number(attributeId), value: text, limit: FOUND_MOST };
      const answer = await parts.client.call(METHOD.findValues, body, FoundValuesAnswer, reading(signal));
      return answer.ok ? ok(answer.value.result.map(({ id, value }) => ({ id, text: value }))) : answer;
    },
    async getQuota(signal) {
      const answer = await parts.client.call(METHOD.importLimit, {}, LimitAnswer, reading(signal));
      if (!answer.ok) return answer;
      const { daily_create, operation_limits, total } = answer.value;
      return ok({
        leftToday: left(daily_create),
        resetsAt: daily_create.reset_at,
        leftAtAll: left(total),
        perMinute: left({ limit: operation_limits.limit, usage: 0 }),
      });
    },
    async importCards(type, cards, signal) {
      const body = { items: cards.map((card) => cardToWire(type, card)) };
      const options: CallOptions = { effect: 'once', urgency: 'background', signal };
      const answer = await parts.client.call(METHOD.importProducts, body, ImportAnswer, options);
      return answer.ok ? ok({ task: answer.value.result.task_id }) : answer;
    },
    async getImport(task, signal) {
      const options: CallOptions = { effect: 'repeatable', urgency: 'background', signal };
      const answer = await parts.client.call(
        ...([METHOD.importInfo, { task_id: Number(task) }, ImportInfoAnswer, options] as const),
      );
      if (!answer.ok) return answer;
      return ok(
        answer.value.result.items.map(({ offer_id, product_id, status, errors }) => ({
          ...{ article: offer_id, productId: product_id, complaints: errors.map(complaintOf) },
          state: stateOf(status),
        })),
      );
    },
    async findCards(articles, signal) {
      const options: CallOptions = { effect: 'repeatable', urgency: 'background', signal };
      const body = { offer_id: articles };
      const answer = await parts.client.call(METHOD.products, body, ProductListAnswer, options);
      // "Nothing found" is a 404 in some methods.
      if (!answer.ok && answer.error.code === 'refused' && answer.error.shopCode === 'NOT_FOUND')
        return ok([]);
      if (!answer.ok) return answer;
      const read = answer.value.items.map((item) => WireCard.safeParse(item));
      const unread = read.find((card) => !card.success);
      // A card that cannot be read would count as one that is not there, and be sent again.
      if (unread !== undefined)
        return err({ code: 'malformed', detail: unread.error?.message.slice(0, 200) ?? '' });
      return ok(read.flatMap((card) => (card.success ? [cardFromWire(card.data)] : [])));
    },
    async findLostPictures(productIds, signal) {
      const body = { product_id: productIds };
      const answer = await parts.client.call(METHOD.pictures, body, PicturesAnswer, reading(signal));
      if (!answer.ok) return answer;
      return ok(
        answer.value.items.flatMap(({ product_id, errors }) =>
          errors.map(({ url, message }) => ({ productId: product_id, url, words: message })),
        ),
      );
    },
  };

  async function listValues(
    { attributeId, ...type }: ProductTypeIds & { readonly attributeId: string },
    language: Language,
    options: CallOptions,
  ): ReturnType<ProductImportPort['listValues']> {
    const values: AllowedValue[] = [];
    for (let page = 0; page < VALUE_PAGES; page += 1) {
      const answer: Awaited<ShopAnswer<{ result: { id: string; value: string }[]; has_next: boolean }>> =
        await parts.client.call(
          METHOD.attributeValues,
          {
            ...idsOf(type),
            ...{ attribute_id: Number(attributeId), language: LANGUAGES[language], limit: VALUES_A_PAGE },
            last_value_id: Number(values.at(-1)?.id ?? 0),
          },
          ValuesAnswer,
          options,
        );
      if (!answer.ok) return answer;
      values.push(...answer.value.result.map(({ id, value }) => ({ id, text: value })));
      if (!answer.value.has_next || answer.value.result.length === 0) return ok({ values, isAll: true });
    }
    return ok({ values, isAll: false });
  }
}

function idsOf({ categoryId, typeId }: ProductTypeIds) {
  return { description_category_id: Number(categoryId), type_id: Number(typeId) };
}

/** `skipped` is a card that was there already just as it was sent. */
function stateOf(status: string): 'pending' | 'imported' | 'failed' {
  if (status === 'imported' || status === 'skipped') return 'imported';
  return status === 'failed' ? 'failed' : 'pending';
}

function left({
  limit,
  usage,
}: {
  readonly limit?: number | null | undefined;
  readonly usage?: number | null | undefined;
}) {
  return limit === null || limit === undefined || limit < 0 ? null : Math.max(limit - (usage ?? 0), 0);
}
