import type { BenchView, SessionView } from '#contract/bench-view.ts';
import { verdictSentence } from '#contract/texts/sentences.ts';
import type { PostingNumber, Sku } from '#domain/ids.ts';
import { rejected } from '#domain/packing/verdict.ts';
import { ActionButton } from '../design/action-button.tsx';
import { VerdictShape } from '../design/verdict-shape.tsx';
import { controlKeys } from '../scanning/control-keys.ts';
import { useControl } from '../scanning/use-scan.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ChangedTakeover } from './changed-takeover.tsx';
import { isChanged } from './is-changed.ts';
import { linesAndPicture } from './line-groups.ts';
import { ProductPicture } from './product-picture.tsx';
import { QuestionTakeover } from './question-takeover.tsx';
import { unbroken } from './unbroken.tsx';

/** What must be answered before anything else: it takes the whole screen, whichever is open. */
export function Takeover(props: { readonly view: BenchView; readonly cancelled: PostingNumber | null }) {
  const { view, cancelled } = props;
  const { session } = view;
  if (cancelled !== null) return <CancelledTakeover posting={cancelled} session={session} />;
  if (session === null) return null;
  const isOver = ['closed', 'held', 'stopped'].includes(session.phase);
  if (isOver || session.pending === null) return null;
  if (isChanged(session)) return <ChangedTakeover session={session} />;
  if (session.pending.kind === 'rejection') {
    return <WrongItemTakeover session={session} pending={session.pending} />;
  }
  return <QuestionTakeover session={session} pending={session.pending} />;
}

function CancelledTakeover(props: { readonly posting: PostingNumber; readonly session: SessionView | null }) {
  const { say } = useTexts();
  const control = useControl();
  const { posting, session } = props;
  // Of a posting that is not on the bench nobody knows here whether a label is on it.
  const hasLabel = session?.posting !== posting || session.packages.some(({ copies }) => copies > 0);
  return (
    <section
      className="takeover takeover--stop"
      role="alertdialog"
      aria-labelledby="takeover-title"
      data-testid="takeover-cancelled"
    >
      <div className="takeover__sheet">
        <VerdictShape look="stop" size="16rem" />
        <div className="takeover__words">
          <p className="takeover__kicker">{say('verdict.cancelled')}</p>
          <h1 className="takeover__title" id="takeover-title">
            {say('verdict.cancelledTitle')}
          </h1>
          <p className="takeover__body">{unbroken(say('verdict.cancelledBody', { posting }), posting)}</p>
          {hasLabel ? <p className="takeover__body">{say('verdict.cancelledLabel')}</p> : null}
          <ActionButton
            look="inverse"
            isBig
            keyName={controlKeys.ok}
            onPress={() => control('ok')}
            testId="answer-ok"
          >
            {say('verdict.cancelledOk')}
          </ActionButton>
        </div>
      </div>
    </section>
  );
}

function WrongItemTakeover(props: {
  readonly session: SessionView;
  readonly pending: Extract<NonNullable<SessionView['pending']>, { kind: 'rejection' }>;
}) {
  const { say, language } = useTexts();
  const control = useControl();
  const { pending, session } = props;
  const { groups } = linesAndPicture(session, null);
  const verdict = rejected(pending.reason, {
    posting: session.posting,
    details: { code: pending.code, words: pending.words ?? '' },
  });
  return (
    <section
      className="takeover takeover--wrong"
      role="alertdialog"
      aria-labelledby="takeover-title"
      data-testid="takeover-wrong"
    >
      <div className="takeover__head">
        <VerdictShape look="wrong" size="7rem" />
        <h1 className="takeover__title" id="takeover-title">
          {verdictSentence(language, verdict)}
        </h1>
      </div>
      <div className="takeover__pair">
        <ItemCard
          title={say('verdict.scanned')}
          sku={pending.sku}
          name={pending.name ?? say('verdict.unknownItem')}
          detail={pending.code}
          isWrong
        />
        <ItemCard
          title={say('verdict.wanted')}
          sku={groups.current?.sku ?? null}
          name={groups.current?.name ?? say('verdict.nothingMore')}
          detail={groups.current?.barcodes[0] ?? ''}
        />
      </div>
      <div className="takeover__foot">
        <ActionButton
          look="inverse"
          isBig
          keyName={controlKeys.ok}
          onPress={() => control('ok')}
          testId="answer-ok"
        >
          {say('verdict.understood')}
        </ActionButton>
      </div>
    </section>
  );
}

function ItemCard(props: {
  readonly title: string;
  readonly sku: Sku | null;
  readonly name: string;
  readonly detail: string;
  readonly isWrong?: boolean;
}) {
  return (
    <div className="item-card">
      <h2 className="item-card__title">{props.title}</h2>
      <div className="item-card__picture">
        <ProductPicture sku={props.sku} size="100%" />
        {props.isWrong === true ? (
          <svg
            className="item-card__cross"
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <path d="M2 2 98 98M98 2 2 98" />
          </svg>
        ) : null}
      </div>
      <p className="item-card__name">{props.name}</p>
      <p className="item-card__detail selectable">{props.detail}</p>
    </div>
  );
}
