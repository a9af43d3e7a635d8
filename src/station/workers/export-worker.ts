import { parentPort, workerData } from 'node:worker_threads';
import { documentTexts } from '../documents/document-texts.ts';
import { ExportMessage, type ExportReply, ExportStart } from '../documents/export-messages.ts';
import type { ManifestRow } from '../documents/manifest-row.ts';
import { writeDurably } from '../documents/write-durably.ts';

// Reads and writes one manifest and ends: ten thousand packages take a second of pure computing, and no scan may wait
// for it.

const port = parentPort;
if (port === null) throw new Error('export-worker runs only as a worker thread');

const { format, outPath, language, heading } = ExportStart.parse(workerData);
const rows: ManifestRow[] = [];

// Each format brings its own library: only the one that is needed is loaded, while the rows come in.
const making = {
  xlsx: async () => (await import('../documents/manifest-xlsx.ts')).manifestXlsx,
  csv: async () => (await import('../documents/manifest-csv.ts')).manifestCsv,
  pdf: async () => (await import('../documents/manifest-pdf.ts')).manifestPdf,
}[format]();

function answer(reply: ExportReply): void {
  port?.postMessage(reply);
}

async function write(): Promise<void> {
  const bytes = await (await making)(rows, heading, documentTexts(language));
  try {
    await writeDurably(outPath, bytes);
    answer({ kind: 'written', packages: rows.length, bytes: bytes.length });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'EUNKNOWN';
    answer({ kind: 'failed', code, detail: error instanceof Error ? error.message : String(error) });
  }
}

async function read(databaseFile: string): Promise<void> {
  // Only where a bench's own day is written: the database brings a library of its own.
  const [{ openReadOnly }, { readManifest }] = await Promise.all([
    import('../database/open-read-only.ts'),
    import('../documents/to-manifest-row.ts'),
  ]);
  const db = openReadOnly(databaseFile);
  if (!db.ok) throw new Error(`${db.error.file}: ${db.error.detail}`);
  for (const row of readManifest(db.value, heading.day, documentTexts(language).states)) rows.push(row);
  db.value.close();
}

async function hear(message: unknown): Promise<void> {
  const told = ExportMessage.parse(message);
  if (told.kind === 'rows') {
    for (const row of told.rows) rows.push(row);
    answer({ kind: 'more' });
  } else if (told.kind === 'read') {
    await read(told.databaseFile);
    answer({ kind: 'more' });
  } else {
    await write();
    port?.close();
  }
}

port.on('message', (message: unknown) => void hear(message));
answer({ kind: 'more' });
