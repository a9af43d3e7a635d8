import { createHash } from 'node:crypto';
import type { Report } from '../../driver.ts';
import type { FileConnection } from '../../transports/file.ts';
import { type PrinterDriver, refused } from '../label-printer.ts';

export type FilePrinterOptions = {
  readonly report: Report;
  /** The file name's ending, after the printer language: `zpl`. */
  readonly extension: string;
};

/** "Prints" each job as one file `<job id>.<extension>` in a folder; a file that is there is there completely. */
export function createFilePrinter({ report, extension }: FilePrinterOptions): PrinterDriver<FileConnection> {
  let connection: FileConnection | null = null;
  return {
    opened: (opened) => {
      connection = opened;
      report({ state: 'ready', detail: null });
    },
    received: () => undefined,
    closed: () => {
      connection = null;
    },
    print: async (job) => {
      if (connection === null) return refused('away');
      if (job.bytes.length === 0) return refused('empty-job');
      if (job.isStillWanted?.() === false) return refused('withdrawn');
      const put = await connection.put(`${fileNameOf(job.id)}.${extension}`, job.bytes);
      if (put.ok) {
        report({ state: 'ready', detail: null });
        return { kind: 'sent', confirmed: true };
      }
      report({ state: 'attention', detail: 'cannot-write', technical: put.error.technical });
      return refused('cannot-write', put.error.technical);
    },
  };
}

/** An id that is not harmless as a file name on every system goes by its hash instead. */
function fileNameOf(id: string): string {
  const isHarmless =
    /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/.test(id) && !/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(id);
  return isHarmless ? id : createHash('sha256').update(id).digest('hex');
}
