import { v7 } from 'uuid';
import { ActorId, CartonCode, type PostingNumber, SessionId } from '#domain/ids.ts';
import type { SessionEvent } from '#domain/packing/session-event.ts';
import type { Posting } from '#domain/posting/posting.ts';
import type { BenchDatabase } from '#station/database/bench-database.ts';
import { addPrintJob, movePrintJob } from '#station/database/print-jobs.ts';
import { recordWithin } from '#station/packing/session-record.ts';
import { barcodeFor } from './made-up-goods.ts';

/**
 * Writes the whole life of a posting that was packed here at `at` (epoch ms), by the station's own code: every event, hash,
 * projection, print job and outbox row that packing it would have left. Part of the caller's transaction.
 */
export function recordPacked(db: BenchDatabase, posting: Posting, at: number): void {
  const id = SessionId.parse(v7());
  const job = v7();
  const events = packedEvents(posting, job);
  addPrintJob(db, {
    ...{ id: job, posting: posting.number, packageN: 1, kind: 'label', copy: 1, createdAt: at },
    ...{ bytesFile: 'labels/none.zpl', printer: 'label-printer', bytesSha256: '0'.repeat(64) },
  });
  recordWithin(db, { id, before: null, events, actor: 'P1', at });
  for (const state of ['sending', 'sent', 'verified'] as const) movePrintJob(db, job, state, at);
  // The shop has long confirmed it.
  db.sqlite
    .prepare(
      "UPDATE outbox SET state = 'done', done_at = ? WHERE subject = ? AND state = 'ready' AND state <> 'done'",
    )
    .run(at, posting.number);
}

function packedEvents(posting: Posting, job: string): readonly SessionEvent[] {
  const contents = posting.lines.map(({ sku, quantity }) => ({ sku, quantity }));
  const carton = CartonCode.parse('M');
  const units = posting.lines.flatMap((line) => Array.from({ length: line.quantity }, () => line.sku));
  return [
    {
      ...{ type: 'opened', posting: posting.number, shop: posting.shop, packer: ActorId.parse('P1') },
      ...{ by: 'posting', lines: posting.lines, cutoffAt: posting.cutoffAt, shippedBefore: false },
    },
    scanned(posting.number, 'posting-opened'),
    { type: 'planned', packages: [{ carton, contents, fillerG: 12 }] },
    ...units.flatMap((sku, n): SessionEvent[] => [
      { type: 'unit-packed', unit: n + 1, sku, code: barcodeFor(sku), marking: null },
      scanned(barcodeFor(sku), 'unit-packed'),
    ]),
    { type: 'package-packed', package: 1, carton, weightG: 640, expectedG: 636, overriddenBy: null },
    { type: 'ship-requested', packages: [{ n: 1, contents }] },
    {
      type: 'shipped',
      packages: [{ n: 1, shopPosting: posting.number, labelBarcodes: posting.labelBarcodes }],
    },
    { type: 'label-ready', package: 1, sha256: '0'.repeat(64), codes: posting.labelBarcodes },
    { type: 'label-queued', package: 1, job, copy: 1, interim: false },
    { type: 'label-sent', package: 1, job, confirmed: true },
    { type: 'label-verified', package: 1, code: posting.number },
    { type: 'closed' },
    scanned(posting.number, 'posting-closed'),
  ];
}

function scanned(code: PostingNumber | string, verdict: string): SessionEvent {
  return { type: 'scanned', code, source: 'scanner-1', kind: 'accepted', verdict };
}
