import type { PostingPage } from './seller-account.ts';

/**
 * Notices where two lanes of one reading meet that come towards one another: at the first page of which every posting was read
 * before. To be asked once for each page, in the order in which they come.
 */
export function meeting(): (page: PostingPage) => boolean {
  const read = new Set<string>();
  return ({ postings, setAside, isFromBothEnds = false }) => {
    const names = [...postings.map(({ number }) => number), ...setAside.map(({ subject }) => subject)];
    const isKnown = names.length > 0 && names.every((name) => read.has(name));
    for (const name of names) read.add(name);
    return isFromBothEnds && isKnown;
  };
}
