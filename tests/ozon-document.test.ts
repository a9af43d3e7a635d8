import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { METHOD } from '#station/shop/ozon/methods.ts';

const page = readFileSync(join(import.meta.dirname, '../docs/ozon.md'), 'utf8');
const rows = new Map(
  [...page.matchAll(/^\| `(\/v\d[^`]+)` \| (`[^|]+`) \| ([ROW]) \|/gm)].map(([, method, files = '']) => [
    method,
    files,
  ]),
);

describe('the page about Ozon', () => {
  it('lists every method that the bench calls, and no other', () => {
    expect([...rows.keys()].toSorted()).toEqual(Object.values(METHOD).toSorted());
  });

  it('names files that call the method', () => {
    for (const [name, method] of Object.entries(METHOD)) {
      for (const [, file = ''] of (rows.get(method) ?? '').matchAll(/`([^`]+)`/g)) {
        const code = readFileSync(join(import.meta.dirname, '../src/station/shop/ozon', file), 'utf8');
        expect(code, `${method} in ${file}`).toMatch(new RegExp(`METHOD\\.${name}\\b`));
      }
    }
  });
});
