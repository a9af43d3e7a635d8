import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Keychain } from './keychain.ts';
import { SecretBox } from './secret-box.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  file = join(folder, 'secrets.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a machine with a keychain', () => {
  it('finds the secret again after a restart, and the file does not hold it in the clear', async () => {
    await new SecretBox(file, keychain('one')).keep('ozon-api-key', 'very secret');
    expect(readFileSync(file, 'utf8')).not.toContain('very secret');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(await new SecretBox(file, keychain('one')).openAll()).toEqual({
      secrets: { 'ozon-api-key': 'very secret' },
      unreadable: [],
      inMemoryOnly: [],
    });
  });
  it('names a secret that another keychain sealed, keeps it, and opens it when the old keychain is back', async () => {
    await new SecretBox(file, keychain('one')).keep('ozon-api-key', 'very secret');
    expect(await new SecretBox(file, keychain('two')).openAll()).toEqual({
      secrets: {},
      unreadable: ['ozon-api-key'],
      inMemoryOnly: [],
    });
    expect((await new SecretBox(file, keychain('one')).openAll()).secrets).toEqual({
      'ozon-api-key': 'very secret',
    });
  });
  it('does not even try what another keychain sealed: it might open it to nonsense', async () => {
    await new SecretBox(file, keychain('one')).keep('ozon-api-key', 'very secret');
    const careless = { ...keychain('two'), open: async () => ({ text: 'nonsense', isStale: false }) };
    const box = new SecretBox(file, careless);
    expect(await box.openAll()).toMatchObject({ secrets: {}, unreadable: ['ozon-api-key'] });
    await box.keep('other', 'b');
    expect((await box.openAll()).unreadable).toEqual(['ozon-api-key']);
    expect((await new SecretBox(file, keychain('one')).openAll()).secrets).toEqual({
      'ozon-api-key': 'very secret',
    });
  });
  it('seals a secret anew where the keychain has a new key for it', async () => {
    await new SecretBox(file, keychain('one')).keep('ozon-api-key', 'very secret');
    const before = readFileSync(file, 'utf8');
    const opened = keychain('one');
    const rotated: Keychain = {
      ...opened,
      seal: async (text) => Buffer.concat([await opened.seal(text), Buffer.from([0x5a])]),
      open: async (sealed) => ({ ...(await opened.open(sealed)), isStale: true }),
    };
    expect((await new SecretBox(file, rotated).openAll()).secrets).toEqual({ 'ozon-api-key': 'very secret' });
    expect(readFileSync(file, 'utf8')).not.toBe(before);
  });
  it('keeps in memory what the keychain refuses, says so, and hands it to the next station', async () => {
    const locked = { ...keychain('one'), seal: () => Promise.reject(new Error('locked')) };
    const box = new SecretBox(file, locked);
    expect(await box.keep('ozon-api-key', 'very secret')).toBe('memory');
    expect(await box.openAll()).toMatchObject({
      secrets: { 'ozon-api-key': 'very secret' },
      inMemoryOnly: ['ozon-api-key'],
    });
  });
  it('sets a damaged file aside and goes on', async () => {
    writeFileSync(file, '{ "backend": "one", "sea');
    const box = new SecretBox(file, keychain('one'));
    expect(await box.openAll()).toEqual({ secrets: {}, unreadable: [], inMemoryOnly: [] });
    await box.keep('a', '1');
    expect((await box.openAll()).secrets).toEqual({ a: '1' });
    expect(readFileSync(`${file}.damaged`, 'utf8')).toContain('sea');
  });
  it('forgets a secret when asked, and keeps several written at once', async () => {
    const box = new SecretBox(file, keychain('one'));
    await Promise.all([box.keep('a', '1'), box.keep('b', '2'), box.keep('c', '3'), box.keep('b', null)]);
    expect((await box.openAll()).secrets).toEqual({ a: '1', c: '3' });
  });
});

describe('a machine without a keychain', () => {
  it('keeps a secret until the application ends, says so, and writes nothing', async () => {
    const box = new SecretBox(file, undefined);
    expect(await box.keep('ozon-api-key', 'very secret')).toBe('memory');
    expect(await box.openAll()).toEqual({
      secrets: { 'ozon-api-key': 'very secret' },
      unreadable: [],
      inMemoryOnly: ['ozon-api-key'],
    });
    expect(existsSync(file)).toBe(false);
    expect((await new SecretBox(file, undefined).openAll()).secrets).toEqual({});
  });
  it('takes a secret from the environment', async () => {
    const box = new SecretBox(file, undefined, { PACKBENCH_SECRET_OZON_API_KEY: 'given', PATH: '/bin' });
    expect((await box.openAll()).secrets).toEqual({ 'ozon-api-key': 'given' });
  });
});

/** Stands in for the system's keychain, which no test machine has: it opens only what it sealed itself. */
function keychain(backend: string): Keychain {
  return {
    backend,
    seal: (text) => Promise.resolve(Buffer.from(`${backend}:${text}`).map((byte) => byte ^ 0x5a) as Buffer),
    open: async (sealed) => {
      const text = Buffer.from(sealed.map((byte) => byte ^ 0x5a)).toString();
      if (!text.startsWith(`${backend}:`)) throw new Error('sealed by another keychain');
      return { text: text.slice(backend.length + 1), isStale: false };
    },
  };
}
