import type { Language } from '#contract/language.ts';
import { say } from './texts.ts';

/** Everything that turns a figure into words of the packer's language. Times are epoch ms, weights g. */

const minuteMs = 60_000;

/** Digits with a thin gap between thousands, at most `digits` behind the point. */
export function formatNumber(language: Language, value: number, digits = 0): string {
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, { maximumFractionDigits: digits })
    .format(value)
    .replaceAll(/[,\u00a0](?=\d{3})/g, '\u202f');
}

/** A weight in whole grams, as the packer sees it on the scale. */
export function formatGrams(language: Language, weightG: number): string {
  return say('unit.g', { value: formatNumber(language, Math.round(weightG)) });
}

/** A reading of the scale: tenths only where the scale has them. */
export function formatTenthsG(language: Language, tenthsG: number): string {
  return say('unit.g', { value: formatNumber(language, tenthsG / 10, 1) });
}

/** A volume in ml, in litres from one litre on. */
export function formatVolume(language: Language, volumeMl: number): string {
  return volumeMl < 1000
    ? say('unit.ml', { value: formatNumber(language, Math.round(volumeMl / 10) * 10) })
    : say('unit.l', { value: formatNumber(language, volumeMl / 1000, 1) });
}

/** Hours and minutes of the bench's own clock, e.g. `14:20`. */
export function formatClock(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** The clock to the second, for what is waited for: `14:20:05`. */
export function formatClockSeconds(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' }).format(at);
}

/** The clock alone for today, with the day for any other. */
export function formatMoment(language: Language, at: number, now: number): string {
  return isSameDay(at, now) ? formatClock(at) : `${formatDay(language, at)} ${formatClock(at)}`;
}

/** A day and its month, e.g. `23 Nov`. */
export function formatDay(language: Language, at: number): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(at);
}

/** A day as it is written out, with its year, e.g. `23 November 2026`. */
export function formatLongDay(language: Language, at: number): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long' }).format(at);
}

/** A span of time in its two greatest units; below a minute in seconds. Never negative. */
export function formatSpan(spanMs: number): string {
  const minutes = Math.floor(Math.max(0, spanMs) / minuteMs);
  if (minutes < 1) return say('time.seconds', { s: Math.floor(Math.max(0, spanMs) / 1000) });
  if (minutes < 60) return say('time.minutes', { m: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return say('time.hours', { h: hours, m: minutes % 60 });
  return say('time.days', { d: Math.floor(hours / 24), h: hours % 24 });
}

/** How far a cutoff is: `in 38 min` or `5 min late`. */
export function formatDistance(at: number, now: number): string {
  return at >= now
    ? say('time.left', { for: formatSpan(at - now) })
    : say('time.past', { for: formatSpan(now - at) });
}

/** Do both moments lie on the same day of the bench's own calendar? */
export function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

/** The day as the contract wants it, e.g. `2026-11-23`, in the bench's own time zone. */
export function toDay(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
