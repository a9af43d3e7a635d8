import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PostingNumber } from '#domain/ids.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { removeUnprintedLabel } from '../database/labels.ts';
import { previewFile } from './label-preview.ts';

/**
 * Drops a label that was fetched ahead for a posting that has ended, its files included. One that went to a printer stays, as
 * does a file that holds other labels. A crash in between leaves a file that nobody names, and harms nothing.
 */
export function dropLabel(db: BenchDatabase, posting: PostingNumber): void {
  for (const { file, sha256 } of removeUnprintedLabel(db, posting)) {
    rmSync(join(db.home, file), { force: true });
    rmSync(previewFile(db.home, sha256), { force: true });
  }
}
