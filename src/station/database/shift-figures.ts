import type { ReadableDatabase } from './bench-database.ts';
import type { Period } from './manifest-rows.ts';
import { prepareOnce } from './prepare-once.ts';

/** What a shift came to. */
export type ShiftFigures = {
  readonly packages: number;
  readonly postings: number;
  readonly units: number;
  readonly rejectedScans: number;
  /** Weights out of tolerance that a lead let pass. */
  readonly overrides: number;
  /** By whole hours since the period's begin; hours without a package are absent. */
  readonly perHour: readonly { readonly hour: number; readonly packages: number }[];
  readonly perPacker: readonly { readonly packer: string; readonly packages: number }[];
};

type Totals = Pick<ShiftFigures, 'packages' | 'postings' | 'units'>;

const packed = "FROM package WHERE packed_at >= :from AND packed_at < :to AND state <> 'void'";

const statements = prepareOnce((db: ReadableDatabase) => ({
  totals: db.sqlite.prepare<Period, Totals>(
    `SELECT count(*) AS packages, count(DISTINCT posting) AS postings, coalesce(sum(units), 0) AS units ${packed}`,
  ),
  rejected: db.sqlite
    .prepare<Period, number>(
      `SELECT count(*) FROM event WHERE type = 'scanned' AND at >= :from AND at < :to AND data ->> 'kind' = 'rejected'`,
    )
    .pluck(),
  overrides: db.sqlite
    .prepare<Period, number>(
      `SELECT count(*) FROM event
       WHERE type = 'package-packed' AND at >= :from AND at < :to AND data ->> 'overriddenBy' IS NOT NULL`,
    )
    .pluck(),
  perHour: db.sqlite.prepare<Period, ShiftFigures['perHour'][number]>(
    `SELECT CAST((packed_at - :from) / 3600000 AS INTEGER) AS hour, count(*) AS packages ${packed} GROUP BY hour ORDER BY hour`,
  ),
  perPacker: db.sqlite.prepare<Period, ShiftFigures['perPacker'][number]>(
    `SELECT packer, count(*) AS packages ${packed} GROUP BY packer ORDER BY packages DESC, packer`,
  ),
}));

/** Counts what was packed in a period; a day of some thousand packages takes a few ms. */
export function shiftFigures(db: ReadableDatabase, period: Period): ShiftFigures {
  const { totals, rejected, overrides, perHour, perPacker } = statements(db);
  return {
    ...(totals.get(period) ?? { packages: 0, postings: 0, units: 0 }),
    rejectedScans: rejected.get(period) ?? 0,
    overrides: overrides.get(period) ?? 0,
    perHour: perHour.all(period),
    perPacker: perPacker.all(period),
  };
}
