import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hidPosReports } from './fake.ts';
import { createHidPosFramer, DATA_BYTES } from './protocol.ts';

/** A marking code of medicines, longer than one report holds. */
const MARKING_CODE = `010460702588001121abcdefghijklm\u001d91EE06\u001d92${'x'.repeat(44)}`;

function readAll(reports: readonly Uint8Array[]): (string | null)[] {
  const framer = createHidPosFramer();
  return reports.map((report) => framer.push(report));
}

describe('the reports of a HID scanner', () => {
  it('hold a code with its AIM identifier in front', () => {
    expect(readAll(hidPosReports('4607025880011', { aim: ']E0' }))).toEqual([']E04607025880011']);
  });

  it('hold a code alone where the identifier is switched off', () => {
    expect(readAll(hidPosReports('4607025880011', { aim: '' }))).toEqual(['4607025880011']);
    expect(readAll(hidPosReports('4607025880011', { aim: '', reportId: 2 }))).toEqual(['4607025880011']);
  });

  it('are read with their id in front, too', () => {
    expect(readAll(hidPosReports('A', { reportId: 2 }))).toEqual([']C0A']);
  });

  it('are put together where a code is longer than one, with its separators', () => {
    expect(readAll(hidPosReports(MARKING_CODE, { aim: ']d2' }))).toEqual([null, `]d2${MARKING_CODE}`]);
  });

  it('lose the terminator that a scanner may add', () => {
    expect(readAll(hidPosReports('A\r\n'))).toEqual([']C0A']);
    expect(readAll(hidPosReports('\r'))).toEqual([null]);
  });

  it('give nothing of a code whose end was never sent, and all of the next one', () => {
    const [begun = new Uint8Array()] = hidPosReports(MARKING_CODE, { aim: ']d2' });
    expect(readAll([begun, ...hidPosReports('4607025880011', { aim: ']E0' })])).toEqual([
      null,
      ']E04607025880011',
    ]);
  });

  it('give nothing of a code with a broken report in the middle, not its end either', () => {
    const reports = hidPosReports(MARKING_CODE + MARKING_CODE, { aim: ']d2' });
    const broken = reports.map((report, index) => (index === 1 ? report.slice(0, 20) : report));
    expect(readAll([...broken, ...hidPosReports('A')])).toEqual([null, null, null, null, ']C0A'].slice(-5));
    expect(reports).toHaveLength(4);
  });

  it('say no more bytes than they have', () => {
    const [report = new Uint8Array()] = hidPosReports('A');
    report[0] = DATA_BYTES + 1;
    expect(readAll([report, ...hidPosReports('B')])).toEqual([null, ']C0B']);
  });

  it('give nothing of a code that is longer than any symbology holds', () => {
    const framer = createHidPosFramer(100);
    const reports = [...hidPosReports('x'.repeat(300)), ...hidPosReports('ok')];
    expect(reports.map(framer.push).filter((text) => text !== null)).toEqual([']C0ok']);
  });

  it('say any code as it was', () => {
    const code = fc.string({
      unit: fc.constantFrom('0', '9', 'A', 'ж', '中', '\u001d', ']', ' '),
      minLength: 1,
      maxLength: 400,
    });
    fc.assert(
      fc.property(fc.array(code), fc.option(fc.nat(255), { nil: undefined }), (codes, reportId) => {
        const spelling = { aim: ']d1', ...(reportId === undefined ? {} : { reportId }) };
        const read = readAll(codes.flatMap((text) => hidPosReports(text, spelling)));
        expect(read.filter((text) => text !== null)).toEqual(codes.map((text) => `]d1${text}`));
      }),
    );
  });

  it('may be anything at all', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 70 })), (reports) => {
        const framer = createHidPosFramer();
        for (const report of reports) expect(framer.push(report)).not.toBe('');
        framer.reset();
        expect(framer.push(hidPosReports('A')[0] ?? new Uint8Array())).toBe(']C0A');
      }),
    );
  });
});
