import { useState } from 'react';
import type { ShopCheck } from '#contract/account-procedures.ts';
import type { ShopView } from '#contract/bench-view.ts';
import type { ProcedureInput, SettingsView } from '#contract/procedures.ts';
import { useCommand } from '../station-link/use-command.ts';
import { DoneStep } from './done-step.tsx';
import { KeyStep } from './key-step.tsx';
import { RightsStep } from './rights-step.tsx';
import { type ConnectStep, StepLine } from './step-line.tsx';
import { WarehousesStep } from './warehouses-step.tsx';

export type ShopInput = ProcedureInput<'shop.connect'>['shop'];
export type GoodCheck = Extract<ShopCheck, { isGood: true }>;

/**
 * Key, rights, warehouses, done: the way to a seller account, the first time and with another key. Nothing is kept before
 * the last step but one; until then the bench goes on with the key that it has.
 */
export function ConnectWizard(props: {
  /** The shop that gets another key; null where a further one is connected. */
  readonly shop: ShopView | null;
  readonly known: SettingsView['shops'][number] | null;
  /** How the other shops of this bench are called. */
  readonly others: readonly string[];
  readonly onConnected: () => void;
  readonly finishText: string;
  readonly onFinish: () => void;
}) {
  const [step, setStep] = useState<ConnectStep>('key');
  const [checked, setChecked] = useState<{ readonly input: ShopInput; readonly check: GoodCheck } | null>(
    null,
  );
  const connecting = useCommand('shop.connect');

  const connect = async () => {
    if (checked === null) return;
    const shop = withName(checked.input, checked.check.account.name, props.others);
    if ((await connecting.run({ shop })) === null) return;
    setStep('done');
    props.onConnected();
  };
  const startOver = () => {
    connecting.forgetFailure();
    setStep('key');
  };
  const finish = () => {
    setChecked(null);
    setStep('key');
    props.onFinish();
  };
  return (
    <div className="connect" data-testid="connect" data-step={step}>
      <StepLine step={step} />
      {checked === null || step === 'key' ? (
        <KeyStep
          shop={props.shop}
          before={checked?.input ?? props.known}
          wantsName={props.shop === null && props.others.length > 0}
          onGood={(input, check) => {
            setChecked({ input, check });
            setStep('rights');
          }}
        />
      ) : step === 'rights' ? (
        <RightsStep check={checked.check} onBack={startOver} onNext={() => setStep('warehouses')} />
      ) : step === 'warehouses' ? (
        <WarehousesStep
          account={checked.check.account}
          isConnecting={connecting.isRunning}
          failure={connecting.failure}
          onBack={() => setStep('rights')}
          onConnect={() => void connect()}
        />
      ) : (
        <DoneStep name={checked.check.account.name} finishText={props.finishText} onFinish={finish} />
      )}
    </div>
  );
}

const nameMax = 40;

/** A shop that nobody has called anything is called as the account is, unless another one is. */
function withName(input: ShopInput, accountName: string, others: readonly string[]): ShopInput {
  const name = input.name ?? accountName.trim().slice(0, nameMax).trim();
  return name === '' || others.includes(name) ? input : { ...input, name };
}
