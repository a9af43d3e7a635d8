import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileTransport } from './file.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'file-transport-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function openFolder(directory: string) {
  const opened = await fileTransport(directory).open({ onData: () => undefined, onClose: () => undefined });
  if (!opened.ok) throw new Error(opened.error.technical);
  return opened.value;
}

describe('a folder as a device', () => {
  it('takes whole files and leaves nothing else behind', async () => {
    const place = path.join(folder, 'new', 'labels');
    const connection = await openFolder(place);
    expect(await connection.put('job-1.zpl', Buffer.from('^XA^XZ'))).toEqual({ ok: true, value: undefined });
    expect(await readdir(place)).toEqual(['job-1.zpl']);
    expect(await readFile(path.join(place, 'job-1.zpl'), 'utf8')).toBe('^XA^XZ');
  });

  it.each(['../escaped.zpl', '/etc/x', '.hidden', 'a/b'])('refuses the name %s', async (name) => {
    const connection = await openFolder(folder);
    expect(await connection.put(name, Buffer.from('x'))).toMatchObject({ ok: false });
    expect(await readdir(folder)).toEqual([]);
  });

  it('says when the place is no folder', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    const opened = await fileTransport(file).open({ onData: () => undefined, onClose: () => undefined });
    expect(opened).toMatchObject({ ok: false, error: { code: 'failed' } });
  });

  it('says when the folder has gone, and keeps the job back', async () => {
    const connection = await openFolder(folder);
    await rm(folder, { recursive: true });
    expect(await connection.put('job.zpl', Buffer.from('x'))).toMatchObject({
      ok: false,
      error: { code: 'not-open' },
    });
  });
});
