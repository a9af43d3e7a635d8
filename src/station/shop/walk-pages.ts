import type { Result } from '#domain/result.ts';
import type { ShopFailure } from './seller-account.ts';

type Page = { readonly nextCursor: string | null };

/** How a walk ended: through, at a page that was not answered, or with its pages used up at this cursor. */
export type WalkEnd =
  | { readonly kind: 'through'; readonly pages: number }
  | { readonly kind: 'failed'; readonly error: ShopFailure; readonly cursor: string | null }
  | { readonly kind: 'too-long'; readonly cursor: string };

/**
 * Reads a list page by page from `cursor` on. While a page is taken over the next one is on its way, so that the shop's way and
 * our disk do not wait for one another; pages are taken over in their order, one at a time.
 */
export async function walkPages<One extends Page>(
  cursor: string | null,
  pagesMax: number,
  read: (cursor: string | null) => Promise<Result<One, ShopFailure>>,
  takeOver: (page: One) => Promise<void>,
): Promise<WalkEnd> {
  let at = cursor;
  let answer = await read(at);
  for (let pages = 1; ; pages += 1) {
    if (!answer.ok) return { kind: 'failed', error: answer.error, cursor: at };
    const { value } = answer;
    const { nextCursor } = value;
    const next = nextCursor === null || pages >= pagesMax ? null : read(nextCursor);
    // Where taking over throws, nobody waits for the next page any more.
    next?.catch(() => undefined);
    await takeOver(value);
    if (nextCursor === null) return { kind: 'through', pages };
    if (next === null) return { kind: 'too-long', cursor: nextCursor };
    at = nextCursor;
    answer = await next;
  }
}
