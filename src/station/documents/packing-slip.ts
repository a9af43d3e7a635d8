import type { DocumentTexts } from './document-texts.ts';
import { localTimeIn } from './local-time.ts';
import type { ManifestRow } from './manifest-row.ts';
import type { ReceiptBlock } from './receipt.ts';

/** The slip that goes into a package: what is in it, from which posting, packed by whom. */
export function packingSlip(
  row: ManifestRow,
  options: { readonly texts: DocumentTexts; readonly timeZone: string },
): readonly ReceiptBlock[] {
  const { slip } = options.texts;
  const localTime = localTimeIn(options.timeZone);
  return [
    { kind: 'text', text: slip.title, sizeMm: 5, weight: 'bold', align: 'centre' },
    { kind: 'gap', heightMm: 2 },
    { kind: 'barcode', value: row.posting, heightMm: 12 },
    { kind: 'text', text: `${slip.posting} ${row.posting}`, sizeMm: 3.4, weight: 'bold', align: 'centre' },
    { kind: 'text', text: `${slip.package} ${row.package} · ${row.deliveryMethod}`, sizeMm: 3 },
    { kind: 'rule' },
    ...row.lines.map((line): ReceiptBlock => {
      const article = line.offerId === '' ? line.sku : line.offerId;
      return { kind: 'entry', left: `${line.name} (${article})`, right: `× ${line.quantity}`, sizeMm: 3.2 };
    }),
    { kind: 'rule' },
    { kind: 'entry', left: slip.total, right: String(row.units), sizeMm: 3.4 },
    {
      kind: 'text',
      text: `${slip.packer} ${row.packer} · ${slip.packed} ${localTime(row.packedAt)}`,
      sizeMm: 2.8,
    },
  ];
}
