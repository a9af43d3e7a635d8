import { type FormEvent, useState } from 'react';
import type { ShopCheck } from '#contract/account-procedures.ts';
import type { ShopView } from '#contract/bench-view.ts';
import { procedures } from '#contract/procedures.ts';
import { ActionButton } from '../design/action-button.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { TextInput } from '../design/text-input.tsx';
import { useNow } from '../design/use-now.ts';
import { useCommand } from '../station-link/use-command.ts';
import { formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { GoodCheck, ShopInput } from './connect-wizard.tsx';

const usualAddress = 'https://api-seller.ozon.ru';
type Problem = Extract<ShopCheck, { isGood: false }>['problem'];

/** Client ID and key; the shop is asked whether they are good, and nothing is kept yet. */
export function KeyStep(props: {
  readonly shop: ShopView | null;
  /** What was typed before, or is set up. */
  readonly before: Pick<ShopInput, 'clientId' | 'url' | 'pollSeconds' | 'name'> | null;
  /** A bench with several shops must tell them apart. */
  readonly wantsName: boolean;
  readonly onGood: (input: ShopInput, check: GoodCheck) => void;
}) {
  const { say, language } = useTexts();
  const now = useNow();
  const { shop, before } = props;
  const { run, isRunning, failure } = useCommand('shop.check');
  const [clientId, setClientId] = useState(before?.clientId ?? shop?.clientId ?? '');
  const [apiKey, setApiKey] = useState('');
  const [url, setUrl] = useState(before?.url ?? usualAddress);
  const [name, setName] = useState(props.wantsName ? (before?.name ?? '') : '');
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<Problem | null>(null);
  const errorOf = (field: string) => (wrong.has(field) ? say('settings.invalidField') : null);

  const check = async (event: FormEvent) => {
    event.preventDefault();
    const typed = { clientId: clientId.trim(), apiKey: apiKey.trim(), url: url.trim() };
    const parsed = procedures['shop.check'].input.safeParse({
      shop: {
        ...{ kind: 'ozon', ...typed, pollSeconds: before?.pollSeconds },
        ...(name.trim() === '' ? {} : { name }),
      },
    });
    setProblem(null);
    setWrong(new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[1]))));
    if (!parsed.success) return;
    const answer = await run(parsed.data);
    if (answer === null) return;
    if (answer.isGood) return props.onGood(parsed.data.shop, answer);
    setProblem(answer.problem);
    setWrong(new Set(fieldsOf[answer.problem]));
  };
  return (
    <form className="settings__form" onSubmit={(event) => void check(event)}>
      <p className="note">{say('settings.shop.hint')}</p>
      <TextInput
        label={say('settings.shop.clientId')}
        value={clientId}
        onChange={setClientId}
        isNumeric
        // Another Client ID is another shop.
        isReadOnly={shop !== null}
        error={errorOf('clientId')}
      />
      <TextInput
        label={say('settings.shop.apiKey')}
        value={apiKey}
        onChange={setApiKey}
        isSecret
        error={errorOf('apiKey')}
        hint={
          shop === null || shop.keyExpiresAt === null
            ? undefined
            : say('settings.shop.keyEnds', { at: formatMoment(language, shop.keyExpiresAt, now) })
        }
      />
      <TextInput label={say('settings.shop.address')} value={url} onChange={setUrl} error={errorOf('url')} />
      {props.wantsName ? (
        <TextInput
          label={say('shops.name')}
          hint={say('shops.nameHint')}
          value={name}
          onChange={setName}
          lengthMax={40}
          error={errorOf('name')}
        />
      ) : null}
      {problem === null ? null : (
        <p className="failure" role="alert" data-testid="connect-problem" data-problem={problem}>
          <span className="failure__sentence">{problemSentence(problem, say)}</span>
        </p>
      )}
      <FailureNote failure={failure} />
      <div className="settings__row">
        <ActionButton
          look="main"
          isSubmit
          onPress={() => undefined}
          isDisabled={isRunning}
          testId="shop-check"
        >
          {say(isRunning ? 'connect.checking' : 'connect.check')}
        </ActionButton>
      </div>
    </form>
  );
}

/** The fields that a problem is most likely about. */
const fieldsOf: Readonly<Record<Problem, readonly string[]>> = {
  'wrong-client-id': ['clientId'],
  'wrong-key': ['clientId', 'apiKey'],
  deactivated: ['apiKey'],
  'other-network': ['apiKey'],
  'lacks-right': ['apiKey'],
  unreachable: [],
  busy: [],
  unreadable: ['url'],
};

function problemSentence(problem: Problem, say: ReturnType<typeof useTexts>['say']): string {
  switch (problem) {
    case 'unreachable':
    case 'busy':
    case 'unreadable':
      return say(`connect.problem.${problem}`);
    default:
      return say(`keyTrouble.${problem}`);
  }
}
