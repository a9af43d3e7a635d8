import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './parse-json.ts';

describe('ids in JSON', () => {
  it('keeps every digit of an id that a number cannot hold', () => {
    const parsed = parseJson('{"a":3000000000817031942,"b":1019000000000001,"c":0.1234567890123456789}');
    expect(parsed).toEqual({
      ok: true,
      value: { a: '3000000000817031942', b: 1019000000000001, c: 0.12345678901234568 },
    });
  });

  it('reads everything else as JSON does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const text = JSON.stringify(value);
        const plain: unknown = JSON.parse(text);
        if (!/\d{16}/.test(text)) expect(parseJson(text)).toEqual({ ok: true, value: plain });
      }),
    );
  });

  it('keeps them wherever a number can stand, and long texts as they are', () => {
    const id = '3000000000817031942';
    for (const text of [
      id,
      `-${id}`,
      `[${id}]`,
      `[1,${id}]`,
      `{"a": ${id}}`,
      `{"a":\n${id}}`,
      `["${id}",${id}]`,
    ])
      expect(JSON.stringify(parseJson(text)).match(/\d{19}/g), text).toEqual(text.match(/\d{19}/g));
    expect(parseJson('[9007199254740993]')).toEqual({ ok: true, value: ['9007199254740993'] });
    expect(parseJson(`{"a":"${id}"}`)).toEqual({ ok: true, value: { a: id } });
  });

  it('says that HTML is no JSON', () => {
    expect(parseJson('<html>502</html>')).toEqual({ ok: false });
  });
});
