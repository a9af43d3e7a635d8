import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

function decoded(input: string, ...args: readonly string[]) {
  const script = join(import.meta.dirname, '../../scripts/packbench.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [script, ...args], { input, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

it('decode-scan explains one code a line, in the language asked for', () => {
  const input = '4607025880011\n]C1010460702588001110LOT\\x1d17261231\n4607025880012\n\n';
  expect(decoded(input, 'decode-scan', '--language', 'ru')).toMatchObject([
    { kind: 'gtin', gtin: '04607025880011', problem: null },
    { ais: { 10: 'LOT', 17: '261231' } },
    { problem: { code: 'bad-check-digit', sentence: 'Цифра считана неверно: отсканируйте ещё раз' } },
    { problem: { code: 'empty' } },
  ]);
});

it('decode-scale reads one frame a line, and says of a line that is no bytes that it is none', () => {
  const input = '0230312e3233344e0d\n\n80 00 D0 07 00\nxyz\n';
  expect(decoded(input, 'decode-scale', '--protocol', 'toledo-8217')).toEqual([
    { value_g: 1234, stable: true, status: 'ok', net: true },
    { value_g: null, stable: null, status: 'noise' },
    { value_g: null, stable: null, status: 'not-hex' },
  ]);
  expect(decoded('535420\n0230302e3530300d\n', 'decode-scale', '--protocol', 'noise')).toEqual([
    { value_g: null, stable: null, status: 'noise' },
    { value_g: 500, stable: true, status: 'ok' },
  ]);
});
