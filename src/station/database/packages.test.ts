import { describe, expect, it } from 'vitest';
import { CartonCode, PostingNumber, SessionId, ShopId } from '#domain/ids.ts';
import { appendEvents } from './event-log.ts';
import { findPostingsByCode } from './find-postings.ts';
import { countPacked, manifestPage, streamManifest } from './manifest-rows.ts';
import { waitsForLabel } from './other-shops.ts';
import { type PackageRow, packagesOf, packagesOfPosting, relabelList, savePackage } from './packages.ts';
import { shiftFigures } from './shift-figures.ts';
import { beginSession, shopPosting, takeOver } from './testing/shop-postings.ts';
import { openBench } from './testing/temporary-bench.ts';
import { transaction } from './transaction.ts';

const first = '01900000-0000-7000-8000-000000000001';
const posting = PostingNumber.parse('1-1');

function packed(session: string, n: number, other: Partial<PackageRow> = {}): PackageRow {
  return {
    session: SessionId.parse(session),
    n,
    posting,
    carton: CartonCode.parse('S'),
    units: 2,
    expectedG: 500.5,
    weightG: 498,
    state: 'closed',
    packer: 'P1',
    packedAt: 1000,
    shopPosting: null,
    interim: false,
    ...other,
  };
}

describe('packages', () => {
  it('are on the manifest of the day they were packed, and not when taken apart again', () => {
    const db = openBench();
    takeOver(db, shopPosting('1-1'));
    beginSession(db, '1-1', first);
    transaction(db, () => {
      savePackage(db, packed(first, 1));
      savePackage(db, packed(first, 1, { shopPosting: PostingNumber.parse('1-1') }));
      savePackage(db, packed(first, 2, { packedAt: 1999, shopPosting: PostingNumber.parse('1-2') }));
      savePackage(db, packed(first, 3, { packedAt: 2000 }));
      savePackage(db, packed(first, 4, { state: 'void' }));
      savePackage(db, packed(first, 5, { state: 'open', packedAt: null }));
    });
    const day = { from: 1000, to: 2000 };
    expect([...streamManifest(db, day)].map((row) => row.package)).toEqual([1, 2]);
    expect(manifestPage(db, day, { limit: 1, offset: 1 })).toMatchObject([
      { posting: '1-1', package: 2, shopPosting: '1-2', carton: 'S', weightG: 498, deliveryMethod: 'Курьер' },
    ]);
    expect(countPacked(db, day)).toBe(2);
    expect(packagesOf(db, SessionId.parse(first))).toHaveLength(5);
    expect(packagesOfPosting(db, posting)).toHaveLength(5);
    expect(findPostingsByCode(db, '1-2').map((record) => record.posting.number)).toEqual(['1-1']);
  });

  it('wait for relabelling until the shop’s label took the interim one’s place, and their shop with them', () => {
    const db = openBench();
    takeOver(db, shopPosting('1-1'));
    beginSession(db, '1-1', first);
    transaction(db, () => {
      savePackage(db, packed(first, 1, { interim: true }));
      savePackage(
        db,
        packed(first, 2, { interim: true, shopPosting: PostingNumber.parse('1-2'), packedAt: 1001 }),
      );
    });
    expect(relabelList(db).map((row) => row.n)).toEqual([1, 2]);
    transaction(db, () => savePackage(db, packed(first, 2)));
    expect(relabelList(db)).toHaveLength(1);
    const { shop } = shopPosting('1-1');
    expect(waitsForLabel(db, shop)).toBe(true);
    expect(waitsForLabel(db, ShopId.parse('another'))).toBe(false);
    transaction(db, () => savePackage(db, packed(first, 1)));
    expect(waitsForLabel(db, shop)).toBe(false);
  });

  it('add up to the shift’s figures', () => {
    const db = openBench();
    takeOver(db, shopPosting('1-1'));
    beginSession(db, '1-1', first);
    const event = (type: string, rest: object) => ({
      session: null,
      posting,
      at: 1500,
      actor: 'P1',
      event: { type, ...rest },
    });
    transaction(db, () => {
      savePackage(db, packed(first, 1));
      savePackage(db, packed(first, 2, { packedAt: 1000 + 3_600_000, packer: 'P2' }));
      appendEvents(db, [
        event('scanned', { kind: 'rejected' }),
        event('scanned', { kind: 'accepted' }),
        event('package-packed', { overriddenBy: 'L1' }),
        event('package-packed', { overriddenBy: null }),
      ]);
    });
    expect(shiftFigures(db, { from: 1000, to: 10_000_000 })).toEqual({
      packages: 2,
      postings: 1,
      units: 4,
      rejectedScans: 1,
      overrides: 1,
      perHour: [
        { hour: 0, packages: 1 },
        { hour: 1, packages: 1 },
      ],
      perPacker: [
        { packer: 'P1', packages: 1 },
        { packer: 'P2', packages: 1 },
      ],
    });
  });
});
