import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { ActorId, CartonCode, PostingNumber, SessionId } from '#domain/ids.ts';
import { savePackage } from '../database/packages.ts';
import { beginSession, shopPosting, takeOver } from '../database/testing/shop-postings.ts';
import { openBench } from '../database/testing/temporary-bench.ts';
import { transaction } from '../database/transaction.ts';
import { documentTexts } from './document-texts.ts';
import { writeManifest } from './write-manifest.ts';

const session = '01900000-0000-7000-8000-000000000001';

it('a day is read from the bench’s own file beside the station: its packages, with what is in them', async () => {
  const db = openBench();
  takeOver(db, shopPosting('1-1'));
  beginSession(db, '1-1', session);
  const row = {
    session: SessionId.parse(session),
    posting: PostingNumber.parse('1-1'),
    carton: CartonCode.parse('S'),
    units: 2,
    expectedG: null,
    weightG: 498,
    state: 'closed',
    packer: ActorId.parse('P1'),
    shopPosting: null,
    interim: false,
  } as const;
  transaction(db, () => {
    savePackage(db, { ...row, n: 1, packedAt: new Date(2026, 10, 23, 0, 0).getTime() });
    savePackage(db, { ...row, n: 2, packedAt: new Date(2026, 10, 23, 23, 59).getTime() });
    savePackage(db, { ...row, n: 3, packedAt: new Date(2026, 10, 24, 0, 0).getTime() });
  });
  const outPath = join(db.home, 'manifest.csv');
  const request = { db, day: '2026-11-23', format: 'csv', outPath, language: 'en' } as const;
  const written = await writeManifest({ ...request, bench: 'B1', shops: [], now: 0 });
  expect(written).toMatchObject({ ok: true, value: { packages: 2 } });
  const [, first, second] = parse(await readFile(outPath), { bom: true });
  expect(first?.slice(0, 5)).toEqual(['1-1', '1', documentTexts('en').states.closed, 'S', '498']);
  expect(first?.[6]).toContain(' × ');
  expect(second?.[1]).toBe('2');
});
