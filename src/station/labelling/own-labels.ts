import type { BenchFile } from '#contract/bench-file.ts';
import type { OwnLabelDocument } from '#contract/document-procedures.ts';
import type { PostingNumber, ShopId } from '#domain/ids.ts';
import type { Label } from '#domain/labels/label.ts';
import type { LabelMedium } from '#domain/labels/label-size.ts';
import { nextSerial } from '#domain/labels/sscc-serial.ts';
import { badgeLabel } from '#domain/labels/templates/badge-label.ts';
import { contentsLabel } from '#domain/labels/templates/contents-label.ts';
import { productLabel } from '#domain/labels/templates/product-label.ts';
import { makeSscc, ssccLabel } from '#domain/labels/templates/sscc-label.ts';
import { toControlText } from '#domain/scanning/control-code.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { findCard } from '../database/catalogue-cards.ts';
import { packagesOfPosting } from '../database/packages.ts';
import { giveSscc, lastSsccSerial, ssccOf } from '../database/ssccs.ts';
import { transaction } from '../database/transaction.ts';
import { documentTexts } from '../documents/document-texts.ts';
import type { ManifestRow } from '../documents/manifest-row.ts';
import { packageAsManifestRow } from '../documents/to-manifest-row.ts';

/** A label of our own for any paper, and what must read back off it. */
export type OwnLabel = {
  readonly draw: (paper: LabelMedium) => Label;
  readonly codes: readonly string[];
};

/** Why there is no such label: nothing to put on it, or no company prefix to number it with. */
export type NoOwnLabel = 'empty' | 'no-company-prefix';

type Sources = {
  readonly db: BenchDatabase;
  readonly benchFile: BenchFile;
  readonly now: number;
  /** Whose products are meant; null where no shop is connected. */
  readonly shop: ShopId | null;
};

/** Composes a label of our own from what the bench knows; gives a package its SSCC where it has none yet. */
export function composeOwnLabel(what: OwnLabelDocument, sources: Sources): OwnLabel | NoOwnLabel {
  const { people, language } = sources.benchFile;
  const { templates } = documentTexts(language);
  if (what.document === 'badge') {
    const person = people.find(({ id }) => id === what.person);
    if (person === undefined) return 'empty';
    const code = toControlText({ control: 'badge', packer: person.id });
    const content = { name: person.name, role: templates.roles[person.role], code };
    return { draw: (paper) => badgeLabel(content, paper), codes: [code] };
  }
  if (what.document === 'product-label') {
    const { barcode } = what;
    const card = sources.shop === null ? null : findCard(sources.db, sources.shop, what.product)?.card;
    if (card?.barcodes.includes(barcode) !== true) return 'empty';
    const content = { name: card.name, article: card.offer, barcode };
    return { draw: (paper) => productLabel(content, paper), codes: [barcode] };
  }
  const parcel = packedAs(what.posting, what.package, sources);
  if (parcel === null) return 'empty';
  const { row, packageOf } = parcel;
  if (what.document === 'contents-label') {
    const lines = row.lines.map(({ sku, offerId, name, quantity }) => ({
      ...{ name, quantity, article: offerId === '' ? sku : offerId },
    }));
    const content = { posting: row.posting, packageOf, lines, words: templates.contents };
    return { draw: (paper) => contentsLabel(content, paper), codes: [row.posting] };
  }
  const { sscc: config } = sources.benchFile;
  if (config === undefined) return 'no-company-prefix';
  const sscc = ssccFor(what.posting, what.package, config, sources);
  const weight =
    row.weightG === null
      ? null
      : new Intl.NumberFormat(language, { style: 'unit', unit: 'kilogram', maximumFractionDigits: 3 }).format(
          row.weightG / 1000,
        );
  const content = {
    ...{ sscc, weight, packageOf, posting: row.posting, words: templates.sscc },
    from: config.sender,
    to: row.deliveryMethod,
  };
  return { draw: (paper) => ssccLabel(content, paper), codes: [`00${sscc}`] };
}

function packedAs(
  posting: PostingNumber,
  n: number,
  { db, benchFile }: Sources,
): { readonly row: ManifestRow; readonly packageOf: string } | null {
  const parcels = packagesOfPosting(db, posting).filter(({ state }) => state !== 'void');
  const parcel = parcels.findLast((candidate) => candidate.n === n);
  const { states } = documentTexts(benchFile.language);
  const row = parcel === undefined ? null : packageAsManifestRow(db, parcel, states);
  return row === null ? null : { row, packageOf: `${n}/${parcels.length}` };
}

/** Fifteen digits of prefix and serial behind the extension, so the prefix says how long the serial may be. */
function ssccFor(
  posting: PostingNumber,
  n: number,
  { companyPrefix, extension }: NonNullable<BenchFile['sscc']>,
  { db, now }: Sources,
): string {
  return transaction(db, () => {
    const known = ssccOf(db, posting, n);
    if (known !== null) return known;
    const serial = nextSerial(lastSsccSerial(db), now, 16 - companyPrefix.length);
    const sscc = makeSscc(extension, companyPrefix, serial);
    if (sscc === null) throw new Error('a serial number that does not fit its code');
    giveSscc(db, { sscc, serial }, posting, n, now);
    return sscc;
  });
}
