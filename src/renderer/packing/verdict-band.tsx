import { useEffect, useLayoutEffect, useState } from 'react';
import type { SessionView } from '#contract/bench-view.ts';
import type { Language } from '#contract/language.ts';
import { limitSentence, verdictSentence, weightSentence } from '#contract/texts/sentences.ts';
import type { Announced } from '../bench-store/announced.ts';
import { useBench } from '../bench-store/bench-store.ts';
import { VerdictShape } from '../design/verdict-shape.tsx';
import { markVerdictPainted } from '../scanning/scan-marks.ts';
import { useTexts } from '../texts/use-texts.ts';
import { unbroken } from './unbroken.tsx';
import { lookOf } from './verdict-look.ts';
import { toWeightRefusal } from './weight-refusal.ts';

/** How long a "right" stays before the band is calm again, ms. What is wrong or asked stays until something follows. */
const acceptedForMs = 6000;

/** The bench's answer to the last scan: shape, colour and one sentence, over the whole width. */
export function VerdictBand({ isSlim }: { readonly isSlim: boolean }) {
  const { say, language } = useTexts();
  const last = useBench(({ announcements }) => announcements.last);
  const isOver = useIsOver(last);
  const refusal = useBench(({ view }) => view?.session?.weightRefusal ?? null);
  const over = useBench(({ view }) => view?.session?.limitRefusal ?? null);
  const seq = last?.kind === 'verdict' ? last.seq : null;

  useLayoutEffect(() => {
    if (seq !== null) markVerdictPainted(seq);
  }, [seq]);

  const look = isOver ? 'neutral' : lookOf(last);
  const sentence = isOver || last === null ? say('verdict.ready') : sentenceOf(last);
  const names = [
    'verdict',
    `verdict--${look}`,
    `verdict--${lengthOf(sentence)}`,
    isSlim ? 'verdict--slim' : '',
  ];
  return (
    <div
      className={names.filter(Boolean).join(' ')}
      role={look === 'wrong' || look === 'stop' ? 'alert' : 'status'}
      data-testid="verdict"
      data-kind={last?.kind === 'verdict' ? last.verdict.kind : (last?.kind ?? 'none')}
      data-code={last?.kind === 'verdict' ? last.verdict.code : ''}
      data-seq={last?.kind === 'verdict' ? last.seq : ''}
      data-look={look}
    >
      <VerdictShape look={look} size="var(--verdict-shape)" />
      <p className="verdict__sentence">
        {unbroken(sentence, last?.kind === 'verdict' ? last.verdict.posting : null)}
      </p>
    </div>
  );

  function sentenceOf(said: Announced): string {
    switch (said.kind) {
      case 'verdict':
        return verdictSentence(language, said.verdict);
      case 'weight':
        return weightSentenceOf(language, said, refusal, over);
      case 'lost':
        return say(said.why === 'not-taken' ? 'station.notTaken' : 'station.noAnswer');
    }
  }
}

/** In the language of now: the bench may have changed it since it said so. */
function weightSentenceOf(
  language: Language,
  said: Extract<Announced, { kind: 'weight' }>,
  refusal: SessionView['weightRefusal'],
  over: SessionView['limitRefusal'],
): string {
  if (said.isAccepted) {
    const key = said.expectedG === null ? 'unchecked' : 'accepted';
    return weightSentence(language, key, { weightG: Math.round(said.weightG) });
  }
  if (over !== null) return limitSentence(language, over.breach);
  return refusal === null ? said.sentence : weightSentence(language, ...toWeightRefusal(refusal));
}

/** A sentence is set as large as its length allows. */
function lengthOf(sentence: string): 'short' | 'middle' | 'long' {
  if (sentence.length <= 42) return 'short';
  return sentence.length <= 90 ? 'middle' : 'long';
}

function useIsOver(last: Announced | null): boolean {
  const [overTurn, setOverTurn] = useState<number | null>(null);
  const turn = last?.turn ?? null;
  const passes = lookOf(last) === 'accepted';
  useEffect(() => {
    if (!passes) return;
    const timer = setTimeout(() => setOverTurn(turn), acceptedForMs);
    return () => clearTimeout(timer);
  }, [turn, passes]);
  return turn === null || overTurn === turn;
}
