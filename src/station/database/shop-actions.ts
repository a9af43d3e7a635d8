import { v7 } from 'uuid';
import type { PostingNumber } from '#domain/ids.ts';
import type { BenchDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';
import type { shopAction } from './schema.ts';

/** Something that a lead had the shop do with a posting. `detail` is JSON; times are epoch ms. */
export type ShopActionRow = Readonly<typeof shopAction.$inferSelect>;
export type ShopActionKind = ShopActionRow['kind'];

const statements = prepareOnce((db: BenchDatabase) => ({
  ask: db.sqlite.prepare(
    'INSERT INTO shop_action (id, posting, kind, detail, actor, asked_at) VALUES (?, ?, ?, ?, ?, ?)',
  ),
  end: db.sqlite.prepare('UPDATE shop_action SET outcome = ?, words = ? WHERE id = ?'),
  interrupted: db.sqlite.prepare<[], Pick<ShopActionRow, 'id' | 'posting' | 'kind'>>(
    "SELECT id, posting, kind FROM shop_action WHERE outcome = 'asked' ORDER BY asked_at, id",
  ),
  of: db.sqlite.prepare<[string], ShopActionRow>(
    `SELECT id, posting, kind, detail, actor, asked_at AS askedAt, outcome, words FROM shop_action
     WHERE posting = ? ORDER BY asked_at, id`,
  ),
  madeAsPart: db.sqlite
    .prepare<[string], number>(
      "SELECT count(*) FROM shop_action WHERE kind = 'ship-part' AND outcome = 'done' AND words = ?",
    )
    .pluck(),
}));

/** Did a person of this bench have the shop ship this posting as part of another? */
export function wasShippedAsPart(db: BenchDatabase, posting: PostingNumber): boolean {
  return (statements(db).madeAsPart.get(posting) ?? 0) > 0;
}

/** Notes what is asked of the shop before it is asked; returns the note's id. */
export function noteShopAction(
  db: BenchDatabase,
  action: Pick<ShopActionRow, 'kind' | 'actor' | 'askedAt'> & {
    /** "" for what is about no posting. */
    readonly posting: string;
    readonly detail: unknown;
  },
): string {
  const id = v7();
  const { posting, kind, detail, actor, askedAt } = action;
  statements(db).ask.run(id, posting, kind, JSON.stringify(detail), actor, askedAt);
  return id;
}

/** Notes what came of it; `words` are the shop's own. */
export function endShopAction(
  db: BenchDatabase,
  id: string,
  outcome: ShopActionRow['outcome'],
  words: string | null,
): void {
  statements(db).end.run(outcome, words, id);
}

/** Everything that was asked of the shop about a posting, in order. */
export function shopActionsOf(db: BenchDatabase, posting: PostingNumber): readonly ShopActionRow[] {
  return statements(db).of.all(posting);
}

/** What was asked and has no outcome, in order. At a start these are what was interrupted. */
export function interruptedShopActions(
  db: BenchDatabase,
): readonly Pick<ShopActionRow, 'id' | 'posting' | 'kind'>[] {
  return statements(db).interrupted.all();
}
