import type { ImportFinding } from '#domain/catalogue/import-finding.ts';
import { fixedColumns } from '#domain/catalogue/sheet-column.ts';
import type { Language } from '../../language.ts';
import { createSpeaker, type SentenceFacts } from '../create-speaker.ts';
import { en, type ImportTexts } from './en.ts';
import { ru } from './ru.ts';
import { zhCn } from './zh-cn.ts';

/** What is said of a sheet of products, in every language; a missing key does not compile. */
export const importTexts: Readonly<Record<Language, ImportTexts>> = { en, ru, 'zh-CN': zhCn };

const sentence = createSpeaker(importTexts);

type Said = Pick<ImportFinding, 'code' | 'facts'>;

/** What is wrong with a cell, in words that a seller understands. */
export function findingSentence(language: Language, { code, facts }: Said): string {
  const hasNear = code === 'not-in-list' && typeof facts.near === 'string' && facts.near !== '';
  return sentence(language, `finding/${code}${hasNear ? '-near' : ''}`, facts);
}

/** Why a file could not be taken as a sheet of products. */
export function sheetProblemSentence(
  language: Language,
  code: keyof ImportTexts['problem'],
  facts: SentenceFacts,
): string {
  return sentence(language, `problem/${code}`, facts);
}

/** A column's name: a fixed one's own, a characteristic's as the shop calls it. */
export function columnName(
  language: Language,
  column: string,
  attributes: readonly { readonly id: string; readonly name: string }[],
): string {
  const fixed = fixedColumns.find((one) => one === column);
  if (fixed !== undefined) return importTexts[language].column[fixed];
  return attributes.find(({ id }) => `a:${id}` === column)?.name ?? column;
}
