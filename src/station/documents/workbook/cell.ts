/**
 * A cell. Text stays text, whatever it looks like; it must be free of control characters other than line breaks. A time is
 * a wall clock's: epoch ms as if its zone were UTC, as worksheets know no zones.
 */
export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly look?: 'header' | 'bold' }
  | { readonly kind: 'number'; readonly value: number; readonly look?: 'bold' }
  | { readonly kind: 'time'; readonly wallClockMs: number };
