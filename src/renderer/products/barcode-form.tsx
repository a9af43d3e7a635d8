import { useState } from 'react';
import type { CardView } from '#contract/product-procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useLookupScans } from '../scanning/lookup-scans.ts';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';

const barcodeForm = /^[\x21-\x7e]{1,100}$/;

/** A lead gives a product one more barcode: a scan fills it in, a press sends it. */
export function BarcodeForm(props: {
  readonly card: CardView;
  readonly isFree: boolean;
  readonly onChanged: () => void;
}) {
  const { say } = useTexts();
  const { card, isFree, onChanged } = props;
  const [isOpen, setIsOpen] = useState(false);
  const [barcode, setBarcode] = useState('');
  const [note, setNote] = useState('');
  const add = useCommand('products.addBarcode');
  const make = useCommand('products.makeBarcode');
  // While the form is open a scan is the barcode to add; else it looks up another product.
  useLookupScans(isOpen && isFree ? (text) => setBarcode(text.trim()) : null);
  const isRunning = add.isRunning || make.isRunning;
  const send = async () => {
    if ((await add.run({ id: card.id, barcode })) === null) return onChanged();
    setNote(say('products.barcodes.added', { code: barcode }));
    setBarcode('');
    onChanged();
  };
  const haveMade = async () => {
    if ((await make.run({ id: card.id })) === null) return;
    setNote(say('products.barcodes.asked'));
    onChanged();
  };
  return (
    <section aria-label={say('products.barcodes.title')}>
      <div className="line-form">
        {isOpen ? (
          <>
            <TextInput
              label={say('products.barcodes.label')}
              value={barcode}
              onChange={setBarcode}
              lengthMax={100}
            />
            <ActionButton
              look="main"
              onPress={() => void send()}
              isDisabled={isRunning || !barcodeForm.test(barcode)}
              testId="barcode-add"
            >
              {say(add.isRunning ? 'products.barcodes.adding' : 'products.barcodes.add')}
            </ActionButton>
          </>
        ) : null}
        <ActionButton
          onPress={() => setIsOpen(!isOpen)}
          {...(isOpen ? {} : { icon: 'plus' as const })}
          testId="barcode-open"
        >
          {say(isOpen ? 'common.cancel' : 'products.barcodes.title')}
        </ActionButton>
        {card.barcodes.length === 0 ? (
          <ActionButton onPress={() => void haveMade()} isDisabled={isRunning} testId="barcode-make">
            {say(make.isRunning ? 'products.barcodes.adding' : 'products.barcodes.make')}
          </ActionButton>
        ) : null}
      </div>
      {card.barcodes.length === 0 ? <p className="note">{say('products.barcodes.hint')}</p> : null}
      {note === '' ? null : (
        <p className="note" role="status" data-testid="barcode-note">
          {note}
        </p>
      )}
      <FailureNote failure={add.failure ?? make.failure} />
    </section>
  );
}
