import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineReader } from '../../line-reader.ts';
import { LINE_LENGTH_MAX, type MtSicsAnswer, readMtSicsLine } from './protocol.ts';

const weight = (tenthsG: number, isStable = true): MtSicsAnswer => ({ kind: 'weight', tenthsG, isStable });

/** Bytes as they come (latin1), and what they must be read as. */
const FRAMES: readonly [string, string, readonly MtSicsAnswer[]][] = [
  ['a stable weight', 'S S     100.00 g\r\n', [weight(1_000)]],
  ['a moving weight', 'S D      12.34 g\r\n', [weight(123, false)]],
  ['a negative weight', 'S S      -0.52 g\r\n', [weight(-5)]],
  ['kilograms', 'S S      1.234 kg\r\n', [weight(12_340)]],
  ['an empty pan', 'S S       0.00 g\r\n', [weight(0)]],
  ['a busy scale', 'S I\r\n', [{ kind: 'busy' }]],
  ['too much', 'S +\r\n', [{ kind: 'overload' }]],
  ['too little', 'S -\r\n', [{ kind: 'underload' }]],
  ['zeroed', 'Z A\r\n', [{ kind: 'zeroed' }]],
  ['zero refused', 'Z I\r\n', [{ kind: 'zero-refused' }]],
  ['zero out of range', 'Z +\r\n', [{ kind: 'zero-refused' }]],
  ['tare taken, which is no weight', 'T S     250.00 g\r\n', [{ kind: 'tared', tareTenthsG: 2_500 }]],
  ['tare refused', 'T I\r\n', [{ kind: 'tare-refused' }]],
  ['an unknown command', 'ES\r\n', [{ kind: 'refused', why: 'syntax' }]],
  ['a transmission error', 'ET\r\n', [{ kind: 'refused', why: 'transmission' }]],
  ['a logical error', 'EL\r\n', [{ kind: 'refused', why: 'logical' }]],
  ['the greeting after power-up', 'I4 A "0123456789"\r\n', [{ kind: 'other' }]],
  ['noise before a good line', '\x00\xff\x7fS S     100.00 g\r\n', [weight(1_000)]],
  ['half a frame', 'S S     100.', []],
  ['two frames at once', 'S D      99.90 g\r\nS S     100.00 g\r\n', [weight(999, false), weight(1_000)]],
  ['a letter in the number', 'S S     1O0.00 g\r\n', [{ kind: 'malformed', why: 'number' }]],
  ['a comma in the number', 'S S     100,00 g\r\n', [{ kind: 'malformed', why: 'number' }]],
  ['no unit', 'S S     100.00\r\n', [{ kind: 'malformed', why: 'unit' }]],
  ['pounds', 'S S       2.20 lb\r\n', [{ kind: 'malformed', why: 'unit' }]],
  ['two halves grown together', 'S S     10S S     100.00 g\r\n', [{ kind: 'malformed', why: 'shape' }]],
  ['the tail of a frame', '00.00 g\r\n', [{ kind: 'malformed', why: 'shape' }]],
  ['another scale', 'ST,+00100.00  g\r\n', [{ kind: 'malformed', why: 'shape' }]],
  ['noise without an end', '\xa5'.repeat(LINE_LENGTH_MAX * 4), []],
];

async function readAll(chunks: readonly Uint8Array[]): Promise<MtSicsAnswer[]> {
  const answers: MtSicsAnswer[] = [];
  const reader = createLineReader({
    lengthMax: LINE_LENGTH_MAX,
    onLine: (line) => answers.push(readMtSicsLine(line)),
  });
  for (const chunk of chunks) reader.push(chunk);
  await new Promise((resolve) => setImmediate(resolve));
  return answers;
}

describe('MT-SICS answers', () => {
  it.each(FRAMES)('%s', async (_, sent, answers) => {
    expect(await readAll([Buffer.from(sent, 'latin1')])).toEqual(answers);
  });

  it.each(FRAMES)('%s, byte by byte', async (_, sent, answers) => {
    expect(await readAll([...Buffer.from(sent, 'latin1')].map((byte) => Uint8Array.of(byte)))).toEqual(
      answers,
    );
  });

  it('is understood again after endless noise', async () => {
    const noise = Buffer.alloc(10_000, 0xa5);
    expect(await readAll([noise, Buffer.from('\r\nS S     100.00 g\r\n')])).toContainEqual(weight(1_000));
  });

  it('makes no weight of any text that is not a whole weight line', () => {
    const piece = fc.constantFrom(
      'S',
      'D',
      'T',
      'I',
      ' ',
      '  ',
      '-',
      '+',
      '1',
      '20',
      '.',
      ',',
      'g',
      'kg',
      'lb',
      'O',
      '?',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const line = pieces.join('');
        const isWhole = /^S [SD] +[+-]?\d{1,8}(\.\d{1,6})? +k?g *$/.test(line);
        expect(readMtSicsLine(line).kind === 'weight').toBe(isWhole);
      }),
      { numRuns: 2_000 },
    );
  });
});
