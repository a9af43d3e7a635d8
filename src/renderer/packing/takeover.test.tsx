import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { accepted, rejected } from '#domain/packing/verdict.ts';
import { nothingAnnounced, withVerdict } from '../bench-store/announced.ts';
import { sampleView } from '../bench-store/testing/sample-view.ts';
import { StationContext } from '../station-link/station.ts';
import type { StationLink } from '../station-link/station-link.ts';
import { openCancellation } from './open-cancellation.ts';
import { Takeover } from './takeover.tsx';
import { sampleSession } from './testing/sample-session.ts';

const station: StationLink = {
  call: () => new Promise(() => undefined),
  ofShop: () => station,
  callHost: () => new Promise(() => undefined),
  on: () => () => undefined,
  onStatus: () => () => undefined,
  restartStation: () => undefined,
};

/** What covers the screen, as markup; empty where nothing does. */
function covering(
  session: Parameters<typeof sampleSession>[0] | null,
  alarm: string | null = null,
  announcements = nothingAnnounced,
): string {
  const view = sampleView({ alarm, session: session === null ? null : sampleSession(session) });
  return renderToStaticMarkup(
    <StationContext value={station}>
      <Takeover view={view} cancelled={openCancellation({ view, announcements })} />
    </StationContext>,
  );
}

describe('what covers the screen', () => {
  it('is nothing while nothing must be answered', () => {
    expect(covering(null)).toBe('');
    expect(covering({})).toBe('');
  });

  it('is the wrong item beside the wanted one', () => {
    const pending = {
      kind: 'rejection',
      reason: 'wrong-item',
      code: '460',
      sku: null,
      name: null,
      words: null,
    };
    const shown = covering({ pending });
    expect(shown).toContain('takeover-wrong');
    expect(shown).toContain('Not in this posting');
  });

  it('names the item whose marking code the shop refuses, with its words', () => {
    const reason = 'marking-code-refused';
    const pending = { kind: 'rejection', reason, code: '0104', sku: null, name: 'Mug', words: 'WITHDRAWN' };
    const page = covering({ pending });
    expect(page).toContain('Mug');
    expect(page).toContain('WITHDRAWN');
  });

  it('says what the shop wants now when it changed the posting, and crosses nothing out', () => {
    const code = '71000042-0001-1';
    const pending = {
      kind: 'rejection',
      reason: 'posting-changed',
      code,
      sku: null,
      name: null,
      words: null,
    };
    const shown = covering({ pending });
    expect(shown).toContain('takeover-changed');
    expect(shown).not.toContain('Not in this posting');
    expect(shown).not.toContain('item-card__cross');
    expect(shown).toContain('Product A');
    expect(shown).toContain('Product B');
  });

  it('is the alarm for a cancelled posting that was scanned with nothing open, until it is answered', () => {
    const posting = PostingNumber.parse('71000007-0001-1');
    const shown = covering(null, posting);
    expect(shown).toContain('takeover-cancelled');
    expect(shown).toContain(posting);
    expect(covering({ phase: 'closed' }, posting)).toContain('takeover-cancelled');
    const answered = withVerdict(nothingAnnounced, 1, accepted('cancellation-answered', { posting }));
    expect(covering(null, posting, answered)).toBe('');
    const again = withVerdict(answered, 2, rejected('cancelled', { posting }));
    expect(covering(null, posting, again)).toContain('takeover-cancelled');
  });
});
