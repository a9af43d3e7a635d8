import { parentPort, workerData } from 'node:worker_threads';
import type { SheetJob, SheetOutcome } from '../product-import/sheet-job.ts';

// Reads or writes one sheet of products and ends: a file from outside may be anything, and no scan may wait for it.

const port = parentPort;
if (port === null) throw new Error('sheet-worker runs only as a worker thread');

// Started by sheet-job.ts of the same build alone.
const job = workerData as SheetJob;

/** A workbook is a ZIP archive; everything else is taken for text. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

// Each format brings its own library: only the one that is needed is loaded.
async function work(): Promise<SheetOutcome> {
  if (job.kind === 'write') {
    const { writeCsv, writeXlsx } = await import('../product-import/write-sheet.ts');
    return {
      kind: 'written',
      bytes: job.format === 'csv' ? writeCsv(job.sheets) : await writeXlsx(job.sheets),
    };
  }
  if (isZip(job.bytes))
    return {
      kind: 'read',
      result: await (await import('../product-import/read-xlsx.ts')).readXlsx(job.bytes),
    };
  return { kind: 'read', result: (await import('../product-import/read-csv.ts')).readCsv(job.bytes) };
}

port.postMessage(await work());
port.close();
