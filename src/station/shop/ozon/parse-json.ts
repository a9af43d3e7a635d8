/** What {@link parseJson} could make of a text. */
export type ParsedJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/** A number that may be beyond 2^53 = 9007199254740992, not the digits of a text: looking at every value costs more than the rest of the reading. */
const LONG_NUMBER = /(?:^|[:,[\s-])(?:9\d{15}|\d{17})/;

/**
 * Reads JSON without losing digits: an integer beyond 2^53 comes out as the text that was sent. Ozon's ids are
 * int64, and `JSON.parse` would round one silently into the id of something else.
 */
export function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: LONG_NUMBER.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const source = context?.source;
  return source !== undefined && /^-?\d+$/.test(source) ? source : value;
}
