import { describe, expect, it } from 'vitest';
import { RejectionCode } from '#domain/packing/session-event.ts';
import { AcceptedCode, accepted, QuestionCode, rejected } from '#domain/packing/verdict.ts';
import { FailureCode } from '../failure.ts';
import { Language } from '../language.ts';
import { failureSentence, problemText, sentences, verdictSentence } from './sentences.ts';

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe('sentences', () => {
  it.each(Language.options)('has a sentence in %s for every verdict and failure', (language) => {
    const { accepted, rejected, question, failure } = sentences[language];
    expect(Object.keys(accepted).sort()).toEqual([...AcceptedCode.options].sort());
    expect(Object.keys(rejected).sort()).toEqual([...RejectionCode.options].sort());
    expect(Object.keys(question).sort()).toEqual([...QuestionCode.options].sort());
    expect(Object.keys(failure).sort()).toEqual([...FailureCode.options].sort());
  });

  it.each(Language.options)('uses the same facts in %s as in English', (language) => {
    for (const [group, texts] of Object.entries(sentences.en)) {
      const translated = new Map(
        Object.entries(sentences[language]).map(([name, value]) => [name, new Map(Object.entries(value))]),
      );
      for (const [key, text] of Object.entries(texts)) {
        expect(placeholders(translated.get(group)?.get(key) ?? ''), `${group}/${key}`).toEqual(
          placeholders(text),
        );
      }
    }
  });

  it('tells the packer what to do in their own language', () => {
    const verdict = accepted('unit-packed', { details: { product: 'Кружка', packed: 1, wanted: 2 } });
    expect(verdictSentence('ru', verdict)).toBe('Кружка: 1 из 2');
    expect(failureSentence('zh-CN', 'wrong-pin')).toBe('PIN 不正确');
  });

  it('says how the shop keeps a posting in the packer’s language, and a word that it does not know as it is', () => {
    const notReady = (status: string) =>
      verdictSentence('zh-CN', rejected('posting-not-ready', { details: { status } }));
    expect(notReady('awaiting_deliver')).toContain('等待发运');
    expect(notReady('constructor')).toContain('constructor');
  });

  it.each(Language.options)('says in %s what is wrong with a code that cannot be read', (language) => {
    for (const problem of Object.keys(sentences.en.problem)) {
      const said = verdictSentence(language, rejected('unreadable-code', { details: { problem } }));
      expect(said).toBe(problemText(language, problem));
      expect(said).not.toBe(sentences[language].rejected['unreadable-code']);
    }
    const unknown = rejected('unreadable-code', { details: { problem: 'constructor' } });
    expect(verdictSentence(language, unknown)).toBe(sentences[language].rejected['unreadable-code']);
  });

  it('adds a warning behind the sentence', () => {
    expect(verdictSentence('en', accepted('posting-closed', { warning: 'past-cutoff' }))).toBe(
      'Done. Next posting · Past its cutoff',
    );
  });

  it('shows a hostile code as it is, without reading placeholders in it', () => {
    const verdict = rejected('unknown-code', { details: { code: '{{posting}} $t(accepted/signed-in) <b>' } });
    expect(verdictSentence('en', verdict)).toBe('Unknown code {{posting}} $t(accepted/signed-in) <b>');
  });
});
