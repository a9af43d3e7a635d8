import type { SessionView } from '#contract/bench-view.ts';
import { Icon } from '../design/icon.tsx';
import { useTexts } from '../texts/use-texts.ts';

/** Which package of several is in hand; nothing is said where there is only one. */
export function PackageChips({ session }: { readonly session: SessionView }) {
  const { say } = useTexts();
  if (session.packages.length < 2) return <p className="now__kicker">{say('pack.now')}</p>;
  const current = say('pack.package', { n: session.current, count: session.packages.length });
  return (
    <div className="package-chips">
      <p className="now__kicker">{current}</p>
      <ul className="package-chips__list">
        {session.packages.map((parcel) => (
          <li
            key={parcel.n}
            className={parcel.n === session.current ? 'package-chip package-chip--current' : 'package-chip'}
          >
            {parcel.isPacked ? <Icon name="check" size="1.1em" /> : null}
            {parcel.n} {parcel.carton === null ? '' : `· ${parcel.carton}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
