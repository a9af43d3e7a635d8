import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { workbook } from './workbook.ts';

/** The files of an archive, unpacked by a reader that knows nothing of ours and checks every sum. */
async function unpacked(archive: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(archive), { lazyEntries: true });
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8'));
  }
  return files;
}

async function sheetOf(bytes: Uint8Array): Promise<string> {
  return (await unpacked(bytes)).get('xl/worksheets/sheet1.xml') ?? '';
}

describe('a workbook', () => {
  it('is an archive that others can unpack, and the same bytes for the same contents', async () => {
    const sheet = { name: 'A', widths: [10], rows: [[{ kind: 'text', text: 'x' }]] } as const;
    const bytes = workbook([sheet]);
    expect([...(await unpacked(bytes)).keys()].sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(workbook([sheet])).toEqual(bytes);
  });

  it('keeps text as it is, also where it looks like markup or like an escaped character', async () => {
    const text = '<b> & "q" _x0041_ _x00 ';
    const xml = await sheetOf(workbook([{ name: 'A', widths: [10], rows: [[{ kind: 'text', text }]] }]));
    expect(xml).toContain('preserve">&lt;b&gt; &amp; &quot;q&quot; _x005F_x0041_ _x00 </t>');
  });

  it('writes a wall-clock time as the serial date of worksheets and names columns beyond Z', async () => {
    const at = { kind: 'time', wallClockMs: Date.UTC(2026, 10, 23, 12) } as const;
    const empty = Array.from({ length: 27 }, () => null);
    const xml = await sheetOf(workbook([{ name: 'A', widths: [], rows: [[...empty, at]] }]));
    expect(xml).toContain('<c r="AB1" s="3"><v>46349.5</v></c>');
  });
});
