import { err, ok, type Result } from '#domain/result.ts';
import type { OpenFailure } from '../../transports/transport.ts';

/** The calls of winspool.drv that printing raw bytes takes. Handles are the system's own and mean nothing here. */
export type Winspool = {
  readonly open: (queue: string) => Result<unknown, OpenFailure>;
  readonly close: (handle: unknown) => void;
  /** Status bits of the queue; null when it does not say. */
  readonly printerStatus: (handle: unknown) => number | null;
  /** Hands one raw document over; its number in the queue. */
  readonly print: (handle: unknown, name: string, bytes: Uint8Array) => Result<number, OpenFailure>;
  /** Status bits of a job; null when the queue no longer lists it. */
  readonly jobStatus: (handle: unknown, job: number) => number | null;
  readonly deleteJob: (handle: unknown, job: number) => boolean;
};

const ERROR_ACCESS_DENIED = 5;
const ERROR_INVALID_PRINTER_NAME = 1801;
/** `PRINTER_INFO_6` is a single number: the status. */
const PRINTER_INFO_STATUS_LEVEL = 6;
const JOB_CONTROL_DELETE = 5;
/** Where `Status` lies in the 64-bit JOB_INFO_1W: a number, six pointers before it. */
const JOB_STATUS_OFFSET = 56;
const JOB_INFO_BYTES = 64 * 1024;

/** Binds the spooler's calls. Fails where there is no Windows. */
export async function loadWinspool(): Promise<Result<Winspool, OpenFailure>> {
  if (process.platform !== 'win32') return err({ code: 'failed', technical: 'not Windows' });
  try {
    const { default: koffi } = await import('koffi');
    return ok(bind(koffi));
  } catch (cause) {
    return err({ code: 'failed', technical: String(cause) });
  }
}

function bind(koffi: typeof import('koffi').default): Winspool {
  const winspool = koffi.load('winspool.drv');
  const kernel = koffi.load('kernel32.dll');
  koffi.struct('DOC_INFO_1W', { pDocName: 'str16', pOutputFile: 'str16', pDatatype: 'str16' });
  const call = {
    open: winspool.func('int __stdcall OpenPrinterW(str16 name, _Out_ void **handle, void *defaults)'),
    close: winspool.func('int __stdcall ClosePrinter(void *handle)'),
    startDoc: winspool.func(
      'uint32 __stdcall StartDocPrinterW(void *handle, uint32 level, DOC_INFO_1W *info)',
    ),
    startPage: winspool.func('int __stdcall StartPagePrinter(void *handle)'),
    write: winspool.func(
      'int __stdcall WritePrinter(void *handle, const uint8_t *bytes, uint32 count, _Out_ uint32 *written)',
    ),
    endPage: winspool.func('int __stdcall EndPagePrinter(void *handle)'),
    endDoc: winspool.func('int __stdcall EndDocPrinter(void *handle)'),
    abort: winspool.func('int __stdcall AbortPrinter(void *handle)'),
    getPrinter: winspool.func(
      'int __stdcall GetPrinterW(void *handle, uint32 level, _Out_ uint8_t *info, uint32 size, _Out_ uint32 *needed)',
    ),
    getJob: winspool.func(
      'int __stdcall GetJobW(void *handle, uint32 job, uint32 level, _Out_ uint8_t *info, uint32 size, _Out_ uint32 *needed)',
    ),
    setJob: winspool.func(
      'int __stdcall SetJobW(void *handle, uint32 job, uint32 level, void *info, uint32 command)',
    ),
    lastError: kernel.func('uint32 __stdcall GetLastError()'),
  };
  const failure = (): OpenFailure => {
    const number = Number(call.lastError());
    const technical = `Windows error ${number}`;
    if (number === ERROR_ACCESS_DENIED) return { code: 'no-permission', technical };
    return { code: number === ERROR_INVALID_PRINTER_NAME ? 'not-found' : 'failed', technical };
  };
  /** Newer drivers take raw bytes under another name only. */
  const startDocument = (handle: unknown, name: string): number => {
    for (const pDatatype of ['RAW', 'XPS_PASS']) {
      const job = Number(call.startDoc(handle, 1, { pDocName: name, pOutputFile: null, pDatatype }));
      if (job !== 0) return job;
    }
    return 0;
  };
  return {
    open: (queue) => {
      const handle: unknown[] = [null];
      return call.open(queue, handle, null) === 0 ? err(failure()) : ok(handle[0]);
    },
    close: (handle) => void call.close(handle),
    printerStatus: (handle) => {
      const info = new Uint8Array(4);
      const isRead = call.getPrinter(handle, PRINTER_INFO_STATUS_LEVEL, info, info.length, [0]) !== 0;
      return isRead ? new DataView(info.buffer).getUint32(0, true) : null;
    },
    print: (handle, name, bytes) => {
      const job = startDocument(handle, name);
      if (job === 0) return err(failure());
      const written = [0];
      call.startPage(handle);
      const isWritten = call.write(handle, bytes, bytes.length, written) !== 0 && written[0] === bytes.length;
      if (!isWritten) {
        const why = failure();
        call.abort(handle);
        return err(why);
      }
      call.endPage(handle);
      return call.endDoc(handle) === 0 ? err(failure()) : ok(job);
    },
    jobStatus: (handle, job) => {
      const info = new Uint8Array(JOB_INFO_BYTES);
      const isRead = call.getJob(handle, job, 1, info, info.length, [0]) !== 0;
      return isRead ? new DataView(info.buffer).getUint32(JOB_STATUS_OFFSET, true) : null;
    },
    deleteJob: (handle, job) => call.setJob(handle, job, 0, null, JOB_CONTROL_DELETE) !== 0,
  };
}
