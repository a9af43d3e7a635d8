import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Language } from '#contract/language.ts';
import { formatDistance, formatGrams, formatSpan, formatTenthsG, formatVolume, toDay } from './format.ts';
import { allTexts, say, texts } from './texts.ts';

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

/** Every text by its dotted key; the forms of a counted text are told apart. */
function flat(group: object, prefix = ''): [string, string][] {
  return Object.entries(group).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flat(value, `${prefix}${key}.`),
  );
}

const forms = /\.(one|few|many|other)$/;
const english = new Map(flat(allTexts.en));

describe('the texts of the window', () => {
  it.each(Language.options)('leave nothing empty in %s', (language) => {
    for (const [key, text] of flat(allTexts[language])) expect(text.trim(), key).not.toBe('');
  });

  it.each(Language.options)('put the same facts into each text in %s as in English', (language) => {
    for (const [key, text] of flat(allTexts[language])) {
      const same = english.get(key.replace(forms, '.other')) ?? english.get(key) ?? '';
      expect(placeholders(text), `${language} ${key}`).toEqual(placeholders(same));
    }
  });

  it.each(['ru', 'zh-CN'] as const)(
    'leave nothing in English in %s, except for names and signs',
    (language) => {
      const same = flat(allTexts[language]).filter(
        ([key, text]) => english.get(key) === text && /\p{L}{3}/u.test(text.replace(/\{\{\w+\}\}/g, '')),
      );
      expect(same.map(([key]) => key).sort()).toEqual([
        'app.name',
        'keyboardScanner.suffixes.enter',
        'keyboardScanner.suffixes.tab',
        'settings.shop.clientId',
      ]);
    },
  );
});

describe('counted texts', () => {
  afterAll(() => texts.changeLanguage('en'));

  it('take the Russian form that the number asks for', async () => {
    await texts.changeLanguage('ru');
    expect([1, 2, 5, 11, 21, 104].map((count) => say('common.postings', { count }))).toEqual([
      '1 отправление',
      '2 отправления',
      '5 отправлений',
      '11 отправлений',
      '21 отправление',
      '104 отправления',
    ]);
  });

  it('have two forms in English and one in Chinese', async () => {
    await texts.changeLanguage('en');
    expect([1, 2].map((count) => say('common.pieces', { count }))).toEqual(['1 item', '2 items']);
    await texts.changeLanguage('zh-CN');
    expect([1, 2].map((count) => say('common.pieces', { count }))).toEqual(['1 件', '2 件']);
  });

  it('show a hostile name as it is', async () => {
    await texts.changeLanguage('en');
    const name = '<b>{{count}}</b> $t(common.close)';
    expect(say('signIn.pinFor', { name })).toBe(`PIN of ${name}`);
  });
});

describe('figures', () => {
  beforeAll(() => texts.changeLanguage('en'));

  it('show weights in whole grams, and tenths where the scale has them', () => {
    expect(formatGrams('en', 1244.6)).toBe('1\u202f245\u00a0g');
    expect(formatTenthsG('en', 12_453)).toBe('1\u202f245.3\u00a0g');
    expect(formatTenthsG('en', 12_450)).toBe('1\u202f245\u00a0g');
  });

  it('turn a volume of one litre and more into litres', () => {
    expect(formatVolume('en', 943)).toBe('940\u00a0ml');
    expect(formatVolume('en', 2140)).toBe('2.1\u00a0l');
  });

  it('say how far a cutoff is, and how late it is', () => {
    const now = Date.UTC(2026, 10, 23, 12);
    expect(formatDistance(now + 38 * 60_000, now)).toBe('in 38 min');
    expect(formatDistance(now - 65 * 60_000, now)).toBe('1 h 5 min late');
    expect(formatSpan(26 * 3_600_000)).toBe('1 d 2 h');
    expect(formatSpan(-5)).toBe('0 s');
  });

  it('name the day in the bench’s own time zone', () => {
    expect(toDay(new Date(2026, 10, 3, 0, 5).getTime())).toBe('2026-11-03');
  });
});
