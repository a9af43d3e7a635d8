import { useEffect } from 'react';
import type { ShopTrafficView } from '#contract/traffic-procedures.ts';
import { FailureNote } from '../design/failure-note.tsx';
import { useAnswer } from '../station-link/use-answer.ts';
import { formatClockSeconds } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';

const askEveryMs = 2_000;

/** What goes to the shop: what waits and why, pauses with their end, and the next try. */
export function TrafficPanel() {
  const { say } = useTexts();
  const { value, failure, askAgain } = useAnswer('shop.traffic', {}, ['outbox']);
  useEffect(() => {
    const timer = setInterval(askAgain, askEveryMs);
    return () => clearInterval(timer);
  }, [askAgain]);
  if (failure !== null) return <FailureNote failure={failure} onRetry={askAgain} />;
  if (value === null) return <p className="loading">{say('common.loading')}</p>;
  const [first, ...others] = value.shops;
  if (first === undefined) return <p className="note">{say('devices.shopDetail.none')}</p>;
  if (others.length === 0) return <Traffic traffic={first} />;
  return value.shops.map((traffic) => (
    <section key={traffic.shop} data-testid={`traffic-${traffic.shop}`}>
      <h3 className="traffic__shop">{traffic.name}</h3>
      <Traffic traffic={traffic} />
    </section>
  ));
}

function Traffic({ traffic }: { readonly traffic: ShopTrafficView }) {
  const { say } = useTexts();
  const { state, readsAt, underWay, waiting, pauses, owed, owedAt } = traffic;
  const workOf = (feature: (typeof waiting)[number]['feature']) =>
    feature === null ? say('traffic.otherWork') : say(`shopKey.feature.${feature}`);
  const lines = [
    ...(state === 'offline' && readsAt !== null
      ? [say('traffic.offline', { at: formatClockSeconds(readsAt) })]
      : []),
    ...(state === 'unauthorized' ? [say('traffic.unauthorized')] : []),
    ...pauses.map(({ feature, isWhole, why, endsAt }) => {
      const work = isWhole ? say('traffic.everything') : workOf(feature);
      return `${capital(work)}: ${say(`traffic.pause.${why}`, { at: formatClockSeconds(endsAt) })}`;
    }),
    ...waiting.map(({ feature, urgency, why, calls }) => {
      const who = say(`traffic.who.${urgency}`);
      return `${capital(workOf(feature))}, ${who}: ${say('traffic.waits', { count: calls })} (${say(`traffic.why.${why}`)})`;
    }),
    ...(owed > 0 && owedAt !== null
      ? [say('traffic.owed', { count: owed, at: formatClockSeconds(owedAt) })]
      : []),
  ];
  return (
    <div className="panel traffic" data-testid="traffic" data-state={state}>
      {lines.length === 0 ? (
        <p className="note">
          {underWay === 0 ? say('traffic.calm') : say('traffic.underWay', { count: underWay })}
        </p>
      ) : (
        <ul className="traffic__lines">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function capital(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase() + words.slice(1);
}
