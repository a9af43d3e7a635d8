import { expect, it } from 'vitest';
import type { Handling } from '#domain/posting/handling.ts';
import { listPostings } from './posting-queue.ts';
import { getPosting } from './posting-record.ts';
import { shopPosting, takeOver } from './testing/shop-postings.ts';
import { openBench } from './testing/temporary-bench.ts';

const said: Handling = {
  ...{ substatus: 'posting_created', offers: ['ship', 'cancel'], company: 'ООО «Ромашка»' },
  ...{ traits: ['presortable', 'multi-box'], unsaid: [] },
};

it('what the shop offers and wants is kept, and a reading that does not speak of it takes nothing away', () => {
  const db = openBench();
  const posting = shopPosting('7-1-1', { handling: said });
  takeOver(db, posting);
  const [entry] = listPostings(db, { state: 'queued', limit: 1, offset: 0 }).entries;
  expect(entry?.handling).toMatchObject({ offers: ['ship', 'cancel'], company: 'ООО «Ромашка»' });
  const silent: Handling = { ...said, traits: ['multi-box'], unsaid: ['click-and-collect', 'presortable'] };
  expect(takeOver(db, { ...posting, handling: silent })).toMatchObject([{ kind: 'same' }]);
  expect(getPosting(db, posting.number)?.posting.handling.traits).toEqual(['multi-box', 'presortable']);
  const changed: Handling = { ...said, offers: null, traits: [] };
  expect(takeOver(db, { ...posting, handling: changed })).toMatchObject([{ kind: 'changed' }]);
  expect(getPosting(db, posting.number)?.posting.handling).toMatchObject({ offers: null, traits: [] });
});
