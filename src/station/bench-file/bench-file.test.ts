import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hashPin, isPin } from './pin.ts';
import { readBenchFile } from './read-bench-file.ts';
import { writeBenchFile } from './write-bench-file.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function file(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-file-'));
  folders.push(folder);
  return join(folder, 'bench.json');
}

function written(text: string): string {
  const path = file();
  writeFileSync(path, text);
  return path;
}

/** A bench file with one carton for each change to a usual one. */
function carton(...changes: readonly Readonly<Record<string, unknown>>[]): string {
  const usual = { code: 'S', innerMm: [200, 150, 100], outerMm: [206, 156, 106], tareG: 90, maxLoadG: 5000 };
  return JSON.stringify({ bench: 'B1', cartons: changes.map((change) => ({ ...usual, ...change })) });
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

  it.each([
    ['{"bench":"B1","scanners":["foo"]}', '"foo" is no device address', 'scanners[0]'],
    ['{"bench":"B1","scanners":["sim:","tcp:/127.0.0.1:7001"]}', 'not of the form tcp://', 'scanners[1]'],
    ['{"bench":"B1","scanners":["tcp://127.0.0.1"]}', 'needs a port', 'scanners[0]'],
    ['{"bench":"B1","scanners":["file:labels"]}', 'only a printer', 'scanners[0]'],
    ['{"bench":"B1","scale":{"at":"file:x","protocol":"mt-sics"}}', 'only a printer', 'scale.at'],
    ['{"bench":"B1","scale":{"at":"serial:/dev/x?bauds=1","protocol":"mt-sics"}}', '"bauds"', 'scale.at'],
    ['{"bench":"B1","labelprinter":{}}', '"labelprinter" is no field here: is "labelPrinter" meant?', ''],
    ['{"bench":"B1","colour":"red"}', '"colour" is no field here: the fields are bench, language', ''],
    ['{"bench":"B1","rules":{"weightTolerance":30}}', 'is "weightToleranceG" meant', 'rules'],
    ['{"bench":"B1","rules":{"verfyLabel":true}}', 'is "verifyLabel" meant', 'rules'],
    [
      '{"bench":"B1","people":[{"id":"P1","name":"A","role":"lead"},{"id":"P1","name":"B","role":"packer"}]}',
      'the id "P1" stands twice',
      'people[1].id',
    ],
    [carton({ outerMm: [206, 140, 106] }), 'smaller than the inside', 'cartons[0].outerMm'],
    [carton({ outerMm: [20_000, 156, 106] }), '<=10000', 'cartons[0].outerMm[0]'],
    [carton({ innerMm: [0.5, 150, 100] }), '>=1', 'cartons[0].innerMm[0]'],
    [carton({}, {}), 'the code "S" stands twice', 'cartons[1].code'],
    [
      '{"bench":"B1","shop":{"kind":"ozon","clientId":"1","pollseconds":5}}',
      'is "pollSeconds" meant',
      'shop',
    ],
    [
      '{"bench":"B1","shops":[{"kind":"ozon","clientId":"1"},{"kind":"ozon","clientId":"1","name":"Toys"}]}',
      'the Client-Id "1" stands twice',
      'shops[1].clientId',
    ],
    [
      '{"bench":"B1","shops":[{"kind":"ozon","clientId":"1","name":"2"},{"kind":"ozon","clientId":"2"}]}',
      'the name "2" stands twice',
      'shops[1].name',
    ],
    [
      '{"bench":"B1","shop":{"kind":"ozon","clientId":"1"},"shops":[{"kind":"ozon","clientId":"2"}]}',
      'it belongs into "shops" with the others',
      'shop',
    ],
    ['{"bench":"B1","labelPrinter":{"at":"sim:","dpi":200}}', '203|300', 'labelPrinter.dpi'],
  ])('says what is wrong in %s: %s', (text, sentence, place) => {
    const bench = readBenchFile(written(text));
    expect(bench).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(bench.ok ? '' : bench.error.detail).toContain(sentence);
    expect(bench.ok ? '' : bench.error.detail).toContain(place === '' ? '' : `at ${place}`);
  });

  it('of a bench that knew one shop is read, and written with a list of them', () => {
    const path = written('{"bench":"B1","shop":{"kind":"ozon","clientId":"17"}}');
    const before = readBenchFile(path);
    expect(before).toMatchObject({ ok: true, value: { shops: [{ clientId: '17' }] } });
    if (before.ok) writeBenchFile(path, before.value);
    const text: unknown = JSON.parse(readFileSync(path, 'utf8'));
    expect(text).toMatchObject({ shops: [{ clientId: '17' }] });
    expect(text).not.toHaveProperty('shop');
    expect(readBenchFile(path)).toEqual(before);
  });

  it('is read as its document has it, with every field', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../docs/bench-file.md'), 'utf8');
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(text) ?? [];
    expect(readBenchFile(written(example))).toMatchObject({ ok: true });
  });

  it('may name every kind of address, also a carton without walls', () => {
    const text = JSON.stringify({
      bench: 'B1',
      keyboardScanner: { prefix: 'F9', suffix: 'enter', followsCapsLock: true },
      scanners: ['serial:/dev/ttyUSB0?baud=9600', 'serial:COM3', 'tcp://[::1]:7001', 'sim:', 'sim:two'],
      scale: { at: 'serial:/dev/ttyS0?baud=2400&bits=7&parity=even&stop=1', protocol: 'mt-sics' },
      labelPrinter: { at: 'file:labels', language: 'zpl', dpi: 300, widthMm: 100, heightMm: 150 },
      cartons: [{ code: 'BAG', innerMm: [300, 200, 50], outerMm: [300, 200, 50], tareG: 0, maxLoadG: 1 }],
    });
    expect(readBenchFile(written(text))).toMatchObject({ ok: true });
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
