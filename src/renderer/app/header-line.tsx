import type { BenchView } from '#contract/bench-view.ts';
import { useNow } from '../design/use-now.ts';
import { DeviceRail } from '../devices/device-rail.tsx';
import { formatDistance, formatMoment } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { LanguageMenu } from './language-menu.tsx';
import { PersonMenu } from './person-menu.tsx';
import { useScreen } from './screens.ts';

/** One line: the posting and its cutoff, who packs, the language, the devices. */
export function HeaderLine({ view }: { readonly view: BenchView }) {
  const { say } = useTexts();
  const screen = useScreen((state) => state.screen);
  const { session } = view;
  const isOpen = session !== null && !['closed', 'held', 'stopped'].includes(session.phase);
  return (
    <header className="header-line">
      {isOpen ? (
        <PostingFacts session={session} />
      ) : (
        <p className="header-line__posting">{screen === 'pack' ? view.bench : say(`nav.${screen}`)}</p>
      )}
      <span className="header-line__gap" />
      {view.actor === null ? null : <PersonMenu actor={view.actor} />}
      <LanguageMenu />
      <DeviceRail view={view} />
    </header>
  );
}

function PostingFacts({ session }: { readonly session: NonNullable<BenchView['session']> }) {
  const { say, language } = useTexts();
  const now = useNow();
  const { cutoffAt } = session;
  return (
    <>
      <p className="header-line__posting selectable">{session.posting}</p>
      <p
        className={
          cutoffAt !== null && cutoffAt < now ? 'header-line__cutoff is-late' : 'header-line__cutoff'
        }
      >
        {cutoffAt === null ? (
          say('time.noCutoff')
        ) : (
          <>
            {say('time.until', { at: formatMoment(language, cutoffAt, now) })}{' '}
            <span className="header-line__distance">· {formatDistance(cutoffAt, now)}</span>
          </>
        )}
      </p>
      {session.isExpress ? <p className="flag flag--express">{say('flags.express')}</p> : null}
      <p className="header-line__method" title={session.deliveryMethod}>
        {session.deliveryMethod}
      </p>
    </>
  );
}
