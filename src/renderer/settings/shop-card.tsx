import { useState } from 'react';
import type { ShopView } from '#contract/bench-view.ts';
import { WarehouseList } from '../connect/warehouse-list.tsx';
import { ActionButton } from '../design/action-button.tsx';
import { DialogBox } from '../design/dialog-box.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useNow } from '../design/use-now.ts';
import { shopSentence } from '../devices/shop-sentence.ts';
import { OfShop } from '../shops/of-shop.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { useCommand } from '../station-link/use-command.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';

/** A shop of this bench: how the bench stands with it, what the account is, how it is called, and the way to be rid of it. */
export function ShopCard(props: {
  readonly shop: ShopView;
  readonly isAmongOthers: boolean;
  /** Another key is wanted for it. */
  readonly onKey: () => void;
}) {
  const { say, language } = useTexts();
  const now = useNow();
  const { shop, isAmongOthers } = props;
  const [asked, setAsked] = useState<'name' | 'removal' | null>(null);
  return (
    <div className="connect" data-testid={`shop-${shop.clientId}`}>
      {isAmongOthers ? <h2 className="settings__title">{shop.name}</h2> : null}
      <p role="status" data-testid="shop-sentence">
        <b>{say(`devices.shopState.${shop.state}`)}</b>{' '}
        {shopSentence(shop, (at) => formatMoment(language, at, now))}
      </p>
      {shop.state === 'online' ? (
        <OfShop shop={shop.id}>
          <Account />
        </OfShop>
      ) : null}
      <div className="settings__row">
        {isAmongOthers ? (
          <ActionButton onPress={props.onKey} testId={`shop-key-${shop.clientId}`}>
            {say('shops.changeKey')}
          </ActionButton>
        ) : null}
        <ActionButton onPress={() => setAsked('name')} testId={`shop-rename-${shop.clientId}`}>
          {say('shops.rename')}
        </ActionButton>
        <ActionButton onPress={() => setAsked('removal')} testId={`shop-remove-${shop.clientId}`}>
          {say('shops.remove')}
        </ActionButton>
      </div>
      {asked === 'name' ? <NameDialog shop={shop} onClose={() => setAsked(null)} /> : null}
      {asked === 'removal' ? <RemoveDialog shop={shop} onClose={() => setAsked(null)} /> : null}
    </div>
  );
}

function Account() {
  const { say } = useTexts();
  const { value: account } = useAnswer('shop.profile', {}, ['settings']);
  if (account === null) return null;
  return (
    <details data-testid="shop-account">
      <summary>
        {account.name === ''
          ? say('connect.warehouses')
          : say('connect.warehousesOf', { name: account.name })}
      </summary>
      <WarehouseList account={account} />
    </details>
  );
}

function NameDialog({ shop, onClose }: { readonly shop: ShopView; readonly onClose: () => void }) {
  const { say } = useTexts();
  const { run, isRunning, failure } = useCommand('shop.rename');
  const [name, setName] = useState(shop.name);
  const rename = async () => {
    const typed = name.trim();
    // Its own number is what it is called when it is called nothing.
    const answer = await run({ shop: shop.id, name: typed === shop.clientId ? '' : typed });
    if (answer !== null) onClose();
  };
  return (
    <DialogBox
      title={say('shops.rename')}
      onClose={onClose}
      foot={
        <>
          <ActionButton onPress={onClose}>{say('common.cancel')}</ActionButton>
          <ActionButton
            look="main"
            onPress={() => void rename()}
            isDisabled={isRunning}
            testId="shop-name-save"
          >
            {say('shops.rename')}
          </ActionButton>
        </>
      }
    >
      <TextInput
        label={say('shops.name')}
        hint={say('shops.nameHint')}
        value={name}
        onChange={setName}
        lengthMax={40}
      />
      <FailureNote failure={failure} />
    </DialogBox>
  );
}

function RemoveDialog({ shop, onClose }: { readonly shop: ShopView; readonly onClose: () => void }) {
  const { say } = useTexts();
  const { run, isRunning, failure } = useCommand('shop.remove');
  const remove = async () => {
    if ((await run({ shop: shop.id })) !== null) onClose();
  };
  return (
    <DialogBox
      title={say('shops.removeTitle', { name: shop.name })}
      onClose={onClose}
      foot={
        <>
          <ActionButton onPress={onClose}>{say('common.cancel')}</ActionButton>
          <ActionButton
            look="main"
            onPress={() => void remove()}
            isDisabled={isRunning}
            testId="shop-remove-confirm"
          >
            {say('shops.remove')}
          </ActionButton>
        </>
      }
    >
      <p>{say('shops.removeAsk')}</p>
      <FailureNote failure={failure} />
    </DialogBox>
  );
}
