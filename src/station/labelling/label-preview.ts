import { join } from 'node:path';
import { writeFileDurably } from '../database/durable-file.ts';

/** Where the picture of printed bytes lies, by the SHA-256 of the bytes. */
export function previewFile(home: string, sha256: string): string {
  return join(home, 'labels', 'preview', `${sha256}.png`);
}

/** Keeps the picture of a label beside its bytes, for the screen and for whoever asks later what was printed. */
export function keepPreview(home: string, sha256: string, png: Uint8Array | null): void {
  if (png !== null) writeFileDurably(previewFile(home, sha256), png);
}
