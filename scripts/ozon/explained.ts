import type { Difference } from './compare.ts';

type Explained = {
  readonly kind: Difference['kind'];
  readonly method: string;
  /** The whole detail, or how it begins. */
  readonly detail: string;
  /** What the detail must hold besides. */
  readonly contains?: string;
  readonly why: string;
};

/** Differences that are right: Ozon's later news, its service against its document, and what is read for older answers. */
const EXPLAINED: readonly Explained[] = [
  ...['/v3/posting/fbs/package-label/create', '/v2/posting/fbs/package-label/get'].flatMap((method) =>
    (['unknown-method', 'sandbox-method'] as const).map((kind) => ({
      ...{ kind, method, detail: '' },
      why: "in Ozon's news since 2026-09-22, later than the document of 2026-08-14",
    })),
  ),
  ...['status.', 'error.', 'unprinted_postings[].message'].map((detail) => ({
    ...{ kind: 'field' as const, method: '/v1/posting/fbs/package-label/get', detail },
    why: "the same reading serves today's method, which answers so",
  })),
  ...(['sandbox-answer', 'field'] as const).map((kind) => ({
    ...{ kind, method: '*', detail: '' },
    contains: 'scanit',
    why: "in Ozon's news since 2026-09-22, later than the document of 2026-08-14",
  })),
  {
    ...{ kind: 'sandbox-answer', method: '/v3/product/list', detail: 'result', contains: 'total_items' },
    why: "in Ozon's news since 2026-09-24, in place of total",
  },
  {
    ...{ kind: 'field', method: '/v3/product/list', detail: 'total_items' },
    why: "in Ozon's news since 2026-09-24, in place of total",
  },
  ...['/v4/product/info/stocks', '/v5/product/info/prices'].map((method) => ({
    ...{ kind: 'sandbox-answer' as const, method, detail: 'the whole', contains: 'total_items' },
    why: "in Ozon's news since 2026-09-24, in place of total",
  })),
  {
    ...{ kind: 'request', method: '/v2/products/stocks', detail: 'stocks[]', contains: 'quant_size' },
    why: 'required by name alone: the document has no such field, and its own example lacks it',
  },
  ...['/v4/posting/fbs/unfulfilled/list', '/v4/posting/fbs/list'].map((method) => ({
    ...{ kind: 'field' as const, method, detail: 'postings[].related_postings' },
    why: 'the same reading serves the lists and the single posting, which alone has it',
  })),
  ...['is_click_and_collect', 'is_presortable'].map((detail) => ({
    ...{ kind: 'field' as const, method: '/v3/posting/fbs/get', detail },
    why: 'the same reading serves the lists, which have it, and the single posting, which keeps what they said',
  })),
  {
    ...{ kind: 'sandbox-answer', method: '/v4/product/info/attributes', detail: 'result[].sku' },
    why: 'typed as text, and sent as a number in the document’s own example',
  },
  ...['/v2/chat/read', '/v3/chat/history'].map((method) => ({
    ...{ kind: 'request' as const, method, detail: 'from_message_id' },
    why: 'more digits than a JSON number keeps; proto JSON takes a uint64 as text, too',
  })),
  ...(['field', 'sandbox-answer'] as const).map((kind) => ({
    ...{ kind, method: '/v2/returns/rfbs/list', detail: 'returns' },
    why: 'one return in the document, a list of them in its own example; both are read',
  })),
  ...['result.items', 'result.last_id', 'items'].map((detail) => ({
    ...{ kind: 'field' as const, method: '/v4/product/info/attributes', detail },
    why: 'the shape of the version before, read where it still comes',
  })),
];

/** Why a difference is right; null where nobody has said. */
export function explanationOf({ kind, method, detail }: Omit<Difference, 'reason'>): string | null {
  const explained = EXPLAINED.find(
    (each) =>
      each.kind === kind &&
      (each.method === method || each.method === '*') &&
      detail.startsWith(each.detail) &&
      detail.includes(each.contains ?? ''),
  );
  return explained?.why ?? null;
}
