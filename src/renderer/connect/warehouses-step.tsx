import type { AccountView } from '#contract/account-procedures.ts';
import type { Failure } from '#contract/failure.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { WarehouseList } from './warehouse-list.tsx';

/** Whose account it is and where it sends from, before the key is kept. */
export function WarehousesStep(props: {
  readonly account: AccountView;
  readonly isConnecting: boolean;
  readonly failure: Failure | null;
  readonly onBack: () => void;
  readonly onConnect: () => void;
}) {
  const { say } = useTexts();
  const { account } = props;
  return (
    <>
      <p className="connect__fact">
        {account.name === ''
          ? say('connect.warehouses')
          : say('connect.warehousesOf', { name: account.name })}
      </p>
      <WarehouseList account={account} />
      <FailureNote failure={props.failure} />
      <div className="settings__row">
        <ActionButton
          look="main"
          onPress={props.onConnect}
          isFirst
          isDisabled={props.isConnecting}
          testId="shop-connect"
        >
          {say(props.isConnecting ? 'connect.connecting' : 'connect.connect')}
        </ActionButton>
        <ActionButton look="plain" icon="left" onPress={props.onBack}>
          {say('connect.back')}
        </ActionButton>
      </div>
    </>
  );
}
