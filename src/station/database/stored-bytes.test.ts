import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBytes, storeBytes } from './stored-bytes.ts';
import { temporaryHome } from './testing/temporary-bench.ts';

describe('stored bytes', () => {
  it('are kept once under their hash, and a changed or missing file is never handed out', () => {
    const home = temporaryHome();
    const bytes = Buffer.from('%PDF-1.7 label');
    const stored = storeBytes(home, 'labels', 'pdf', bytes);
    expect(storeBytes(home, 'labels', 'pdf', bytes)).toEqual(stored);
    expect(readBytes(home, stored)).toEqual({ ok: true, value: bytes });
    writeFileSync(join(home, stored.file), '%PDF-1.7 lobel');
    expect(readBytes(home, stored)).toMatchObject({ ok: false, error: { code: 'damaged' } });
    storeBytes(home, 'labels', 'pdf', bytes);
    expect(readBytes(home, stored).ok).toBe(true);
    expect(existsSync(join(home, `${stored.file}.new`))).toBe(false);
    expect(readBytes(home, { ...stored, file: '../../etc/passwd' })).toMatchObject({
      error: { code: 'missing' },
    });
  });
});
