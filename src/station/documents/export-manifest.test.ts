import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportManifest } from './export-manifest.ts';
import type { ManifestRow } from './manifest-row.ts';
import { heading, manyRows } from './testing/manifest-rows.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packbench-export-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('exporting the manifest', () => {
  it('writes every package, read in chunks, and leaves no draft beside the file', async () => {
    const outPath = join(folder, 'manifest.csv');
    const rows = manyRows(3500);
    async function* chunks(): AsyncGenerator<readonly ManifestRow[]> {
      yield rows.slice(0, 3000);
      yield rows.slice(3000);
    }
    const done = await exportManifest({ format: 'csv', outPath, language: 'en', heading, chunks: chunks() });
    const bytes = (await readFile(outPath)).length;
    expect(done).toEqual({ ok: true, value: { path: outPath, packages: 3500, bytes } });
    expect(parse(await readFile(outPath), { bom: true })).toHaveLength(3501);
    expect(await readdir(folder)).toEqual(['manifest.csv']);
  });

  it.each(['xlsx', 'pdf'] as const)('replaces an earlier %s as a whole', async (format) => {
    const outPath = join(folder, `replaced.${format}`);
    await writeFile(outPath, 'old');
    const chunks = [manyRows(5)];
    const done = await exportManifest({ format, outPath, language: 'zh-CN', heading, chunks });
    expect(done).toMatchObject({ ok: true, value: { packages: 5 } });
    const start = (await readFile(outPath)).subarray(0, 4).toString('latin1');
    expect(start).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004');
  });

  it('says why when the file cannot be written', async () => {
    const outPath = join(folder, 'no-such-folder', 'manifest.csv');
    const done = await exportManifest({ format: 'csv', outPath, language: 'en', heading, chunks: [] });
    expect(done).toMatchObject({ ok: false, error: { code: 'cannot-write', errno: 'ENOENT' } });
  });

  it('throws what reading the rows throws and writes nothing', async () => {
    const outPath = join(folder, 'never.csv');
    function* broken(): Generator<readonly ManifestRow[]> {
      yield manyRows(1);
      throw new Error('disk gone');
    }
    const failing = exportManifest({ format: 'csv', outPath, language: 'en', heading, chunks: broken() });
    await expect(failing).rejects.toThrow('disk gone');
    await expect(readFile(outPath)).rejects.toThrow('ENOENT');
  });
});
