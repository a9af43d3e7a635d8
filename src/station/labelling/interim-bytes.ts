import type { Language } from '#contract/language.ts';
import type { LabelTarget } from '#domain/labels/printer-language.ts';
import { interimCode } from '#domain/packing/decide-label.ts';
import type { Package, Session } from '#domain/packing/session.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { type StoredBytes, storeBytes } from '../database/stored-bytes.ts';
import { documentTexts } from '../documents/document-texts.ts';
import { localTimeIn } from '../documents/local-time.ts';
import type { LabelWorkshop } from '../labels/label-workshop.ts';
import { keepPreview } from './label-preview.ts';
import { failureOf, type LabelFailure } from './label-store.ts';

export type InterimOptions = {
  readonly db: BenchDatabase;
  readonly workshop: LabelWorkshop;
  readonly target: () => LabelTarget;
  readonly language: () => Language;
  readonly benchName: () => string;
  /** Epoch ms. */
  readonly now: () => number;
};

/** Draws the interim label of a package and keeps it as the printer's bytes. */
export async function interimBytes(
  options: InterimOptions,
  session: Session,
  parcel: Package,
): Promise<Result<StoredBytes, LabelFailure>> {
  const language = options.language();
  const target = options.target();
  const drawn = await options.workshop.interim({
    content: {
      number: interimCode(session.posting, parcel.n, session.packages.length),
      bench: options.benchName(),
      packer: session.packer,
      printedAt: localTimeIn(Intl.DateTimeFormat().resolvedOptions().timeZone)(options.now()),
      packageOf: session.packages.length === 1 ? null : `${parcel.n}/${session.packages.length}`,
      words: documentTexts(language).interim,
    },
    target,
    withPng: true,
  });
  if (!drawn.ok) return err(failureOf(drawn.error));
  const stored = storeBytes(options.db.home, 'labels/interim', target.language, drawn.value.bytes);
  keepPreview(options.db.home, stored.sha256, drawn.value.png);
  return ok(stored);
}
