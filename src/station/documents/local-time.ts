/**
 * Writes epoch ms as `2026-11-23 14:05` in a time zone (IANA name); the same in every language, so that columns sort.
 * Throws a RangeError for a zone that does not exist.
 */
export function localTimeIn(timeZone: string): (at: number) => string {
  // Swedish writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return (at) => format.format(at);
}
