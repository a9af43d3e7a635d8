import type { PrinterTrouble } from '../../health.ts';
import type { QueueState } from './print-queue.ts';

/** Bits of PRINTER_INFO_6.dwStatus (winspool.h). */
const PRINTER_STATUS: readonly (readonly [bit: number, trouble: PrinterTrouble])[] = [
  [0x0000_0010, 'paper-out'],
  [0x0000_0008, 'paper-out'],
  [0x0040_0000, 'head-open'],
  [0x0000_0080, 'printer-offline'],
  [0x0100_0000, 'printer-offline'],
  [0x0004_0000, 'ribbon-out'],
  [0x0000_0001, 'paused'],
  [0x0010_0000, 'printer-offline'],
  [0x0000_0002, 'queue-stopped'],
];

/** Bits of JOB_INFO_1.Status (winspool.h). */
const JOB = {
  paused: 0x001,
  error: 0x002,
  deleting: 0x004,
  spooling: 0x008,
  printing: 0x010,
  printed: 0x080,
  deleted: 0x100,
  complete: 0x1000,
};

/** How a queue of Windows is by its status bits; drivers often leave them at 0, which says nothing is wrong. */
export function stateOfWindowsQueue(status: number): QueueState {
  const trouble = PRINTER_STATUS.find(([bit]) => (status & bit) !== 0)?.[1] ?? null;
  return { trouble, technical: status === 0 ? null : `printer status 0x${(status >>> 0).toString(16)}` };
}

/** Where a job of Windows stands by its status bits; `gone` is a job that the queue no longer lists. */
export function stageOfWindowsJob(status: number | 'gone'): 'waiting' | 'printing' | 'done' | 'failed' {
  if (status === 'gone' || (status & (JOB.printed | JOB.complete)) !== 0) return 'done';
  if ((status & (JOB.error | JOB.deleted | JOB.deleting)) !== 0) return 'failed';
  return (status & JOB.printing) !== 0 ? 'printing' : 'waiting';
}
