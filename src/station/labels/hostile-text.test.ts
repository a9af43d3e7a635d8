import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Label } from '#domain/labels/label.ts';
import { drawLabels, drawnLanguages } from '#station/devices/printers/interpreter/draw-labels.ts';
import { encodeLabel } from './encode-label.ts';
import { rasterPdf } from './raster-pdf.ts';
import { renderLabel } from './render-label.ts';
import { printedLabels } from './testing/outside-readers.ts';

/** What would print, reset, sound or forget something if it ever reached a printer as text. */
const COMMANDS = [
  '"\r\nPRINT 9,9\r\n',
  '\\["]\r\nCLS\r\nSELFTEST\r\n',
  '\x1b!R',
  '\x1b!.',
  '\nP9\n',
  '"\nN\nFR"X"\n^@\n',
  '\r\nPRINT\r\n! 0 200 200 99 9\r\nT 4 0 0 0 X\r\nPRINT\r\n',
  '\r\nABORT\r\n! U1 do "device.reset" ""\r\n',
  '\x10\x14\x01\x00\x05',
  '\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08',
  '\x1b@\x1dV\x00\x0c\x1d\x0c',
  '\x1dv0\x00\xff\xff\xff\xff',
  '^FS^XZ^XA^FDx^FS^XZ',
  '~JA~JR',
  'endstream endobj\n<</Type/Page>>',
  '</text><script>',
];

const hostileText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(...COMMANDS));

function labelWith(text: string): Label {
  const area = { xMm: 2, widthMm: 54, heightMm: 8, sizeMm: 5, weight: 'regular', align: 'left' } as const;
  return {
    widthMm: 58,
    heightMm: 40,
    elements: [
      { ...area, kind: 'text', yMm: 4, text },
      {
        kind: 'barcode',
        symbology: 'qr',
        xMm: 2,
        yMm: 14,
        widthMm: 20,
        heightMm: 20,
        value: '4607025880011',
      },
    ],
  };
}

describe('whatever a name on a label says', () => {
  it('exactly that one label comes out of a printer of every language, as it was drawn', async () => {
    const medium = { dpi: 203, widthMm: 58, heightMm: 40 } as const;
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const drawn = await renderLabel(labelWith(text), 203);
        if (!drawn.ok) throw new Error(JSON.stringify(drawn.error));
        for (const language of drawnLanguages) {
          const target = { ...medium, language };
          expect(drawLabels(encodeLabel(drawn.value, target, 1), target)).toEqual({
            labels: [drawn.value],
            problems: [],
            isPartial: false,
          });
        }
        const pdf = encodeLabel(drawn.value, { ...medium, language: 'pdf' }, 1);
        expect(await rasterPdf(pdf, medium)).toEqual({ ok: true, value: drawn.value });
      }),
      { numRuns: 40, examples: COMMANDS.map((text) => [text]) },
    );
  }, 60_000);

  it('no command in it makes a second label in ZPL', async () => {
    const target = { dpi: 203, widthMm: 58, heightMm: 40, language: 'zpl' } as const;
    for (const text of COMMANDS) {
      const drawn = await renderLabel(labelWith(text), 203);
      if (!drawn.ok) throw new Error(JSON.stringify(drawn.error));
      expect(await printedLabels(encodeLabel(drawn.value, target, 1), target)).toHaveLength(1);
    }
  }, 60_000);
});
