import { describe, expect, it } from 'vitest';
import type { StationToHost } from '#contract/host-frames.ts';
import { createHostSecrets } from './host-secrets.ts';

const start = { host: 'start', secrets: {}, inMemoryOnly: [], unreadableSecrets: [] } as const;
const copied = (change: Partial<{ secrets: Record<string, string>; names: string[]; unread: string[] }>) => ({
  ...start,
  secrets: { ...change.secrets },
  inMemoryOnly: [...(change.names ?? [])],
  unreadableSecrets: [...(change.unread ?? [])],
});

function newSecrets() {
  const posted: StationToHost[] = [];
  const secrets = createHostSecrets((frame) => posted.push(frame), 20);
  return { ...secrets, posted };
}

describe('the key of a shop', () => {
  it('is kept where the keychain opened it, and said to be missing where there is none', () => {
    const { started, keeper } = newSecrets();
    started(copied({ secrets: { 'ozon-api-key.1': 'k' } }));
    expect([keeper.apiKeyOf('1', true), keeper.howKept('1', true)]).toEqual(['k', 'kept']);
    expect([keeper.apiKeyOf('2', true), keeper.howKept('2', true)]).toEqual([null, 'missing']);
  });

  it('is asked for again where it is stored and cannot be opened, and no more once it was entered', async () => {
    const { started, kept, keeper } = newSecrets();
    started(copied({ unread: ['ozon-api-key.1'] }));
    expect(keeper.howKept('1', true)).toBe('unreadable');
    const keeping = keeper.keepApiKey('1', 'k');
    kept({ host: 'kept', name: 'ozon-api-key.1', storage: 'keychain' });
    await keeping;
    expect([keeper.apiKeyOf('1', true), keeper.howKept('1', true)]).toEqual(['k', 'kept']);
  });

  it('is said to live in memory alone where main has no keychain, or one that refuses it, or does not answer', async () => {
    const { kept, keeper, posted } = newSecrets();
    const refused = keeper.keepApiKey('1', 'k');
    kept({ host: 'kept', name: 'ozon-api-key.1', storage: 'memory' });
    await refused;
    await keeper.keepApiKey('2', 'k');
    expect([keeper.howKept('1', true), keeper.howKept('2', true)]).toEqual(['memory', 'memory']);
    expect(posted.map((frame) => frame.host)).toEqual(['keep-secret', 'keep-secret']);
  });

  it('lives in memory alone also in the station that comes after the one that got it', () => {
    const { started, keeper } = newSecrets();
    started(copied({ secrets: { 'ozon-api-key.1': 'k' }, names: ['ozon-api-key.1'] }));
    expect(keeper.howKept('1', true)).toBe('memory');
  });

  it('that comes without an account is of no use where it may be another shop’s, and one that names its own is', () => {
    const { started, keeper } = newSecrets();
    started(copied({ secrets: { 'ozon-api-key': 'k', 'ozon-api-key-2': 'second' } }));
    expect([keeper.apiKeyOf('1', false), keeper.howKept('1', false)]).toEqual([null, 'missing']);
    expect([keeper.apiKeyOf('2', false), keeper.howKept('2', false)]).toEqual(['second', 'kept']);
  });

  it('comes from the environment at every start, so nobody has to enter it again', () => {
    const { started, keeper } = newSecrets();
    started(copied({ secrets: { 'ozon-api-key': 'k' }, names: ['ozon-api-key'] }));
    expect([keeper.apiKeyOf('1', true), keeper.howKept('1', true)]).toEqual(['k', 'kept']);
  });
});
