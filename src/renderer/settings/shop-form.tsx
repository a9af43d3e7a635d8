import { type FormEvent, useState } from 'react';
import type { ShopView } from '#contract/bench-view.ts';
import { type ProcedureInput, procedures, type SettingsView } from '#contract/procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useNow } from '../design/use-now.ts';
import { shopSentence } from '../devices/shop-sentence.ts';
import { useCommand } from '../station-link/use-command.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';

type ShopInput = ProcedureInput<'shop.connect'>['shop'];
const usualAddress = 'https://api-seller.ozon.ru';

/** Client ID and key; the shop itself is asked whether they are good before anything is kept. */
export function ShopForm(props: {
  readonly shop: ShopView;
  readonly known: SettingsView['shop'] | null;
  readonly onConnected: () => void;
}) {
  const { say, language } = useTexts();
  const now = useNow();
  const { shop, known } = props;
  const { run, isRunning, failure } = useCommand('shop.connect');
  const [clientId, setClientId] = useState(known?.clientId ?? shop.clientId ?? '');
  const [apiKey, setApiKey] = useState('');
  const [url, setUrl] = useState(known?.url ?? usualAddress);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const moment = (at: number) => formatMoment(language, at, now);
  const errorOf = (field: string) => (wrong.has(field) ? say('settings.invalidField') : null);

  const connect = async (event: FormEvent) => {
    event.preventDefault();
    const typed = { clientId: clientId.trim(), apiKey: apiKey.trim(), url: url.trim() };
    const checked = checkShop(typed, known?.pollSeconds);
    if (!checked.ok) {
      setWrong(checked.wrong);
      return;
    }
    setWrong(new Set());
    if ((await run({ shop: checked.shop })) === null) return;
    setApiKey('');
    props.onConnected();
  };
  return (
    <form className="settings__form" onSubmit={(event) => void connect(event)}>
      <p className="note">{say('settings.shop.hint')}</p>
      <TextInput
        label={say('settings.shop.clientId')}
        value={clientId}
        onChange={setClientId}
        isNumeric
        error={errorOf('clientId')}
      />
      <TextInput
        label={say('settings.shop.apiKey')}
        value={apiKey}
        onChange={setApiKey}
        isSecret
        error={errorOf('apiKey')}
        hint={
          shop.keyExpiresAt === null
            ? undefined
            : say('settings.shop.keyEnds', { at: moment(shop.keyExpiresAt) })
        }
      />
      <TextInput label={say('settings.shop.address')} value={url} onChange={setUrl} error={errorOf('url')} />
      <div className="settings__row">
        <ActionButton
          look="main"
          isSubmit
          onPress={() => undefined}
          isDisabled={isRunning}
          testId="shop-connect"
        >
          {say(isRunning ? 'settings.shop.connecting' : 'settings.shop.connect')}
        </ActionButton>
        {shop.clientId === null ? null : (
          <p role="status" data-testid="shop-sentence">
            <b>{say(`devices.shopState.${shop.state}`)}</b> {shopSentence(shop, moment)}
          </p>
        )}
      </div>
      <FailureNote failure={failure} />
    </form>
  );
}

function checkShop(
  typed: Readonly<Record<'clientId' | 'apiKey' | 'url', string>>,
  pollSeconds: number | undefined,
):
  | { readonly ok: true; readonly shop: ShopInput }
  | { readonly ok: false; readonly wrong: ReadonlySet<string> } {
  const parsed = procedures['shop.connect'].input.safeParse({
    shop: { kind: 'ozon', ...typed, pollSeconds },
  });
  if (parsed.success) return { ok: true, shop: parsed.data.shop };
  return { ok: false, wrong: new Set(parsed.error.issues.map(({ path }) => String(path[1]))) };
}
