import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { err, ok } from '#domain/result.ts';
import { type Walk, walkPages } from './walk-pages.ts';

type Page = { readonly n: number; readonly nextCursor: string | null };
const page = (n: number, last: number) => ok({ n, nextCursor: n < last ? String(n + 1) : null });
const alone: Pick<Walk<Page>, 'from' | 'lanesMax' | 'fork'> = { from: [null], lanesMax: 1, fork: () => null };

describe('a list that is walked', () => {
  it('is taken over in order, one page at a time, with the next one asked for meanwhile', async () => {
    const log: string[] = [];
    const end = await walkPages<Page>({
      ...alone,
      pagesMax: 10,
      read: async (cursor) => {
        log.push(`ask ${cursor ?? 0}`);
        return page(Number(cursor ?? 0), 2);
      },
      takeOver: async ({ n }) => {
        log.push(`take ${n}`);
        await Promise.resolve();
        log.push(`taken ${n}`);
      },
    });
    expect(end).toEqual({ kind: 'through', pages: 3 });
    expect(log.filter((entry) => !entry.startsWith('ask'))).toEqual([
      ...['take 0', 'taken 0', 'take 1', 'taken 1', 'take 2', 'taken 2'],
    ]);
    expect(log.indexOf('ask 1')).toBeLessThan(log.indexOf('take 0'));
  });

  it('ends at the page that was not answered, with what came before it taken over', async () => {
    const taken: number[] = [];
    const away = err({ code: 'retry', afterMs: null, detail: 'away' } as const);
    const end = await walkPages<Page>({
      ...alone,
      pagesMax: 10,
      read: async (cursor) => (cursor === '1' ? away : page(0, 5)),
      takeOver: async ({ n }) => void taken.push(n),
    });
    expect(end).toMatchObject({ kind: 'failed', cursor: '1', error: { code: 'retry' } });
    expect(taken).toEqual([0]);
  });

  it('that never ends is given up', async () => {
    const end = await walkPages<Page>({
      ...alone,
      pagesMax: 3,
      read: async (cursor) => page(Number(cursor ?? 0), 99),
      takeOver: async () => undefined,
    });
    expect(end).toEqual({ kind: 'too-long', cursor: '3' });
  });

  it('throws what taking over throws, with however many lanes', async () => {
    for (const lanesMax of [1, 4]) {
      const walk = walkPages<Page>({
        ...list(40, lanesMax),
        takeOver: async () => Promise.reject(new Error('disk full')),
      });
      await expect(walk).rejects.toThrow('disk full');
    }
  });

  it('by several lanes is read whole, each page once, and never by more than there may be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.scheduler(),
        async (count, lanesMax, s) => {
          const taken: number[] = [];
          const world = { reading: 0, most: 0, taking: 0 };
          const pages = list(count, lanesMax);
          const walk = walkPages<Page>({
            ...pages,
            read: async (cursor) => {
              world.reading += 1;
              world.most = Math.max(world.most, world.reading);
              await s.schedule(Promise.resolve());
              world.reading -= 1;
              return pages.read(cursor);
            },
            takeOver: async ({ n }) => {
              world.taking += 1;
              expect(world.taking).toBe(1);
              await s.schedule(Promise.resolve());
              world.taking -= 1;
              taken.push(n);
            },
          });
          expect(await s.waitFor(walk)).toEqual({ kind: 'through', pages: count });
          expect([...taken].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, n) => n));
          expect(world.most).toBeLessThanOrEqual(lanesMax);
        },
      ),
    );
  });

  it('is taken up where a crash has left it, without a page that is missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.nat(39),
        fc.scheduler(),
        async (count, crashAt, s) => {
          const taken = new Set<number>();
          let onDisk: readonly (string | null)[] = [null];
          const pages = list(count, 4);
          const crashing = walkPages<Page>({
            ...pages,
            read: (cursor) => s.schedule(pages.read(cursor)),
            takeOver: async ({ n }, open) => {
              if (taken.size >= crashAt) throw new Error('power cut');
              taken.add(n);
              onDisk = open;
            },
          }).catch(() => null);
          await s.waitFor(crashing);
          if (onDisk.length > 0)
            await walkPages<Page>({ ...pages, from: onDisk, takeOver: async ({ n }) => void taken.add(n) });
          expect(taken.size).toBe(count);
        },
      ),
    );
  });
});

/** A list of numbered pages whose cursors are "first-end", and can be divided in the middle. */
function list(count: number, lanesMax: number): Walk<Page> {
  const rangeOf = (cursor: string | null) => {
    const [first = 0, end = count] = cursor?.split('-').map(Number) ?? [];
    return [first, end] as const;
  };
  return {
    ...{ from: [null], pagesMax: 1_000, lanesMax },
    read: async (cursor) => {
      const [first, end] = rangeOf(cursor);
      return ok({ n: first, nextCursor: first + 1 < end ? `${first + 1}-${end}` : null });
    },
    fork: (cursor) => {
      const [first, end] = rangeOf(cursor);
      const middle = Math.ceil((first + end) / 2);
      return end - first < 2 ? null : [`${first}-${middle}`, `${middle}-${end}`];
    },
    takeOver: async () => undefined,
  };
}
