import { useState } from 'react';
import type { CardView } from '#contract/product-procedures.ts';
import { parseAmount } from '#domain/catalogue/price-change.ts';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useCommand } from '../station-link/use-command.ts';
import { useTexts } from '../texts/use-texts.ts';
import { moneyText } from './money-text.ts';

type Note = 'none' | 'done' | 'spent';

/** A lead changes a product's price; what looks like a slip is asked about once more. */
export function PriceForm(props: { readonly card: CardView; readonly onChanged: () => void }) {
  const { say } = useTexts();
  const { card, onChanged } = props;
  const [isOpen, setIsOpen] = useState(false);
  const [words, setWords] = useState({ price: '', old: '', min: '' });
  const [asked, setAsked] = useState<{ readonly before: string; readonly currency: string } | null>(null);
  const [note, setNote] = useState<Note>('none');
  const { run, isRunning, failure } = useCommand('products.setPrice');
  const price = parseAmount(words.price);
  const [oldPrice, minPrice] = [words.old, words.min].map((text) =>
    text.trim() === '' ? '' : parseAmount(text),
  );
  const isComplete = price !== null && price !== '0' && oldPrice != null && minPrice != null;
  const after = moneyText(price, card.currency);
  const send = async (isSure: boolean) => {
    if (!isComplete) return;
    setAsked(null);
    const answer = await run({ id: card.id, price, oldPrice, minPrice, isSure });
    if (answer?.outcome === 'ask') return setAsked(answer);
    setNote(answer?.outcome ?? 'none');
    onChanged();
  };
  const field = (name: keyof typeof words, label: string) => (
    <TextInput
      label={label}
      value={words[name]}
      onChange={(text) => {
        setNote('none');
        setWords({ ...words, [name]: text });
      }}
      lengthMax={20}
      isNumeric
    />
  );
  return (
    <section aria-label={say('products.price.title')}>
      <div className="line-form">
        {isOpen ? (
          <>
            {field('price', say('products.price.price'))}
            {field('old', say('products.price.old'))}
            {field('min', say('products.price.min'))}
            <ActionButton
              look="main"
              onPress={() => void send(false)}
              isDisabled={isRunning || !isComplete}
              testId="price-send"
            >
              {say(isRunning ? 'products.price.sending' : 'products.price.send')}
            </ActionButton>
          </>
        ) : null}
        <ActionButton onPress={() => setIsOpen(!isOpen)} testId="price-open">
          {say(isOpen ? 'common.cancel' : 'products.price.title')}
        </ActionButton>
      </div>
      {note === 'none' ? null : (
        <p className="note" role="status" data-testid="price-note">
          {say(`products.price.${note}`, { after })}
        </p>
      )}
      <FailureNote failure={failure} />
      {asked === null ? null : (
        <DialogBox
          title={say('products.price.sureTitle', { before: moneyText(asked.before, asked.currency), after })}
          onClose={() => setAsked(null)}
          foot={
            <>
              <ActionButton onPress={() => setAsked(null)} isFirst>
                {say('common.cancel')}
              </ActionButton>
              <ActionButton look="main" onPress={() => void send(true)} testId="price-sure">
                {say('products.price.sure', { after })}
              </ActionButton>
            </>
          }
        >
          <p>{say('products.price.sureHint')}</p>
        </DialogBox>
      )}
    </section>
  );
}
