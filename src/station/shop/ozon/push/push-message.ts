import { z } from 'zod';
import { CardId } from '#domain/catalogue/listed-card.ts';
import { PostingNumber, Sku } from '#domain/ids.ts';
import { isRecord, list, textOrNumber } from '../wire/fields.ts';

/** What a notification of Ozon's asks for. It is only a hint: what it names is read from the shop. */
export type PushMessage =
  | { readonly kind: 'ping' }
  | ({ readonly type: string; readonly sellerId: string } & PushHint);

/** What changed, as far as a notification says. */
export type PushHint =
  | { readonly kind: 'posting'; readonly posting: PostingNumber }
  /** `articles` are the seller's own; each product may be named in one way alone. */
  | {
      readonly kind: 'products';
      readonly skus: readonly Sku[];
      readonly cards: readonly CardId[];
      readonly articles: readonly string[];
    }
  | { readonly kind: 'chat'; readonly chat: string }
  /** The shop's categories, and so what it asks of a new product. */
  | { readonly kind: 'vocabulary' }
  /** Of a kind that changes nothing here, or that is not known. */
  | { readonly kind: 'other' };

/** How many products one message names at most; a longer one is Ozon's fault, and the polling makes up for it. */
const PRODUCTS_MAX = 1_000;

const sku = textOrNumber.pipe(Sku);
const card = textOrNumber.pipe(CardId);

/** A field that may be left out, whatever it holds then. */
const maybe = <Field extends z.ZodType>(field: Field) => field.nullish().catch(null);

const Message = z.object({
  message_type: z.string().min(1).max(100),
  seller_id: textOrNumber,
});
const Posting = z.object({ posting_number: PostingNumber });
const Stocks = z.object({
  items: list(z.object({ product_id: maybe(card), sku: maybe(sku) })).refine(
    ({ length }) => length <= PRODUCTS_MAX,
  ),
});
const Item = z.object({ product_id: maybe(card), offer_id: maybe(z.string().max(200)) });
const Chat = z.object({ chat_id: z.string().trim().min(1).max(100) });

/** Ozon sends it, and does not take it in its method for addresses: it is switched on in the seller cabinet alone. */
const ONLY_IN_CABINET = 'TYPE_DESCRIPTION_CATEGORY_TREE_CHANGED';

/** Per type of a message: what it asks for, or null where it lacks what names it (Ozon, push notifications). */
const HINTS: Readonly<Record<string, (body: object) => PushHint | null>> = {
  TYPE_NEW_POSTING: postingHint,
  TYPE_POSTING_CANCELLED: postingHint,
  TYPE_STATE_CHANGED: postingHint,
  TYPE_CUTOFF_DATE_CHANGED: postingHint,
  TYPE_DELIVERY_DATE_CHANGED: postingHint,
  TYPE_STOCKS_CHANGED: stocksHint,
  TYPE_CREATE_OR_UPDATE_ITEM: itemHint,
  TYPE_NEW_MESSAGE: chatHint,
  TYPE_UPDATE_MESSAGE: chatHint,
  TYPE_MESSAGE_READ: chatHint,
  TYPE_CHAT_CLOSED: chatHint,
  [ONLY_IN_CABINET]: () => ({ kind: 'vocabulary' }),
};

/** The types that a bench can use and an address can be set up for. */
export const PUSH_TYPES: readonly string[] = Object.keys(HINTS).filter((type) => type !== ONLY_IN_CABINET);

/** Reads a notification; null where it is none. One that does not say what it is about is none either. */
export function readPushMessage(body: unknown): PushMessage | null {
  if (!isRecord(body)) return null;
  const message = Message.safeParse(body);
  if (!message.success) return null;
  const { message_type: type, seller_id: sellerId } = message.data;
  if (type === 'TYPE_PING') return { kind: 'ping' };
  // What Ozon keeps in its own warehouse is none of a bench's business.
  const hint = Object.hasOwn(HINTS, type) ? HINTS[type]?.(body) : { kind: 'other' as const };
  return hint == null ? null : { ...hint, type, sellerId };
}

function postingHint(body: object): PushHint | null {
  const read = Posting.safeParse(body);
  return read.success ? { kind: 'posting', posting: read.data.posting_number } : null;
}

function stocksHint(body: object): PushHint | null {
  const read = Stocks.safeParse(body);
  if (!read.success) return null;
  const { items } = read.data;
  return {
    kind: 'products',
    skus: items.flatMap((item) => item.sku ?? []),
    cards: items.flatMap((item) => item.product_id ?? []),
    articles: [],
  };
}

function itemHint(body: object): PushHint | null {
  const read = Item.safeParse(body);
  if (!read.success) return null;
  const { product_id, offer_id } = read.data;
  if (product_id == null && !offer_id) return null;
  return {
    ...{ kind: 'products', skus: [] },
    cards: product_id == null ? [] : [product_id],
    articles: offer_id ? [offer_id] : [],
  };
}

function chatHint(body: object): PushHint | null {
  const read = Chat.safeParse(body);
  return read.success ? { kind: 'chat', chat: read.data.chat_id } : null;
}
