import { join } from 'node:path';
import type { PostingNumber } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { makeFolder } from '../database/make-folder.ts';
import { countPacked, manifestPage } from '../database/manifest-rows.ts';
import { getPosting } from '../database/posting-record.ts';
import { shiftFigures } from '../database/shift-figures.ts';
import { writeManifest } from '../documents/write-manifest.ts';
import { localDayOf } from '../packing/local-day.ts';
import { personName } from '../packing/person-name.ts';
import { handOver, waitingForHandover } from '../shop/hand-over.ts';
import { failed, type Handlers } from './procedure-context.ts';

/** Does the shop offer it now, as it was read last? */
function mayCorrect(db: BenchDatabase, shopPosting: PostingNumber | null): boolean {
  const posting = shopPosting === null ? null : getPosting(db, shopPosting);
  return posting?.posting.handling.offers?.includes('update-codes') ?? false;
}

/** What a lead closes the day with. */
export const shiftProcedures: Handlers<
  'shift.summary' | 'manifest.rows' | 'manifest.export' | 'handover.waiting' | 'handover.create'
> = {
  'shift.summary': ({ day }, { db, benchFile }) => {
    const figures = shiftFigures(db, localDayOf(day));
    const perPacker = figures.perPacker.map(({ packer, packages }) => ({
      packer: personName(benchFile(), packer),
      packages,
    }));
    return ok({ ...figures, perHour: [...figures.perHour], perPacker });
  },
  'manifest.rows': ({ day, limit }, { db, benchFile }) => {
    const period = localDayOf(day);
    const rows = manifestPage(db, period, { limit, offset: 0 });
    return ok({
      rows: rows.map((row) => ({
        ...row,
        carton: row.carton ?? '',
        packer: personName(benchFile(), row.packer),
        mayCorrect: mayCorrect(db, row.shopPosting),
      })),
      total: countPacked(db, period),
    });
  },
  'manifest.export': async ({ day, format }, { db, home, benchFile, now }) => {
    const folder = join(home, 'exports');
    makeFolder(folder);
    const outPath = join(folder, `manifest-${day}.${format}`);
    const { bench, language, shops } = benchFile();
    const written = await writeManifest({
      db,
      day,
      format,
      outPath,
      language,
      bench,
      shops,
      now: now(),
    });
    return written.ok
      ? ok({ file: outPath, packages: written.value.packages })
      : failed('export-failed', `${written.error.code}: ${written.error.detail}`);
  },
  'handover.waiting': (_, { db, now, shopId }) =>
    ok({ methods: shopId === null ? [] : waitingForHandover(db, shopId, now()) }),
  'handover.create': async ({ day, deliveryMethodId, withoutRefused = false }, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'handover');
    const { db, home, now, bench } = context;
    const actor = bench.actor?.id ?? '';
    const outcome = await handOver({ db, home, shop, day, deliveryMethodId, withoutRefused, actor, now });
    return outcome.ok ? outcome : failed('shop-failed', outcome.error);
  },
};
