import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHostStatusReader, type HostStatus, troubleOf } from './protocol.ts';

const WELL = [
  '\x02030,0,0,1225,000,0,0,0,000,0,0,0\x03',
  '\x02000,0,0,0,0,2,4,0,00000000,1,000\x03',
  '\x021234,0\x03',
];

function read(lines: readonly string[]): (HostStatus | null)[] {
  const reader = createHostStatusReader();
  return lines.map((line) => reader.push(line));
}

/** An answer with one field changed; line and field count from 0. */
function changed(...changes: readonly (readonly [number, number, string])[]): string[] {
  const lines = WELL.map((line) => line.slice(1, -1).split(','));
  for (const [line, field, value] of changes) lines[line]?.splice(field, 1, value);
  return lines.map((fields) => `\x02${fields.join(',')}\x03`);
}

function troubleIn(lines: readonly string[]) {
  const status = read(lines).at(-1);
  return status === null || status === undefined ? 'unread' : troubleOf(status);
}

describe('a printer says how it is', () => {
  it('in three lines, and nothing is known before the third', () => {
    const [first, second, third] = read(WELL);
    expect([first, second]).toEqual([null, null]);
    expect(third).toMatchObject({ isPaperOut: false, formatsWaiting: 0, labelsLeft: 0 });
  });

  it.each([
    ['well', changed(), null],
    ['out of paper', changed([0, 1, '1']), 'paper-out'],
    ['paused', changed([0, 2, '1']), 'paused'],
    ['its buffer full', changed([0, 5, '1']), 'buffer-full'],
    ['its settings lost', changed([0, 9, '1']), 'memory-lost'],
    ['too hot', changed([0, 11, '1']), 'too-hot'],
    ['its head open', changed([1, 2, '1']), 'head-open'],
    ['no ribbon in direct thermal mode', changed([1, 3, '1']), null],
    ['no ribbon in transfer mode', changed([1, 3, '1'], [1, 4, '1']), 'ribbon-out'],
    ['head open and paused, the head first', changed([1, 2, '1'], [0, 2, '1']), 'head-open'],
  ])('%s', (_, lines, trouble) => {
    expect(troubleIn(lines)).toBe(trouble);
  });

  it('counts what it still holds', () => {
    expect(read(changed([0, 4, '003'], [1, 8, '00000012'])).at(-1)).toMatchObject({
      formatsWaiting: 3,
      labelsLeft: 12,
    });
  });

  it('and a damaged, cut or mixed answer is none, but the next good one is', () => {
    const [a = '', b = '', c = ''] = WELL;
    for (const broken of [
      [a, c],
      [b, c],
      [a, b.slice(0, -1), c],
      [a, 'x', b, c],
      [a.slice(1), b, c],
      [c, b, a],
    ]) {
      const statuses = read([...broken, ...WELL]);
      expect(statuses.slice(0, broken.length).every((status) => status === null)).toBe(true);
      expect(statuses.at(-1)).not.toBeNull();
    }
  });

  it('and no text at all breaks the reading', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(...WELL))), (lines) => {
        read(lines);
      }),
    );
  });
});
