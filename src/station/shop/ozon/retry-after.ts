/** The longest pause that a shop may ask for: 10 minutes, in ms. */
export const LONGEST_PAUSE_MS = 600_000;
/** Operations are counted by the minute and by the day. */
const LONGEST_ITEM_PAUSE_MS = 86_400_000;

/**
 * How long a `Retry-After` header asks to wait, in ms, 0 to {@link LONGEST_PAUSE_MS}: seconds or an HTTP date
 * (RFC 9110, 10.2.3). Null when the header is absent or is neither. `now` in epoch ms.
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return capped(Number(text) * 1000);
  // Date.parse takes nearly anything for a date; an HTTP date begins with a weekday.
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /i.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : capped(at - now);
}

/**
 * The pause that an answer's headers ask for, in ms: `Item-Retry-After`, minutes until the card's operations are counted
 * anew, or `Retry-After`. Null where neither is there.
 */
export function askedPauseMs(headers: Headers, now: number): number | null {
  return itemPauseMs(headers) ?? retryAfterMs(headers.get('retry-after'), now);
}

/** What `Item-Retry-After` asks for, in ms; null where it is absent or no number. It concerns its method alone. */
export function itemPauseMs(headers: Headers): number | null {
  const text = headers.get('item-retry-after')?.trim() ?? '';
  return /^\d+(\.\d+)?$/.test(text) ? Math.min(Number(text) * 60_000, LONGEST_ITEM_PAUSE_MS) : null;
}

function capped(pauseMs: number): number {
  return Math.ceil(Math.min(Math.max(pauseMs, 0), LONGEST_PAUSE_MS));
}
