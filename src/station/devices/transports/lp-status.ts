import { reportFailure } from '../../report-failure.ts';
import type { PrinterTrouble } from '../health.ts';

/** The call that asks a USB printer's three status lines (linux/lp.h, LPGETSTATUS). */
const LPGETSTATUS = 0x060b;
const PAPER_OUT = 0x20;
const SELECTED = 0x10;
const NO_ERROR = 0x08;

/** Reads the status lines of an open printer port; null where the system or the port has none. */
export type ReadLpStatus = (descriptor: number) => number | null;

/**
 * What the status lines say is wrong. Paper comes before the rest, as a printer without paper is neither selected nor
 * well; a printer with nothing to say sets all lines or none, and none at all is no answer.
 */
export function troubleOfLpStatus(status: number): PrinterTrouble | null {
  if (status === 0) return null;
  if ((status & PAPER_OUT) !== 0) return 'paper-out';
  if ((status & SELECTED) === 0) return 'printer-offline';
  return (status & NO_ERROR) === 0 ? 'head-open' : null;
}

/** The system's own call, bound when the first USB printer is opened. Fails to null: a status is a help, not a need. */
export async function loadLpStatus(): Promise<ReadLpStatus> {
  if (process.platform !== 'linux') return () => null;
  try {
    const { default: koffi } = await import('koffi');
    const ioctl = koffi.load(null).func('int ioctl(int fd, unsigned long request, _Out_ int *arg)');
    return (descriptor) => {
      const status = [0];
      return ioctl(descriptor, LPGETSTATUS, status) === 0 ? (status[0] ?? null) : null;
    };
  } catch (cause) {
    reportFailure('lp-status', cause);
    return () => null;
  }
}
