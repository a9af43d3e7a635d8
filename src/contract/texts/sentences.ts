import { LimitBreach } from '#domain/packing/acceptance-limits.ts';
import type { Verdict } from '#domain/packing/verdict.ts';
import type { FailureCode } from '../failure.ts';
import type { Language } from '../language.ts';
import { createSpeaker, type SentenceFacts } from './create-speaker.ts';
import { en, type Sentences } from './en.ts';
import { ru } from './ru.ts';
import { zhCn } from './zh-cn.ts';

/** Every sentence in every language; a missing key does not compile. */
export const sentences: Readonly<Record<Language, Sentences>> = { en, ru, 'zh-CN': zhCn };

const sentence = createSpeaker(sentences);

/** The sentence for a verdict, with its warning where there is one. */
export function verdictSentence(language: Language, verdict: Verdict): string {
  const { status } = verdict.details;
  const details = {
    posting: verdict.posting ?? '',
    product: verdict.sku ?? '',
    code: '',
    ...verdict.details,
    ...(typeof status === 'string' ? { status: shopStatusText(language, status) } : {}),
  };
  const special =
    verdict.code === 'unreadable-code'
      ? problemText(language, verdict.details.problem)
      : verdict.code === 'over-acceptance-limit'
        ? limitText(language, verdict.details)
        : null;
  const text = special ?? sentence(language, `${verdict.kind}/${verdict.code}`, details);
  return verdict.warning === null
    ? text
    : `${text} · ${sentence(language, `warning/${verdict.warning}`, {})}`;
}

/** What is wrong with a code, by its name in the domain; null for one that has no sentence. */
export function problemText(language: Language, problem: unknown): string | null {
  const known = new Map<unknown, string>(Object.entries(sentences[language].problem));
  return known.get(problem) ?? null;
}

/** The sentence for a judged weight. `key` says which way it was off. */
export function weightSentence(
  language: Language,
  key: keyof Sentences['weight'],
  details: SentenceFacts,
): string {
  return sentence(language, `weight/${key}`, details);
}

/** How a parcel is more than the acceptance point takes, by how much, and what to do about it. */
export function limitSentence(language: Language, { kind, limit, by }: LimitBreach): string {
  return sentence(language, `limit/${kind}`, { limit, by });
}

function limitText(language: Language, details: Verdict['details']): string | null {
  const breach = LimitBreach.safeParse(details);
  return breach.success ? limitSentence(language, breach.data) : null;
}

/** The shop's own word for how a posting is, in the packer's language; a word that is not known here as it is. */
export function shopStatusText(language: Language, status: string): string {
  return new Map<string, string>(Object.entries(sentences[language].shopStatus)).get(status) ?? status;
}

/** The sentence for a failed procedure. */
export function failureSentence(language: Language, code: FailureCode): string {
  return sentence(language, `failure/${code}`, {});
}
