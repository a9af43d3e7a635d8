import { Button } from 'react-aria-components';
import type { Counts } from '#contract/bench-view.ts';
import { Icon } from '../design/icon.tsx';
import { KeyCap } from '../design/key-cap.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { openScreen, type Screen, screenKeys, screens, useScreen } from './screens.ts';

/** The screens at the left edge. */
export function NavRail({ counts }: { readonly counts: Counts }) {
  const { say } = useTexts();
  const open = useScreen(({ screen }) => screen);
  const marks: Partial<Record<Screen, number>> = {
    ...{ queue: counts.queued, shift: counts.tasks },
    'after-sale': counts.requests + counts.unreadMessages,
  };
  return (
    <nav className="nav-rail" aria-label={say('nav.label')}>
      {screens.map((screen) => (
        <Button
          key={screen}
          className="nav-rail__one"
          onPress={() => openScreen(screen)}
          {...(screen === open ? { 'aria-current': 'page' as const } : {})}
          data-testid={`nav-${screen}`}
        >
          <Icon name={screen} size="2.25rem" />
          <span className="nav-rail__text">{say(`nav.${screen}`)}</span>
          {marks[screen] ? <span className="nav-rail__mark">{marks[screen]}</span> : null}
          <KeyCap name={`Alt ${screenKeys[screen]}`} />
        </Button>
      ))}
    </nav>
  );
}
