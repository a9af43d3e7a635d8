import { type Carried, invertCase, isCapsLocked, splitAim } from './aim.ts';
import { type CodeReading, longestScan, type ScanProblem, type SingleReading } from './code-reading.ts';
import { parseControlCode } from './control-code.ts';
import { readDigits } from './digit-readings.ts';
import { readDigitalLink } from './digital-link-readings.ts';
import { GS } from './gs1.ts';
import { looksLikeGs1, readGs1 } from './gs1-readings.ts';
import { hasCyrillic, retypeFromRussian, toHalfWidth } from './layout.ts';
import { readTobaccoPack } from './marking-code.ts';
import { withRealSeparators } from './separators.ts';

/**
 * Says what a scanned code is: `raw` is what came from the scanner, from a keyboard or by hand, with or without
 * terminator and symbology identifier. Looks at the code alone, not at what the bench knows; repairs only what has one
 * possible original; never throws.
 */
export function readCode(raw: string): CodeReading {
  if (raw.length > longestScan) return unreadable('too-long', raw.slice(0, longestScan));
  const scanned = withoutFrame(raw);
  const readings = isAscii(scanned) ? readAscii(scanned) : readForeign(scanned);
  const [first, ...others] = readings.map((reading) =>
    reading.kind === 'unreadable' ? { ...reading, raw } : reading,
  );
  if (first === undefined) return unreadable('empty', raw);
  return others.length === 0 ? first : { kind: 'ambiguous', readings: [first, ...others] };
}

/** Takes off what scanners put around a code: blanks, line ends, Tab, STX, ETX, a byte order mark. Separators stay. */
function withoutFrame(raw: string): string {
  const text = raw.trim();
  return text.slice(text.startsWith('\u0002') ? 1 : 0, text.endsWith('\u0003') ? -1 : undefined).trim();
}

/** ASCII, or ASCII but for the two characters that are pictures of a group separator. */
function isAscii(text: string): boolean {
  return /^[\p{ASCII}\u2194\u241d]*$/u.test(text);
}

/** Control characters, invisible marks and halves of a character, but not the group separator; and failed decoding. */
function isUnprintable(text: string): boolean {
  return /[\p{C}\ufffd]/u.test(text.replaceAll(GS, ''));
}

function readAscii(typed: string): readonly SingleReading[] {
  const carried = splitAim(isCapsLocked(typed) ? invertCase(typed) : typed);
  const control = parseControlCode(carried.data);
  if (control !== null) return [{ kind: 'control', control }];
  const data = withRealSeparators(carried.data);
  if (data === '') return [unreadable('empty', typed)];
  if (isUnprintable(data)) return [unreadable('control-characters', typed)];
  const readings = readData(data, carried);
  const pack = carried.carrier === 'unknown' || carried.aim === ']d1' ? readTobaccoPack(carried.data) : null;
  if (pack === null) return readings;
  return [{ kind: 'marking-code', ...pack }, ...readings.filter(({ kind }) => kind === 'marking-code')];
}

function readData(data: string, { carrier, data: asScanned }: Carried): readonly SingleReading[] {
  const linked = readDigitalLink(data);
  if (linked !== null) return linked;
  const named = carrier === 'gs1' || asScanned.startsWith(GS);
  if (named) return readGs1(data, true);
  if (/^\d{1,20}$/.test(data)) return [...readDigits(data, carrier), ...readNumericGs1(data)];
  if (looksLikeGs1(data) || asScanned.includes(GS)) return readGs1(data, false);
  const mayBeMisread = /^01\d{14}21./.test(data);
  return [
    mayBeMisread
      ? { kind: 'text', text: asScanned, doubt: 'bad-check-digit' }
      : { kind: 'text', text: asScanned },
  ];
}

/** GS1 data that happens to have no letter in it, beside being a number of up to 20 digits. */
function readNumericGs1(data: string): readonly SingleReading[] {
  if (!looksLikeGs1(data)) return [];
  return readGs1(data, false).filter(({ kind }) => kind === 'marking-code' || kind === 'gtin');
}

/** Reads text with characters that no barcode of ours holds: typed on another layout, or meant as it stands. */
function readForeign(scanned: string): readonly SingleReading[] {
  if (isUnprintable(scanned)) return [unreadable('control-characters', scanned)];
  const asItStands: SingleReading = { kind: 'text', text: scanned };
  const narrow = toHalfWidth(scanned);
  if (isAscii(narrow)) return withOriginal(readAscii(narrow), asItStands);
  if (!hasCyrillic(narrow)) return [asItStands];
  const retyped = retype(narrow);
  if (retyped === null) return [looksLikeGs1(narrow) ? unreadable('layout-ambiguous', scanned) : asItStands];
  const readings = readAscii(retyped.text);
  const matters =
    retyped.doubtful && readings.some(({ kind }) => kind === 'marking-code' || kind === 'unreadable');
  return matters ? [unreadable('layout-ambiguous', scanned)] : withOriginal(readings, asItStands);
}

/** From a Russian layout, with Caps Lock undone where that is certain: it inverts letters that stand for `]` and `}`. */
function retype(text: string): ReturnType<typeof retypeFromRussian> {
  const inverted = retypeFromRussian(invertCase(text));
  const straight = retypeFromRussian(text);
  if (inverted === null || straight === null) return straight;
  const isLocked = /^\}(c1|D2|q3)01\d{14}/.test(straight.text);
  return isLocked ? inverted : straight;
}

/** Where the repaired code is only a text, the text as it came is as likely: an offer id may well be Russian. */
function withOriginal(readings: readonly SingleReading[], original: SingleReading): readonly SingleReading[] {
  return readings.every(({ kind }) => kind === 'text') ? [original, ...readings] : readings;
}

function unreadable(problem: ScanProblem, raw: string): SingleReading {
  return { kind: 'unreadable', problem, raw };
}
