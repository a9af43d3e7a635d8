import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineFramer } from './protocol.ts';

const bytesOf = (text: string) => Buffer.from(text, 'utf8');

describe('framing of a scanner', () => {
  it.each([
    ['CR', '4607025880011\r', ['4607025880011']],
    ['LF', 'a\nb\n', ['a', 'b']],
    ['CRLF', 'a\r\nb\r\n', ['a', 'b']],
    ['Tab', 'a\tb\t', ['a', 'b']],
    ['empty lines', '\r\n\r\na\r\n\r\n', ['a']],
    [
      'a group separator',
      ']d201046070258800112151abc\u001d93dGVz\r',
      [']d201046070258800112151abc\u001d93dGVz'],
    ],
    ['Cyrillic', 'ъС1фыва\r', ['ъС1фыва']],
    ['surrounding spaces', ' a \r', [' a ']],
  ])('reads %s', (_, sent, payloads) => {
    expect(createLineFramer().push(bytesOf(sent))).toEqual(payloads);
  });

  it('reads one byte per character where the bytes are no UTF-8', () => {
    expect(createLineFramer().push(Uint8Array.of(0x41, 0xe9, 0x42, 0x0d))).toEqual(['A\u00e9B']);
  });

  it('keeps what has no terminator until the burst is over', () => {
    const framer = createLineFramer();
    expect(framer.push(bytesOf('a\rb'))).toEqual(['a']);
    expect(framer.hasRest()).toBe(true);
    expect(framer.endOfBurst()).toBe('b');
    expect(framer.endOfBurst()).toBeNull();
  });

  it('takes 4,096 characters, and nothing at all of a longer payload', () => {
    const framer = createLineFramer();
    const longest = 'x'.repeat(4_096);
    expect(framer.push(bytesOf(`${longest}\r`))).toEqual([longest]);
    expect(framer.push(bytesOf(`${longest}y\rok\r`))).toEqual(['ok']);
  });

  it('reads the same payloads however the bytes are cut into reads', () => {
    const payload = fc.string({
      unit: fc.constantFrom('0', '9', 'A', 'ж', '中', '\u001d', ']', ' '),
      minLength: 1,
    });
    const terminator = fc.constantFrom('\r', '\n', '\r\n', '\t');
    fc.assert(
      fc.property(fc.array(fc.tuple(payload, terminator)), fc.array(fc.nat(7)), (lines, cuts) => {
        const bytes = bytesOf(lines.map(([text, end]) => text + end).join(''));
        const framer = createLineFramer();
        const read: string[] = [];
        let from = 0;
        for (const cut of cuts) {
          read.push(...framer.push(bytes.subarray(from, from + cut)));
          from += cut;
        }
        read.push(...framer.push(bytes.subarray(from)));
        expect(read).toEqual(lines.map(([text]) => text));
      }),
    );
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (chunks) => {
        const framer = createLineFramer(50);
        for (const text of chunks.flatMap((chunk) => framer.push(chunk))) {
          expect(text).not.toMatch(/[\r\n\t]/);
          expect(text.length).toBeGreaterThan(0);
          expect(text.length).toBeLessThanOrEqual(50);
        }
      }),
    );
  });
});
