import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrinterTrouble } from '../health.ts';
import { CPCL } from './cpcl/speech.ts';
import { ESCPOS } from './escpos/speech.ts';
import type { PrinterSpeech } from './printer-speech.ts';
import { TSPL } from './tspl/speech.ts';

/** What is understood of these pieces, one after the other: the trouble of each answer. */
function understood(speech: PrinterSpeech, ...pieces: number[][]): (PrinterTrouble | null)[] {
  const reader = speech.status?.createReader();
  return pieces.flatMap((piece) => reader?.push(Uint8Array.from(piece)) ?? []).map(({ trouble }) => trouble);
}

describe('a TSPL printer says with one byte', () => {
  it.each([
    [0x00, null],
    [0x20, null],
    [0x01, 'head-open'],
    [0x40, 'head-open'],
    [0x02, 'jammed'],
    [0x03, 'head-open'],
    [0x04, 'paper-out'],
    [0x05, 'head-open'],
    [0x08, 'ribbon-out'],
    [0x0c, 'paper-out'],
    [0x10, 'paused'],
    [0x14, 'paper-out'],
    [0x80, 'too-hot'],
  ] as const)('0x%s that it is %s', (byte, trouble) => {
    expect(understood(TSPL, [byte])).toEqual([trouble]);
  });

  it('and a text is no answer', () => {
    expect(understood(TSPL, [...Buffer.from('ERROR 1\r\n')])).toEqual([]);
  });
});

describe('a CPCL printer says with one byte', () => {
  it.each([
    [0x00, null],
    [0x01, null],
    [0x02, 'paper-out'],
    [0x04, 'head-open'],
    [0x06, 'head-open'],
    [0x08, null],
    [0x10, null],
    [0x1a, 'paper-out'],
  ] as const)('0x%s that it is %s', (byte, trouble) => {
    expect(understood(CPCL, [byte])).toEqual([trouble]);
  });

  it('and a byte with bits that no answer has is none', () => {
    for (const byte of [0x20, 0x40, 0x80, 0xff]) expect(understood(CPCL, [byte])).toEqual([]);
  });
});

describe('an ESC/POS printer says with four bytes', () => {
  it.each([
    ['well', [0x12, 0x12, 0x12, 0x12], null],
    ['well with little paper left', [0x12, 0x12, 0x12, 0x1e], null],
    ['off line for no other reason', [0x1a, 0x12, 0x12, 0x12], 'paused'],
    ['open', [0x1a, 0x16, 0x12, 0x12], 'head-open'],
    ['stopped at the end of its paper', [0x1a, 0x32, 0x12, 0x12], 'paper-out'],
    ['without paper', [0x1a, 0x12, 0x12, 0x7e], 'paper-out'],
    ['held up by its cutter', [0x1a, 0x52, 0x1a, 0x12], 'jammed'],
    ['broken', [0x1a, 0x52, 0x32, 0x12], 'fault'],
    ['too hot', [0x1a, 0x52, 0x52, 0x12], 'too-hot'],
    ['in an error of another kind', [0x1a, 0x52, 0x12, 0x12], 'fault'],
  ] as const)('that it is %s', (_, bytes, trouble) => {
    expect(understood(ESCPOS, [...bytes])).toEqual([trouble]);
    expect(understood(ESCPOS, ...bytes.map((byte) => [byte]))).toEqual([trouble]);
  });

  it('and fewer, or one that cannot be a status, is no answer', () => {
    expect(understood(ESCPOS, [0x12, 0x12, 0x12])).toEqual([]);
    expect(understood(ESCPOS, [0x12, 0x12, 0x00, 0x12, 0x12])).toEqual([]);
    expect(understood(ESCPOS, [0x12, 0x12, 0x11, 0x12, 0x12, 0x12, 0x12])).toEqual([null]);
  });

  it('and every byte of an answer must be a status byte, whatever else comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const possible = bytes.filter((byte) => (byte & 0x93) === 0x12).length;
        expect(understood(ESCPOS, [...bytes]).length).toBeLessThanOrEqual(Math.floor(possible / 4));
      }),
    );
  });

  it('and dots that look like a question are noticed in a job', () => {
    const mayAnswer = (...bytes: number[]) => ESCPOS.status?.mayAnswerInside?.(Uint8Array.from(bytes));
    expect(mayAnswer(0, 0x10, 0x04, 0x01, 0)).toBe(true);
    expect(mayAnswer(0, 0x10, 0x04, 0x05, 0)).toBe(false);
    expect(mayAnswer(0x10, 0x04)).toBe(false);
  });
});
