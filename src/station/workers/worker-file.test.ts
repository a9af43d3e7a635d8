import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workerFile } from './worker-file.ts';

let bundle = '';

beforeAll(async () => {
  bundle = await mkdtemp(join(tmpdir(), 'packbench-bundle-'));
  await mkdir(join(bundle, 'chunks'));
  await writeFile(join(bundle, 'label-worker.js'), '');
});
afterAll(() => rm(bundle, { recursive: true }));

describe('the file of a worker thread', () => {
  it('is the source beside this folder’s code when the station runs from sources', () => {
    expect(workerFile('label-worker').href).toBe(new URL('./label-worker.ts', import.meta.url).href);
  });

  it('is the bundled file, whether asked from the entry or from a chunk', () => {
    const built = pathToFileURL(join(bundle, 'label-worker.js')).href;
    for (const module of ['station.js', 'chunks/workshop-abc123.js']) {
      expect(workerFile('label-worker', pathToFileURL(join(bundle, module)).href).href).toBe(built);
    }
  });
});
