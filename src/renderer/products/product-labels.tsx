import { useState } from 'react';
import type { CardView } from '#contract/product-procedures.ts';
import { NumberInput } from '../design/number-input.tsx';
import { SelectInput } from '../design/select-input.tsx';
import { PrintButton } from '../documents/print-button.tsx';
import { useTexts } from '../texts/use-texts.ts';

/** What a label takes of a barcode; longer ones cannot be read off it. */
const printable = /^[\x21-\x7e]{1,60}$/;

/** Prints one of a product's barcodes on the bench's label printer, as often as wanted; nothing where it has none. */
export function ProductLabels({ card }: { readonly card: CardView }) {
  const { say } = useTexts();
  const barcodes = card.barcodes.filter((barcode) => printable.test(barcode));
  const [chosen, setChosen] = useState('');
  const [copies, setCopies] = useState(1);
  const barcode = barcodes.includes(chosen) ? chosen : barcodes[0];
  if (barcode === undefined) return null;
  return (
    <section aria-label={say('products.labels.title')} className="picking-documents">
      {barcodes.length > 1 ? (
        <SelectInput
          label={say('products.columns.barcode')}
          value={barcode}
          options={barcodes.map((value) => ({ value, text: value }))}
          onChange={setChosen}
          testId="product-label-barcode"
        />
      ) : null}
      <NumberInput
        label={say('products.labels.copies')}
        value={copies}
        min={1}
        max={10}
        onChange={setCopies}
      />
      <PrintButton
        what={{ document: 'product-label', product: card.id, barcode, copies }}
        text={say('products.labels.print')}
        testId="print-product-label"
      />
    </section>
  );
}
