import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagePieces, saysTheSame } from './message-text.ts';

describe('a message', () => {
  it.each([
    ['plain words', [{ kind: 'text', text: 'plain words' }]],
    [
      'see [ this ](https://www.ozon.ru/p) now',
      [
        { kind: 'text', text: 'see ' },
        { kind: 'link', text: 'this', address: 'https://www.ozon.ru/p' },
        { kind: 'text', text: ' now' },
      ],
    ],
    ['![](https://cdn/x.png)', [{ kind: 'picture', text: '', address: 'https://cdn/x.png' }]],
    ['<img src=x onerror=alert(1)>', [{ kind: 'text', text: '<img src=x onerror=alert(1)>' }]],
    ['[x](javascript:alert(1))', [{ kind: 'text', text: '[x](javascript:alert(1))' }]],
    ['size 5\\*5', [{ kind: 'text', text: 'size 5*5' }]],
    ['\u202egnp.exe\u0007', [{ kind: 'text', text: 'gnp.exe' }]],
  ])('%j is shown as it is meant', (markdown, pieces) => {
    expect(messagePieces(markdown)).toEqual(pieces);
  });

  it('of whatever letters has only addresses of the web, and nothing that turns text around', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'[]()! :/\\ahtps.\u202e\u2066\n<>*'), maxLength: 300 }),
        (markdown) => {
          for (const piece of messagePieces(markdown)) {
            expect(piece.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
            if (piece.kind !== 'text') expect(piece.address).toMatch(/^https?:\/\//);
          }
        },
      ),
    );
  });

  it('is known again after the shop has escaped and wrapped it', () => {
    expect(saysTheSame('Hello,  5*5\n', 'Hello, 5\\*5')).toBe(true);
    expect(saysTheSame('Hello', 'Hello!')).toBe(false);
  });
});
