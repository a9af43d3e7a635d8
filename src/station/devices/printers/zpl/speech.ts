import { createLineReader } from '../../line-reader.ts';
import type { PrinterSpeech, PrinterStatus } from '../printer-speech.ts';
import { ZPL_IDENTITY } from './identity.ts';
import { ASK_STATUS, CANCEL_ALL, createHostStatusReader, LINE_LENGTH_MAX, troubleOf } from './protocol.ts';

/** ZPL: `~HS` is answered in three lines, `~JA` throws everything away wherever it comes. */
export const ZPL: PrinterSpeech = {
  status: {
    ask: ASK_STATUS,
    createReader: () => {
      const statusReader = createHostStatusReader();
      let found: PrinterStatus[] = [];
      const lines = createLineReader({
        lengthMax: LINE_LENGTH_MAX,
        onLine: (line) => {
          const status = statusReader.push(line);
          if (status !== null) found.push({ trouble: troubleOf(status) });
        },
      });
      return {
        push: (bytes) => {
          lines.push(bytes);
          const complete = found;
          found = [];
          return complete;
        },
        reset: () => {
          lines.reset();
          statusReader.reset();
        },
      };
    },
  },
  identity: ZPL_IDENTITY,
  cancel: CANCEL_ALL,
};
