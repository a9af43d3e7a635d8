import { type BenchDocument, OwnLabelDocument } from '#contract/document-procedures.ts';
import { ok } from '#domain/result.ts';
import { printDocument } from '../documents/print-document.ts';
import { printOwnLabel } from '../labelling/print-own-label.ts';
import { failed, type Handlers } from './procedure-context.ts';

/** Documents and labels of our own that a person asks for. */
export const documentProcedures: Handlers<'document.print'> = {
  'document.print': async ({ what }, context) => {
    const { db, home, benchFile, devices, workshop, now } = context;
    if (isOwnLabel(what)) {
      const { actor } = context.bench;
      if (what.document === 'badge' && actor?.role !== 'lead')
        return failed('not-allowed', actor?.role ?? '');
      return ok(
        await printOwnLabel(what, {
          db,
          benchFile,
          devices,
          workshop,
          now,
          shop: context.shop()?.id ?? null,
        }),
      );
    }
    const outcome = await printDocument(what, { db, home, benchFile, devices, now });
    return outcome.ok ? outcome : failed('export-failed', outcome.error.detail);
  },
};

function isOwnLabel(what: BenchDocument | OwnLabelDocument): what is OwnLabelDocument {
  return OwnLabelDocument.safeParse(what).success;
}
