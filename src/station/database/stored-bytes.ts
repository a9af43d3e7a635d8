import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, normalize } from 'node:path';
import { err, ok, type Result } from '#domain/result.ts';
import { writeFileDurably } from './durable-file.ts';

/** Bytes kept beside the database: `file` is relative to the bench's home and ends in its own hash. */
export type StoredBytes = { readonly file: string; readonly sha256: string };

export type StoredBytesProblem = { readonly code: 'missing' | 'damaged'; readonly file: string };

/**
 * Keeps bytes durably under `<home>/<folder>/<sha256>.<extension>`, before any row may name them. Equal bytes are
 * kept once. Throws when the disk refuses.
 */
export function storeBytes(home: string, folder: string, extension: string, bytes: Uint8Array): StoredBytes {
  const sha256 = hash('sha256', bytes);
  const file = `${folder}/${sha256}.${extension}`;
  const stored = { file, sha256 };
  if (!existsSync(join(home, file)) || !readBytes(home, stored).ok) writeFileDurably(join(home, file), bytes);
  return stored;
}

/** The bytes as they were stored; a changed byte is found here, so that nothing else than what was stored is printed. */
export function readBytes(home: string, stored: StoredBytes): Result<Uint8Array, StoredBytesProblem> {
  const relative = normalize(stored.file);
  if (isAbsolute(relative) || relative.startsWith('..')) return err({ code: 'missing', file: stored.file });
  const file = join(home, relative);
  if (!existsSync(file)) return err({ code: 'missing', file: stored.file });
  const bytes = readFileSync(file);
  if (hash('sha256', bytes) !== stored.sha256) return err({ code: 'damaged', file: stored.file });
  return ok(bytes);
}
