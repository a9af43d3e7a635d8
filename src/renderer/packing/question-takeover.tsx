import type { ReactNode } from 'react';
import type { PendingView, SessionView } from '#contract/bench-view.ts';
import { ActionButton } from '../design/action-button.tsx';
import { VerdictShape } from '../design/verdict-shape.tsx';
import { controlKeys } from '../scanning/control-keys.ts';
import { useControl } from '../scanning/use-scan.ts';
import { formatGrams } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ProductPicture } from './product-picture.tsx';
import { UnitNumberQuestion } from './unit-number-question.tsx';
import { UnitWeightQuestion } from './unit-weight-question.tsx';

/** A question with its answers as buttons, keys and control codes. A wanted marking code is asked for on the screen itself. */
export function QuestionTakeover(props: { readonly session: SessionView; readonly pending: PendingView }) {
  const { session, pending } = props;
  if (pending.kind === 'hold-reason') return <HoldQuestion />;
  if (pending.kind === 'product') return <ProductQuestion session={session} pending={pending} />;
  if (pending.kind === 'unit-number') return <NumberQuestion pending={pending} />;
  if (pending.kind === 'unit-weight') return <WeightQuestion pending={pending} />;
  return null;
}

function NumberQuestion(props: { readonly pending: Extract<PendingView, { kind: 'unit-number' }> }) {
  const { say } = useTexts();
  const { want } = props.pending;
  return (
    <QuestionFrame
      title={say(want === 'imei' ? 'unitNumber.imeiTitle' : 'unitNumber.uinTitle')}
      hint={say('unitNumber.hint')}
    >
      <UnitNumberQuestion pending={props.pending} />
    </QuestionFrame>
  );
}

function WeightQuestion(props: { readonly pending: Extract<PendingView, { kind: 'unit-weight' }> }) {
  const { say, language } = useTexts();
  const { typedG } = props.pending;
  return (
    <QuestionFrame
      title={
        typedG === null
          ? say('unitWeight.title')
          : say('unitWeight.confirmTitle', { weight: formatGrams(language, typedG) })
      }
      hint={say(typedG === null ? 'unitWeight.hint' : 'unitWeight.confirmHint')}
    >
      <UnitWeightQuestion pending={props.pending} />
    </QuestionFrame>
  );
}

function HoldQuestion() {
  const { say } = useTexts();
  const control = useControl();
  return (
    <QuestionFrame title={say('question.holdTitle')} hint={null}>
      <div className="takeover__answers">
        <ActionButton
          look="inverse"
          isBig
          isFirst
          keyName={controlKeys.missing}
          onPress={() => control('missing')}
          testId="hold-missing"
        >
          {say('question.missing')}
        </ActionButton>
        <ActionButton
          look="inverse"
          isBig
          keyName={controlKeys.damaged}
          onPress={() => control('damaged')}
          testId="hold-damaged"
        >
          {say('question.damaged')}
        </ActionButton>
        <ActionButton
          look="inverse"
          isBig
          keyName={controlKeys.ok}
          onPress={() => control('ok')}
          testId="hold-other"
        >
          {say('question.other')}
        </ActionButton>
        <ActionButton
          look="inverse"
          isBig
          keyName={controlKeys.no}
          onPress={() => control('no')}
          testId="answer-no"
        >
          {say('question.goOn')}
        </ActionButton>
      </div>
    </QuestionFrame>
  );
}

function ProductQuestion(props: {
  readonly session: SessionView;
  readonly pending: Extract<PendingView, { kind: 'product' }>;
}) {
  const { say } = useTexts();
  const control = useControl();
  const { session, pending } = props;
  // Those the posting still wants: OK takes it where that is one.
  const wanted = pending.candidates.filter(({ sku }) =>
    session.lines.some((line) => line.sku === sku && line.packed < line.wanted),
  );
  const shown = wanted.length === 0 ? pending.candidates : wanted;
  return (
    <QuestionFrame
      title={say('question.productTitle')}
      hint={`${say('question.productHint', { code: pending.code })} ${say('question.scanOther')}`}
    >
      <ul className="takeover__candidates">
        {shown.slice(0, 4).map((candidate) => (
          <li key={candidate.sku} className="candidate">
            <ProductPicture sku={candidate.sku} size="14rem" />
            <span>{candidate.name}</span>
          </li>
        ))}
      </ul>
      <div className="takeover__answers">
        {wanted.length === 1 ? (
          <ActionButton
            look="inverse"
            isBig
            keyName={controlKeys.ok}
            onPress={() => control('ok')}
            testId="answer-ok"
          >
            {say('question.thisOne')}
          </ActionButton>
        ) : null}
        <ActionButton
          look="inverse"
          isBig
          keyName={controlKeys.no}
          onPress={() => control('no')}
          testId="answer-no"
        >
          {say('question.notIt')}
        </ActionButton>
      </div>
    </QuestionFrame>
  );
}

function QuestionFrame(props: {
  readonly title: string;
  readonly hint: string | null;
  readonly children: ReactNode;
}) {
  return (
    <section
      className="takeover takeover--question"
      role="alertdialog"
      aria-labelledby="takeover-title"
      data-testid="takeover-question"
    >
      <div className="takeover__head">
        <VerdictShape look="question" size="9rem" />
        <div>
          <h1 className="takeover__title" id="takeover-title">
            {props.title}
          </h1>
          {props.hint === null ? null : <p className="takeover__body">{props.hint}</p>}
        </div>
      </div>
      {props.children}
    </section>
  );
}
