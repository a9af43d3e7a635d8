import { describe, expect, it } from 'vitest';
import { findingCodes } from '#domain/catalogue/import-finding.ts';
import { Language } from '../../language.ts';
import { columnName, findingSentence, importTexts } from './import-sentences.ts';

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe('what is said of a sheet', () => {
  it.each(Language.options)(
    'has a sentence in %s for everything that can be wrong, with the same facts',
    (language) => {
      expect(Object.keys(importTexts[language].finding)).toEqual(expect.arrayContaining([...findingCodes]));
      for (const [group, english] of Object.entries(importTexts.en)) {
        const own = new Map(
          Object.entries(importTexts[language]).map(([name, all]) => [name, new Map(Object.entries(all))]),
        );
        for (const [key, text] of Object.entries(english))
          expect(placeholders(own.get(group)?.get(key) ?? ''), `${group}/${key}`).toEqual(placeholders(text));
      }
    },
  );

  it('names the nearest value where there is one, and takes a cell’s text as it is', () => {
    const facts = { value: '{{price}} <b>', near: '' };
    expect(findingSentence('en', { code: 'not-in-list', facts })).toBe(
      '“{{price}} <b>” is not in the shop’s list',
    );
    expect(findingSentence('ru', { code: 'not-in-list', facts: { ...facts, near: 'белый' } })).toContain(
      '«белый»',
    );
  });

  it('calls a characteristic as the shop does', () => {
    expect(columnName('ru', 'article', [])).toBe('Артикул');
    expect(columnName('ru', 'a:85', [{ id: '85', name: 'Бренд' }])).toBe('Бренд');
  });
});
