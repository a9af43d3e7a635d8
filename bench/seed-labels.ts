import type { Posting } from '#domain/posting/posting.ts';
import type { BenchDatabase } from '#station/database/bench-database.ts';
import { saveLabel, savePreparedLabel } from '#station/database/labels.ts';
import { type StoredBytes, storeBytes } from '#station/database/stored-bytes.ts';
import { prepareInterim } from '#station/labels/prepare-label.ts';

const target = { language: 'zpl', dpi: 203, widthMm: 75, heightMm: 120 } as const;

/** Returns the function that gives a posting a label fetched ahead of time: real printer's bytes, the same for all. */
export async function labelSeeder(db: BenchDatabase): Promise<(posting: Posting) => void> {
  const pdf = storeBytes(
    db.home,
    'labels/pdf',
    'pdf',
    Buffer.from('%PDF-1.4 stands for the label it was made from'),
  );
  const prepared = await drawnBytes(db);
  return ({ number, labelBarcodes }) => {
    saveLabel(db, number, { pdf, page: null }, 'big', Date.now());
    savePreparedLabel(
      db,
      number,
      { pdf, page: null },
      {
        ...prepared,
        codes: [number, ...labelBarcodes],
        readsWhenWorn: true,
      },
    );
  };
}

async function drawnBytes(db: BenchDatabase): Promise<StoredBytes> {
  const words = { title: 'Label', notice: 'for measuring', bench: 'Bench', packer: 'Packer' };
  const number = '10000000-0001-1';
  const content = { number, bench: 'B1', packer: 'P1', printedAt: '-', packageOf: null, words };
  const drawn = await prepareInterim({ content, target });
  if (!drawn.ok) throw new Error(drawn.error.code);
  const folder = `labels/${target.language}-${target.widthMm}x${target.heightMm}-${target.dpi}`;
  return storeBytes(db.home, folder, 'zpl', drawn.value.bytes);
}
