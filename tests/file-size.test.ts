import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** A file that grows beyond this has more than one idea in it. Generated files and tables of data are not sources. */
const linesMost = 400;
const root = join(import.meta.dirname, '..');

it('no source file is longer than 400 lines', () => {
  const tooLong = globSync('src/**/*.{ts,tsx,css}', { cwd: root })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > linesMost);
  expect(tooLong).toEqual([]);
});
