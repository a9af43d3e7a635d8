import type { Period } from '../database/manifest-rows.ts';

/** The bounds of a day in the bench's own time zone, epoch ms; a day of 23 or 25 hours comes out as it is. */
export function localDay(date: Date): Period {
  const from = new Date(date.getFullYear(), date.getMonth(), date.getDate());
  const to = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1);
  return { from: from.getTime(), to: to.getTime() };
}

/** The bounds of a day written as "YYYY-MM-DD". */
export function localDayOf(day: string): Period {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  return localDay(new Date(year, month - 1, dayOfMonth));
}
