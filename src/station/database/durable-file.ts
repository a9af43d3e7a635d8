import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.ts';

/**
 * Writes a whole file so that after a power cut either the old content or the new one is there: a temporary file in
 * the same folder, flushed, then renamed over the old one, then the folder flushed. Throws what the file system throws.
 */
export function writeFileDurably(file: string, bytes: Uint8Array): void {
  makeFolder(dirname(file));
  const temporary = `${file}.new`;
  const handle = openSync(temporary, 'w', 0o600);
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, file);
  flushFolder(dirname(file));
}

/** Flushes a finished file that something else wrote, then gives it its name. */
export function renameDurably(from: string, to: string): void {
  const handle = openSync(from, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(from, to);
  flushFolder(dirname(to));
}

/** Makes a rename in a folder survive a power cut. Windows has no such call and needs none. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
