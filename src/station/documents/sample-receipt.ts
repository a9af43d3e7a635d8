import type { Label } from '#domain/labels/label.ts';
import type { DocumentTexts } from './document-texts.ts';
import { packingSlip } from './packing-slip.ts';
import { pickList } from './pick-list.ts';
import { layoutReceipt } from './receipt.ts';

/** What a head of 80 mm prints. */
const WIDTH_MM = 72;
const lines = [
  { sku: '1500000001', offerId: 'MUG-350', name: 'Кружка керамическая 350 мл', quantity: 2 },
  { sku: '1500000002', offerId: 'TWL-70', name: '毛巾 70 × 140 cm', quantity: 1 },
  { sku: '1500000003', offerId: 'PRF-50', name: 'Perfume «Aroma» 50 ml', quantity: 3 },
];
const posting = '12345678-0001-1';

/** A receipt-style document with made-up contents, as it comes out of a receipt printer with 80 mm paper. `at` is epoch ms. */
export function sampleReceipt(
  name: 'packing-slip' | 'pick-list',
  texts: DocumentTexts,
  { timeZone, at }: { readonly timeZone: string; readonly at: number },
): { readonly label: Label; readonly codes: readonly string[] } {
  if (name === 'pick-list') {
    const list = { postings: 3, madeAt: at, cutoffAt: at, lines };
    return { label: layoutReceipt(pickList(list, { texts, timeZone }), WIDTH_MM), codes: [] };
  }
  const row = {
    ...{
      posting,
      shop: '',
      package: 1,
      carton: 'M',
      weightG: 1200,
      packer: 'Anna',
      packedAt: at,
      cutoffAt: null,
    },
    ...{ deliveryMethod: 'Ozon', units: 6, lines, trackingBarcodes: [], state: '' },
  };
  return { label: layoutReceipt(packingSlip(row, { texts, timeZone }), WIDTH_MM), codes: [posting] };
}
