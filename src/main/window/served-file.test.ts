import { join, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { servedFile } from './served-file.ts';

const folders = { rendererDir: '/app/out/renderer', picturesDir: '/home/bench/pictures' };

describe('the files that the window may read', () => {
  it.each([
    ['app://bench/', 'text/html; charset=utf-8', '/app/out/renderer/index.html'],
    ['app://bench/index.html#/queue', 'text/html; charset=utf-8', '/app/out/renderer/index.html'],
    [
      'app://bench/assets/index-1a_B.js?v=2',
      'text/javascript; charset=utf-8',
      '/app/out/renderer/assets/index-1a_B.js',
    ],
    ['app://bench/pictures/4ab1.webp', 'image/webp', '/home/bench/pictures/4ab1.webp'],
  ])('serves %s', (address, contentType, file) => {
    expect(servedFile('GET', address, folders)).toEqual({ found: true, contentType, file: join(file) });
  });

  it.each([
    'app://bench/../package.json',
    'app://bench/%2e%2e/package.json',
    'app://bench/..%5cpackage.json',
    'app://bench/..\\package.json',
    'app://bench/a/../../x.js',
    'app://bench/pictures/../secrets.json',
    'app://bench//etc/passwd',
    'app://bench/.env.js',
    'app://bench/a%00.js',
    'app://other/index.html',
    'app://bench@other/index.html',
    'https://bench/index.html',
  ])('refuses %s', (address) => {
    expect(servedFile('GET', address, folders)).toEqual({ found: false, status: 400 });
  });

  it('refuses every method but GET, and kinds of file that a window has no use for', () => {
    expect(servedFile('POST', 'app://bench/index.html', folders)).toEqual({ found: false, status: 405 });
    expect(servedFile('GET', 'app://bench/bench.sqlite', folders)).toEqual({ found: false, status: 404 });
    expect(servedFile('GET', 'app://bench/pictures', folders)).toEqual({ found: false, status: 404 });
  });

  it('never leaves its two folders, whatever the path says', () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '/', '\\', '%2e', '%2f', '%5c', '\0', ':', 'a', 'x.js'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const answer = servedFile('GET', `app://bench/${pieces.join('')}`, folders);
        if (!answer.found) return;
        const inside = [folders.rendererDir, folders.picturesDir].some((dir) =>
          answer.file.startsWith(join(dir) + sep),
        );
        expect(inside).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
