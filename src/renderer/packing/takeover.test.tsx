import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import { BenchView } from '#contract/bench-view.ts';
import { nothingAnnounced } from '../bench-store/announced.ts';
import { useBench } from '../bench-store/bench-store.ts';
import { StationContext } from '../station-link/station.ts';
import type { StationLink } from '../station-link/station-link.ts';
import { Takeover } from './takeover.tsx';
import { sampleSession } from './testing/sample-session.ts';

const station: StationLink = {
  call: () => new Promise(() => undefined),
  callHost: () => new Promise(() => undefined),
  on: () => () => undefined,
  onStatus: () => () => undefined,
  restartStation: () => undefined,
};

/** What covers the screen, as markup; empty where nothing does. */
function covering(session: Parameters<typeof sampleSession>[0] | null): string {
  const view = BenchView.parse({
    bench: 'B1',
    language: 'en',
    actor: null,
    people: [],
    shop: {
      ...{ state: 'online', sinceAt: 0, isDemo: false, clientId: '1', keyExpiresAt: null },
      ...{ owed: 0, parked: 0, lastReadAt: null },
    },
    devices: [],
    session: session === null ? null : sampleSession(session),
    lastVerdict: null,
    verdictSeq: 0,
    counts: { queued: 0, urgent: 0, held: 0, relabel: 0, tasks: 0, packedToday: 0 },
    isSimulated: false,
  });
  useBench.setState({ view });
  return renderToStaticMarkup(
    <StationContext value={station}>
      <Takeover view={view} />
    </StationContext>,
  );
}

afterEach(() => useBench.setState({ view: null, announcements: nothingAnnounced }));

describe('what covers the screen', () => {
  it('is nothing while nothing must be answered', () => {
    expect(covering(null)).toBe('');
    expect(covering({})).toBe('');
  });

  it('is the wrong item beside the wanted one', () => {
    const pending = { kind: 'rejection', reason: 'wrong-item', code: '460', sku: null, name: null };
    const shown = covering({ pending });
    expect(shown).toContain('takeover-wrong');
    expect(shown).toContain('Not in this posting');
  });

  it('says what the shop wants now when it changed the posting, and crosses nothing out', () => {
    const code = '71000042-0001-1';
    const pending = { kind: 'rejection', reason: 'posting-changed', code, sku: null, name: null };
    const shown = covering({ pending });
    expect(shown).toContain('takeover-changed');
    expect(shown).not.toContain('Not in this posting');
    expect(shown).not.toContain('item-card__cross');
    expect(shown).toContain('Product A');
    expect(shown).toContain('Product B');
  });
});
