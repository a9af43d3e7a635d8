import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashPin, isPin } from './pin.ts';
import { readBenchFile } from './read-bench-file.ts';
import { writeBenchFile } from './write-bench-file.ts';

const file = () => join(mkdtempSync(join(tmpdir(), 'bench-file-')), 'bench.json');

function written(text: string): string {
  const path = file();
  writeFileSync(path, text);
  return path;
}

describe('the bench file', () => {
  it('needs no more than a name, everything else has a default', () => {
    const bench = readBenchFile(written('{"bench":"B1"}'));
    expect(bench).toMatchObject({
      ok: true,
      value: {
        bench: 'B1',
        language: 'en',
        scanners: [],
        rules: { weightToleranceG: 30, verifyLabel: true },
      },
    });
  });

  it('is read with the mark that Windows editors put in front', () => {
    expect(readBenchFile(written('\uFEFF{"bench":"B1"}')).ok).toBe(true);
  });

  it.each([
    ['{"bench":"B1","scale":{"at":"sim:","protocol":"guess"}}', 'scale.protocol'],
    ['{"bench":"B1","cartons":[{"code":"S"}]}', 'cartons[0].innerMm'],
    ['{"bench":"B1","shop":{"kind":"ozon","clientId":"abc"}}', 'shop.clientId'],
    ['{"bench":"B1","rules":{"weightToleranceG":-1}}', 'rules.weightToleranceG'],
  ])('names the place of a mistake in %s', (text, place) => {
    const bench = readBenchFile(written(text));
    expect(bench).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(bench.ok ? '' : bench.error.detail).toContain(place);
  });

  it('tells a missing file from a broken one', () => {
    expect(readBenchFile(file())).toMatchObject({ error: { code: 'missing' } });
    expect(readBenchFile(written('{"bench":'))).toMatchObject({ error: { code: 'not-json' } });
  });

  it('is replaced whole, with the one before kept beside it', () => {
    const path = written('{"bench":"B1"}');
    const before = readBenchFile(path);
    if (!before.ok) throw new Error('not read');
    writeBenchFile(path, { ...before.value, language: 'ru' });
    expect(readBenchFile(path)).toMatchObject({ value: { language: 'ru' } });
    expect(readFileSync(`${path}.bak`, 'utf8')).toBe('{"bench":"B1"}');
  });
});

describe('a PIN', () => {
  it('is known again from its hash, and no other PIN is', () => {
    const hash = hashPin('2580');
    expect(isPin('2580', hash)).toBe(true);
    expect(isPin('2581', hash)).toBe(false);
    expect(hash).not.toContain('2580');
  });

  it('fits nothing when its hash is damaged', () => {
    expect(isPin('2580', 'damaged')).toBe(false);
    expect(isPin('2580', '')).toBe(false);
  });
});
