import { join } from 'node:path';
import { ok } from '#domain/result.ts';
import { makeFolder } from '../database/make-folder.ts';
import { keptReturn, noteReturnCheck, returnChecks } from '../database/return-checks.ts';
import { transaction } from '../database/transaction.ts';
import { returnCheckCsv } from '../documents/return-check-csv.ts';
import { writeDurably } from '../documents/write-durably.ts';
import { localDayOf } from '../packing/local-day.ts';
import { personName } from '../packing/person-name.ts';
import { failed, type Handlers } from './procedure-context.ts';

const LOOKS_BACK_MS = 60 * 86_400_000;

/** Goods that come back are held against what they should be. */
export const returnCheckProcedures: Handlers<'returnCheck.list' | 'returnCheck.note' | 'returnCheck.export'> =
  {
    'returnCheck.list': (_input, { db, now, benchFile }) => {
      const rows = returnChecks(db, { from: now() - LOOKS_BACK_MS, to: now() + 1 });
      return ok({
        checks: rows.map(({ returnId, found, note, actor, at }) => ({
          ...{ returnId, found, note, at, person: personName(benchFile(), actor) },
        })),
      });
    },
    'returnCheck.note': ({ id, found, note }, { db, shop: shopOf, now, bench }) => {
      const shop = shopOf();
      if (shop === null) return failed('no-shop', 'returns');
      const goods = keptReturn(db, shop.id, id);
      if (goods === null) return failed('not-found', id);
      const finding = { found, note, actor: bench.actor?.id ?? '', at: now() };
      transaction(db, () => noteReturnCheck(db, shop.id, goods, finding));
      return ok({ done: true });
    },
    'returnCheck.export': async ({ day }, { db, home, benchFile }) => {
      const rows = returnChecks(db, localDayOf(day));
      const folder = join(home, 'exports');
      const file = join(folder, `returns-${day}.csv`);
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      try {
        makeFolder(folder);
        const nameOf = (actor: string) => personName(benchFile(), actor);
        await writeDurably(file, returnCheckCsv(rows, { timeZone, nameOf }));
      } catch (cause) {
        return failed('export-failed', cause instanceof Error ? cause.message : String(cause));
      }
      return ok({ file, returns: rows.length });
    },
  };
