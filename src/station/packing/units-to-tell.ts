import type { Session, Unit } from '#domain/packing/session.ts';
import type { UnitNumberKind } from '#domain/scanning/unit-number.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { declarationsOf } from '../database/declarations.ts';
import type { UnitFacts } from '../shop/seller-account.ts';

/** What the shop must know of the units of a posting before it ships them; empty where it wants nothing. */
export function unitsToTell(db: BenchDatabase, session: Pick<Session, 'posting' | 'packages'>): UnitFacts[] {
  const declared = declarationsOf(db, session.posting).filter(({ state }) => state === 'given');
  const given = (sku: string, kind: string) =>
    declared.find((one) => one.sku === sku && one.kind === kind)?.value;
  return session.packages
    .flatMap((parcel) => parcel.units)
    .flatMap((unit) => {
      const { sku } = unit;
      const customsDeclaration = given(sku, 'customs-declaration');
      const batchNumber = given(sku, 'batch-number');
      const facts = {
        ...ownFacts(unit),
        ...(customsDeclaration === undefined ? {} : { customsDeclaration }),
        ...(batchNumber === undefined ? {} : { batchNumber }),
      };
      return Object.keys(facts).length === 0 ? [] : [{ sku, ...facts }];
    });
}

/** What this one unit carries and weighs, as it was scanned at the bench. */
export function ownFacts({ marking, numbers, weightG }: Unit): Omit<UnitFacts, 'sku'> {
  const numberOf = (kind: UnitNumberKind) => numbers.find((number) => number.kind === kind)?.value;
  const imei = numberOf('imei');
  const jewelryUin = numberOf('jewelry-uin');
  return {
    ...(marking === null ? {} : { markingCode: marking.code }),
    ...(imei === undefined ? {} : { imei }),
    ...(jewelryUin === undefined ? {} : { jewelryUin }),
    ...(weightG === null ? {} : { weightG }),
  };
}
