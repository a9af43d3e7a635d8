import type { CardId } from '#domain/catalogue/listed-card.ts';
import type { PostingNumber, Sku } from '#domain/ids.ts';
import type { PushHint } from './ozon/push/push-message.ts';

/** What a notification asks for, with the name under which it is kept. */
export type NamedHint = { readonly name: string; readonly hint: PushHint };

/** Everything that many notifications ask for, each thing once, with the names of those that ask for it. */
export type GatheredPushes = {
  readonly postings: ReadonlyMap<PostingNumber, readonly string[]>;
  readonly products: {
    readonly skus: readonly Sku[];
    readonly cards: readonly CardId[];
    readonly articles: readonly string[];
    readonly names: readonly string[];
  };
  readonly chats: ReadonlyMap<string, readonly string[]>;
  readonly vocabulary: readonly string[];
};

/** Puts together what notifications ask for. Neither their order nor how often one comes matters for what is asked for. */
export function gatherPushes(hints: readonly NamedHint[]): GatheredPushes {
  const postings = new Map<PostingNumber, string[]>();
  const skus = new Set<Sku>();
  const cards = new Set<CardId>();
  const articles = new Set<string>();
  const chats = new Map<string, string[]>();
  const names = { products: [] as string[], vocabulary: [] as string[] };
  for (const { name, hint } of hints) {
    switch (hint.kind) {
      case 'posting':
        postings.set(hint.posting, [...(postings.get(hint.posting) ?? []), name]);
        break;
      case 'products':
        for (const sku of hint.skus) skus.add(sku);
        for (const card of hint.cards) cards.add(card);
        for (const article of hint.articles) articles.add(article);
        names.products.push(name);
        break;
      case 'chat':
        chats.set(hint.chat, [...(chats.get(hint.chat) ?? []), name]);
        break;
      case 'vocabulary':
        names.vocabulary.push(name);
        break;
      case 'other':
        break;
    }
  }
  return {
    postings,
    products: {
      ...{ skus: [...skus].sort(), cards: [...cards].sort(), articles: [...articles].sort() },
      names: names.products,
    },
    ...{ chats, vocabulary: names.vocabulary },
  };
}
