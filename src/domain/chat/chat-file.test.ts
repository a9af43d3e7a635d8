import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatFileKind, chatFileName } from './chat-file.ts';

describe('a file for a buyer', () => {
  it.each([
    [[0xff, 0xd8, 0xff, 0xe0], 'jpg'],
    [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0], 'png'],
    [[...Buffer.from('RIFF'), 1, 2, 3, 4, ...Buffer.from('WEBP')], 'webp'],
    [[...Buffer.from('%PDF-1.7')], 'pdf'],
    [[...Buffer.from('MZ program')], null],
    [[], null],
  ])('is what its first bytes say', (bytes, kind) => {
    expect(chatFileKind(Uint8Array.from(bytes))).toBe(kind);
  });

  it.each([
    ['photo.exe', 'png', 'photo.png'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['C:\\x\\Акт приёмки.pdf', 'pdf', 'Акт приёмки.pdf'],
    ['.', 'jpg', 'file.jpg'],
  ] as const)('%s goes out under a plain name', (name, kind, expected) => {
    expect(chatFileName(name, kind)).toBe(expected);
  });

  it('has a plain name whatever it was called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
        expect(chatFileName(name, 'png')).toMatch(/^[\p{L}\p{N}_-][\p{L}\p{N} _-]{0,59}\.png$/u);
      }),
    );
  });
});
