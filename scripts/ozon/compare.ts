import { API_METHODS } from '#sandbox/api-methods.ts';
import { ANSWERS } from '#station/shop/ozon/answers.ts';
import { METHOD } from '#station/shop/ozon/methods.ts';
import { explanationOf } from './explained.ts';
import { fieldsRead } from './fields-read.ts';
import type { OpenApi } from './open-api.ts';
import type { Exchange } from './play-methods.ts';

/** Where the code and Ozon's document differ. */
export type Difference = {
  readonly kind:
    | 'unknown-method'
    | 'never-called'
    | 'unread'
    | 'request'
    | 'field'
    | 'sandbox-answer'
    | 'sandbox-method';
  readonly method: string;
  readonly detail: string;
  /** Why it is right all the same; null where nobody has said. */
  readonly reason: string | null;
};

/** Compares what we send, what we read and what the stand-in does with the document. */
export function compare(openApi: OpenApi, exchanges: readonly Exchange[]): readonly Difference[] {
  const found = [
    ...methods(openApi, exchanges),
    ...exchanges.flatMap((exchange) => wireFaults(openApi, exchange)),
    ...ANSWERS.flatMap((reading) => {
      const known = openApi.answerFields(reading.method);
      if (known === null) return [];
      return fieldsRead(reading)
        .filter((field) => !isKnown(field, known))
        .map((field) => ({ kind: 'field' as const, method: reading.method, detail: field }));
    }),
  ];
  const once = new Map(found.map((each) => [`${each.kind} ${each.method} ${each.detail}`, each]));
  return [...once.values()].map((each) => ({ ...each, reason: explanationOf(each) }));
}

type Found = Omit<Difference, 'reason'>;

function methods(openApi: OpenApi, exchanges: readonly Exchange[]): readonly Found[] {
  const called = new Set(exchanges.filter(({ status }) => status === 200).map(({ method }) => method));
  const read = new Set(ANSWERS.map(({ method }) => method));
  const used = Object.values(METHOD);
  const offered = [...API_METHODS.keys()];
  const of = (kind: Found['kind'], wrong: readonly string[]): Found[] =>
    wrong.map((method) => ({ kind, method, detail: '' }));
  return [
    ...of(
      'unknown-method',
      used.filter((method) => !openApi.hasMethod(method)),
    ),
    ...of(
      'never-called',
      [...new Set([...used, ...offered])].filter((method) => !called.has(method)),
    ),
    ...of(
      'unread',
      used.filter((method) => !read.has(method)),
    ),
    ...of(
      'sandbox-method',
      offered.filter((method) => !openApi.hasMethod(method)),
    ),
  ];
}

function wireFaults(openApi: OpenApi, { method, request, status, answer }: Exchange): readonly Found[] {
  const sent = openApi
    .faultsOf('request', method, request)
    .map((detail) => ({ kind: 'request' as const, method, detail }));
  if (status !== 200 || answer === null) return sent;
  const got = openApi
    .faultsOf('answer', method, answer)
    .map((detail) => ({ kind: 'sandbox-answer' as const, method, detail }));
  return [...sent, ...got];
}

/** An answer may come in a wrapper that the document shows and the reading looks through, or the other way round. */
function isKnown(field: string, known: ReadonlySet<string>): boolean {
  return known.has(field) || known.has(`result.${field}`) || known.has(`result[].${field}`);
}
