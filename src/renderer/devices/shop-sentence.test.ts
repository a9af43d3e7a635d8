import { beforeAll, describe, expect, it } from 'vitest';
import { ShopView } from '#contract/bench-view.ts';
import { sampleShop } from '../bench-store/testing/sample-view.ts';
import { texts } from '../texts/texts.ts';
import { isKeyFailing, isKeyWanted, shopSentence } from './shop-sentence.ts';

beforeAll(() => texts.changeLanguage('en'));

const shop = (change: Parameters<typeof sampleShop>[0]) =>
  ShopView.parse(sampleShop({ lastReadAt: 0, ...change }));
const sentence = (change: Parameters<typeof shop>[0]) => shopSentence(shop(change), () => '14:20');

describe('what the window says of the shop', () => {
  it('is when it was read last, and that its key will be asked for again where no keychain took it', () => {
    expect(sentence({})).toBe('Last read at 14:20.');
    expect(sentence({ key: 'memory' })).toMatch(/^Last read at 14:20\. .*after each start/);
  });

  it('is who must enter the key where it is missing or cannot be opened', () => {
    expect(sentence({ state: 'none', key: 'unreadable' })).toContain('does not open it');
    expect(sentence({ state: 'none', key: 'missing' })).toContain('No key is stored');
    expect(isKeyWanted(shop({ state: 'none', key: 'unreadable' }))).toBe(true);
    expect(isKeyWanted(shop({ state: 'offline', key: 'memory' }))).toBe(false);
  });

  it('is why the shop does not take its key, and who can help', () => {
    for (const [trouble, words] of [
      ['wrong-key', 'does not know this key'],
      ['deactivated', 'switched off'],
      ['other-network', 'other networks'],
    ])
      expect(sentence({ state: 'unauthorized', keyTrouble: trouble })).toMatch(
        new RegExp(`${words}.*A shift lead must enter a new key`),
      );
  });

  it('is that its key comes to its end, and what it does not allow', () => {
    const now = Date.parse('2026-11-25T12:00:00Z');
    const days = (count: number) => now + count * 86_400_000 + 1;
    const at = (change: Parameters<typeof shop>[0]) => shopSentence(shop(change), () => '14:20', now);
    expect(at({ keyExpiresAt: days(20) })).toBe('Last read at 14:20.');
    expect(at({ keyExpiresAt: days(7) })).toContain('The key ends in 7 days');
    expect(at({ keyExpiresAt: days(1) })).toContain('The key ends in 1 day:');
    expect(at({ keyExpiresAt: days(-2) })).toContain('The key has ended');
    expect(at({ missingFeatures: ['labels', 'handover'] })).toContain(
      'The key does not allow: labels, handover.',
    );
    expect(isKeyFailing(shop({ keyExpiresAt: days(7) }), now)).toBe(false);
    expect(isKeyFailing(shop({ keyExpiresAt: days(2) }), now)).toBe(true);
    expect(isKeyFailing(shop({ missingFeatures: ['queue'] }), now)).toBe(true);
  });
});
