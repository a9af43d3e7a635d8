import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLinePattern } from './pattern.ts';
import { readGenericLine, USUAL_PATTERN } from './protocol.ts';

function read(pattern: string, line: string) {
  const parsed = readLinePattern(pattern);
  if (!parsed.ok) throw new Error(parsed.error.why);
  return readGenericLine(line, parsed.value, { unit: 'kg' });
}

const like = '{stable:ST}{unstable:US}{overload:OL},{net:NT}{any},{weight}{unit}';

describe('a line pattern', () => {
  it.each([
    [like, 'ST,GS,+ 1.234kg', { mg: 1_234_000, isStable: true, isNet: false }],
    [like, 'US,NT,-0.050kg', { mg: -50_000, isStable: false, isNet: true }],
    [like, 'OL,GS,+ 0.000kg', { kind: 'status', status: 'overload' }],
    ['Gross:{weight} {unit}', 'Gross:   12.5 g', { mg: 12_500, isStable: null }],
    [USUAL_PATTERN, 'ST,NT,  1.234 kg', { kind: 'broken' }],
    [USUAL_PATTERN, 'TARE 1.234 kg', { kind: 'broken' }],
    [USUAL_PATTERN, '  -0.250 kg', { mg: -250_000 }],
    ['{weight}', '1.5', { mg: 1_500_000 }],
    ['{weight}', '4607025880011', { kind: 'broken' }],
    ['{weight}', '46070258', { kind: 'broken' }],
    [USUAL_PATTERN, '4607025880011.5 g', { kind: 'broken' }],
    [USUAL_PATTERN, '1 2.5 g', { kind: 'broken' }],
    ['W{sign}{weight}', 'W-1.5', { mg: -1_500_000 }],
  ])('%s reads %j', (pattern, line, expected) => {
    expect(read(pattern, line)).toMatchObject(expected);
  });

  it.each([
    ['{unit}', 'no-weight'],
    ['{weight}{colour}', 'unknown-part'],
    ['{weight}{weight}', 'part-twice'],
    ['{weight', 'unclosed'],
    ['{stable}{weight}', 'unknown-part'],
    ['{constructor}{weight}', 'unknown-part'],
    [`{weight}${'x'.repeat(200)}`, 'too-long'],
  ])('%s is refused: %s', (pattern, why) => {
    expect(readLinePattern(pattern)).toMatchObject({ ok: false, error: { why } });
  });

  it('takes any text for itself, whatever it means elsewhere', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        const literal = text.replaceAll(/[{}]/g, '').trim();
        const pattern = readLinePattern(`${literal}{weight}`);
        expect(pattern.ok).toBe(true);
        if (pattern.ok) expect(`${literal}1.5`.replaceAll(/ +/g, ' ')).toMatch(pattern.value.expression);
      }),
    );
  });
});
