import type { LineView, SessionView } from '#contract/bench-view.ts';
import { verdictSentence } from '#contract/texts/sentences.ts';
import { rejected } from '#domain/packing/verdict.ts';
import { ActionButton } from '../design/action-button.tsx';
import { VerdictShape } from '../design/verdict-shape.tsx';
import { controlKeys } from '../scanning/control-keys.ts';
import { useControl } from '../scanning/use-scan.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ProductPicture } from './product-picture.tsx';
import { unbroken } from './unbroken.tsx';

/** More than these do not fit; the packing screen then lists them all. */
const linesShown = 3;

/** The shop wants other goods now: nothing is wrong with the last scan, but everything comes out and is packed anew. */
export function ChangedTakeover({ session }: { readonly session: SessionView }) {
  const { say, language } = useTexts();
  const control = useControl();
  const { posting, lines } = session;
  const shown = lines.slice(0, linesShown);
  return (
    <section
      className="takeover takeover--question"
      role="alertdialog"
      aria-labelledby="takeover-title"
      data-testid="takeover-changed"
    >
      <div className="takeover__head">
        <VerdictShape look="question" size="9rem" />
        <h1 className="takeover__title takeover__title--long" id="takeover-title">
          {unbroken(verdictSentence(language, rejected('posting-changed', { posting })), posting)}
        </h1>
      </div>
      <div className="takeover__wanted">
        <p className="takeover__body">{say('verdict.changedWanted')}</p>
        <ul className="takeover__candidates">
          {shown.map((line) => (
            <WantedLine key={line.sku} line={line} />
          ))}
        </ul>
        {lines.length > shown.length ? (
          <p className="takeover__body">{say('common.more', { count: lines.length - shown.length })}</p>
        ) : null}
      </div>
      <div className="takeover__answers">
        <ActionButton
          look="inverse"
          isBig
          keyName={controlKeys.ok}
          onPress={() => control('ok')}
          testId="answer-ok"
        >
          {say('verdict.changedOk')}
        </ActionButton>
      </div>
    </section>
  );
}

function WantedLine({ line }: { readonly line: LineView }) {
  const { say } = useTexts();
  return (
    <li className="candidate">
      <ProductPicture sku={line.sku} size="8rem" />
      <span>
        {line.name} <b>{say('pack.times', { count: line.wanted })}</b>
      </span>
    </li>
  );
}
