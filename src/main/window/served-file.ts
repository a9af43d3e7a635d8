import { extname, join } from 'node:path';
import { isOwnAddress } from './own-address.ts';

/** Where the window's files lie. Both are absolute. */
export interface ServedFolders {
  /** The built window. */
  readonly rendererDir: string;
  /** Product pictures that the station keeps in the bench's home folder. */
  readonly picturesDir: string;
}

/** A request of the window, answered with a file or an HTTP status. */
export type ServedFile =
  | { readonly found: true; readonly file: string; readonly contentType: string }
  | { readonly found: false; readonly status: 400 | 404 | 405 };

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** One plain file name per segment: no dot first, so neither `..` nor a hidden file can be asked for. */
const segment = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const picturesPrefix = '/pictures/';

/**
 * Maps a request to a file: `app://bench/...` to the built window, `app://bench/pictures/<name>` to the station's
 * pictures. Anything that is not a plain path of plain names is refused before a file system sees it.
 */
export function servedFile(method: string, address: string, folders: ServedFolders): ServedFile {
  if (method !== 'GET') return { found: false, status: 405 };
  if (!isOwnAddress(address)) return { found: false, status: 400 };
  // The raw text is judged, not what URL made of it: URL resolves `..` and `%2e%2e` silently.
  const rawPath = address.slice('app://bench'.length).split(/[?#]/)[0] ?? '';
  const path = rawPath === '' || rawPath === '/' ? '/index.html' : rawPath;
  const names = path.slice(1).split('/');
  if (!names.every((name) => segment.test(name))) return { found: false, status: 400 };
  const contentType = contentTypes[extname(path).toLowerCase()];
  if (contentType === undefined) return { found: false, status: 404 };
  return { found: true, file: fileOf(path, names, folders), contentType };
}

function fileOf(path: string, names: readonly string[], folders: ServedFolders): string {
  if (path.startsWith(picturesPrefix)) return join(folders.picturesDir, ...names.slice(1));
  return join(folders.rendererDir, ...names);
}
