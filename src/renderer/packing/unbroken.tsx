import type { ReactNode } from 'react';

/** A sentence in which a posting's number is read as one: it is never broken at its dashes. */
export function unbroken(sentence: string, posting: string | null): ReactNode {
  const at = posting === null ? -1 : sentence.indexOf(posting);
  if (posting === null || at < 0) return sentence;
  return (
    <>
      {sentence.slice(0, at)}
      <span className="unbroken">{posting}</span>
      {sentence.slice(at + posting.length)}
    </>
  );
}
