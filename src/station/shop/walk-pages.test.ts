import { describe, expect, it } from 'vitest';
import { err, ok } from '#domain/result.ts';
import { walkPages } from './walk-pages.ts';

const page = (n: number, last: number) => ok({ n, nextCursor: n < last ? String(n + 1) : null });

describe('a list that is walked', () => {
  it('is taken over in order, one page at a time, with the next one asked for meanwhile', async () => {
    const log: string[] = [];
    const end = await walkPages(
      null,
      10,
      async (cursor) => {
        log.push(`ask ${cursor ?? 0}`);
        return page(Number(cursor ?? 0), 2);
      },
      async ({ n }) => {
        log.push(`take ${n}`);
        await Promise.resolve();
        log.push(`taken ${n}`);
      },
    );
    expect(end).toEqual({ kind: 'through', pages: 3 });
    expect(log.filter((entry) => !entry.startsWith('ask'))).toEqual([
      ...['take 0', 'taken 0', 'take 1', 'taken 1', 'take 2', 'taken 2'],
    ]);
    expect(log.indexOf('ask 1')).toBeLessThan(log.indexOf('take 0'));
  });

  it('ends at the page that was not answered, with what came before it taken over', async () => {
    const taken: number[] = [];
    const away = err({ code: 'retry', afterMs: null, detail: 'away' } as const);
    const end = await walkPages(
      null,
      10,
      async (cursor) => (cursor === '1' ? away : page(0, 5)),
      async ({ n }) => void taken.push(n),
    );
    expect(end).toMatchObject({ kind: 'failed', cursor: '1', error: { code: 'retry' } });
    expect(taken).toEqual([0]);
  });

  it('that never ends is given up', async () => {
    const end = await walkPages(
      null,
      3,
      async (cursor) => page(Number(cursor ?? 0), 99),
      async () => undefined,
    );
    expect(end).toEqual({ kind: 'too-long', cursor: '3' });
  });

  it('throws what taking over throws', async () => {
    const full = async () => Promise.reject(new Error('disk full'));
    await expect(walkPages(null, 3, async () => page(0, 9), full)).rejects.toThrow('disk full');
  });
});
