import type { SessionView } from '#contract/bench-view.ts';
import { PostingFlags } from '../queue/posting-flags.tsx';
import { ShopName } from '../shops/shop-name.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { ControlButtons } from './control-buttons.tsx';
import { CurrentLine } from './current-line.tsx';
import { instructions } from './instruction.ts';
import { LabelFacts } from './label-facts.tsx';
import type { LineGroups } from './line-groups.ts';
import { OtherLines } from './other-lines.tsx';
import { PackageChips } from './package-chips.tsx';
import type { PackingStep } from './packing-step.ts';
import { packageInHand } from './packing-step.ts';
import { WeightFacts } from './weight-facts.tsx';

/** What to do now, the largest thing on the screen, and what it is done with. */
export function NowPanel(props: {
  readonly session: SessionView;
  readonly step: PackingStep;
  readonly groups: LineGroups;
}) {
  const { say } = useTexts();
  const { session, step, groups } = props;
  const { title, hint } = instructions[step];
  const isScanning = session.phase === 'scanning';
  const parcel = packageInHand(session);
  return (
    <section className="panel now" aria-labelledby="now-title">
      <div className="now__head">
        <div className="now__words">
          <PackageChips session={session} />
          <ShopName shop={session.shop} />
          <h1 className="now__title" id="now-title" data-testid="instruction" data-step={step}>
            {say(title)}
          </h1>
          {hint === null ? null : <p className="now__hint">{say(hint)}</p>}
          {isScanning ? (
            <PostingFlags isExpress={false} traits={session.traits} company={session.company} />
          ) : null}
        </div>
        <Count unitsIn={groups.unitsIn} unitsWanted={groups.unitsWanted} isBig={isScanning} />
      </div>
      <div className="now__body">
        {isScanning && groups.current !== null ? <CurrentLine line={groups.current} /> : null}
        {session.phase === 'weighing' ? <WeightFacts session={session} parcel={parcel} /> : null}
        {session.phase === 'labelling' || session.phase === 'verifying' ? (
          <LabelFacts session={session} parcel={parcel} step={step} />
        ) : null}
      </div>
      <OtherLines groups={groups} />
      <ControlButtons step={step} isWeighed={session.requireWeight} />
    </section>
  );
}

/** How many of the package's units are in. */
function Count(props: { readonly unitsIn: number; readonly unitsWanted: number; readonly isBig: boolean }) {
  return (
    <p className={props.isBig ? 'count' : 'count count--small'} data-testid="scan-count">
      {props.unitsIn}
      <span className="count__of"> / {props.unitsWanted}</span>
    </p>
  );
}
