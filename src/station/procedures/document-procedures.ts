import { printDocument } from '../documents/print-document.ts';
import { failed, type Handlers } from './procedure-context.ts';

/** Documents that a person asks for. */
export const documentProcedures: Handlers<'document.print'> = {
  'document.print': async ({ what }, { db, home, benchFile, devices, now }) => {
    const outcome = await printDocument(what, { db, home, benchFile, devices, now });
    return outcome.ok ? outcome : failed('export-failed', outcome.error.detail);
  },
};
