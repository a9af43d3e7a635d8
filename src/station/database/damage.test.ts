import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyChain } from './event-chain.ts';
import { fullCheck } from './full-check.ts';
import { databaseFile, openDatabase } from './open-database.ts';
import { openReadOnly } from './open-read-only.ts';
import { acceptRewound } from './recovery.ts';
import { packInOtherProcess } from './testing/other-process.ts';
import { openBench, resourcesDir, temporaryHome } from './testing/temporary-bench.ts';
import { readWitness, witnessFile, writeWitness } from './witness.ts';

const now = () => 1_764_000_000_000;

/** A home as a power cut leaves it: 60 events in the WAL, the witness written after the last. */
async function cutOffHome(): Promise<string> {
  const home = temporaryHome();
  const other = packInOtherProcess(home, 30);
  await other.untilLine('waiting');
  await other.kill();
  return home;
}

function copyOf(home: string, walLength: number | null): string {
  const copy = temporaryHome();
  copyFileSync(databaseFile(home), databaseFile(copy));
  copyFileSync(witnessFile(home), witnessFile(copy));
  const wal = `${databaseFile(copy)}-wal`;
  if (walLength === null) return copy;
  copyFileSync(`${databaseFile(home)}-wal`, wal);
  truncateSync(wal, walLength);
  return copy;
}

/** Replaces a text in the database file by another of the same length, behind SQLite's back. */
function forge(home: string, from: string, to: string): void {
  const bytes = readFileSync(databaseFile(home));
  const at = bytes.lastIndexOf(from);
  expect(at).toBeGreaterThan(0);
  bytes.write(to, at);
  writeFileSync(databaseFile(home), bytes);
}

describe('a file that lost what was confirmed', () => {
  it('stands at an earlier commit, whole, wherever the WAL was cut, and the witness says so', async () => {
    const home = await cutOffHome();
    const wal = readFileSync(`${databaseFile(home)}-wal`);
    const lengths = Array.from({ length: 36 }, (_, i) => Math.floor((wal.length * i) / 36) + (i % 3));
    const seen = new Set<number>();
    for (const length of lengths) {
      const copy = copyOf(home, length);
      const opened = openDatabase({ home: copy, resourcesDir, now });
      expect(opened).toMatchObject({ ok: false, error: { code: 'rewound', witnessSeq: 60 } });
      const reader = openReadOnly(databaseFile(copy));
      if (!reader.ok) throw new Error(reader.error.detail);
      const chain = verifyChain(reader.value);
      reader.value.close();
      if (!chain.ok) throw new Error(chain.error.detail);
      expect(chain.value.lastSeq % 2).toBe(0);
      if (!opened.ok && opened.error.code === 'rewound')
        expect(opened.error.lastSeq).toBe(chain.value.lastSeq);
      seen.add(chain.value.lastSeq);
    }
    expect(seen.size).toBeGreaterThan(10);
    expect(openBench(home).opening).toMatchObject({ witness: 'matched', lastSeq: 60 });
  });

  it('is noticed when the WAL is gone or one bit of it flipped', async () => {
    const home = await cutOffHome();
    const rewound = { ok: false, error: { code: 'rewound' } };
    expect(openDatabase({ home: copyOf(home, null), resourcesDir, now })).toMatchObject(rewound);
    const flipped = copyOf(home, readFileSync(`${databaseFile(home)}-wal`).length);
    const wal = readFileSync(`${databaseFile(flipped)}-wal`);
    const at = Math.floor(wal.length / 2);
    wal.writeUInt8((wal[at] ?? 0) ^ 4, at);
    writeFileSync(`${databaseFile(flipped)}-wal`, wal);
    expect(openDatabase({ home: flipped, resourcesDir, now })).toMatchObject(rewound);
    expect(readFileSync(`${databaseFile(flipped)}-wal`).equals(wal)).toBe(true);
  });

  it('is never replaced by an empty one: a missing or emptied file with a WAL or a witness is said', async () => {
    const home = await cutOffHome();
    const missing = { ok: false, error: { code: 'rewound', detail: 'file-missing' } };
    rmSync(databaseFile(home));
    expect(openDatabase({ home, resourcesDir, now })).toMatchObject(missing);
    expect(existsSync(databaseFile(home))).toBe(false);
    rmSync(witnessFile(home));
    expect(openDatabase({ home, resourcesDir, now })).toMatchObject(missing);
    const emptied = temporaryHome();
    openBench(emptied).close();
    truncateSync(databaseFile(emptied), 0);
    expect(openDatabase({ home: emptied, resourcesDir, now })).toMatchObject(missing);
  });

  it('is noticed when another history or another bench’s file stands in its place', async () => {
    const home = await cutOffHome();
    const foreign = temporaryHome();
    openBench(foreign).close();
    copyFileSync(databaseFile(foreign), databaseFile(home));
    rmSync(`${databaseFile(home)}-wal`);
    rmSync(`${databaseFile(home)}-shm`, { force: true });
    expect(openDatabase({ home, resourcesDir, now })).toMatchObject({
      ok: false,
      error: { code: 'rewound', detail: 'other-database' },
    });
  });

  it('is worked on again once a person accepts it, and the old witness is kept', async () => {
    const home = copyOf(await cutOffHome(), null);
    expect(openDatabase({ home, resourcesDir, now }).ok).toBe(false);
    const accepted = acceptRewound(home, now());
    expect(accepted.ok && accepted.value.files.every((file) => existsSync(file))).toBe(true);
    expect(openBench(home).opening).toMatchObject({ witness: 'absent', lastSeq: 0 });
  });

  it('opens without its -shm file and with a witness that cannot be read, which it reports', async () => {
    const home = await cutOffHome();
    rmSync(`${databaseFile(home)}-shm`, { force: true });
    writeFileSync(witnessFile(home), '{"half":');
    expect(openBench(home).opening).toMatchObject({ witness: 'unreadable', lastSeq: 60 });
  });
});

describe('a file in which a byte changed', () => {
  it('is found by the hashes of the events where SQLite sees nothing wrong', async () => {
    const home = await cutOffHome();
    openBench(home).close();
    forge(home, '{"type":"scanned","n":30}', '{"type":"scanned","n":31}');
    expect(openDatabase({ home, resourcesDir, now })).toMatchObject({
      ok: false,
      error: { code: 'damaged', foundBy: 'chain', detail: expect.stringContaining('event 60') },
    });
    const reader = openReadOnly(databaseFile(home));
    if (!reader.ok) throw new Error(reader.error.detail);
    expect(reader.value.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(fullCheck(reader.value)).toMatchObject({ ok: false, error: { foundBy: 'chain' } });
    expect(verifyChain(reader.value, 1)).toMatchObject({ ok: false, error: { seq: 60 } });
    reader.value.close();
  });

  it('is found by SQLite where a page’s head is hit', async () => {
    const home = await cutOffHome();
    openBench(home).close();
    const bytes = readFileSync(databaseFile(home));
    for (let page = 1; page < bytes.length / 4096; page += 1) bytes.writeUInt8(0x77, page * 4096);
    writeFileSync(databaseFile(home), bytes);
    expect(openDatabase({ home, resourcesDir, now })).toMatchObject({
      ok: false,
      error: { code: 'damaged' },
    });
  });
});

describe('the witness', () => {
  it('is written when the bench closes and names the last event', () => {
    const home = temporaryHome();
    const db = openBench(home);
    expect(readWitness(home)).toMatchObject({ databaseId: db.databaseId, seq: 0 });
    db.close();
    expect(existsSync(join(home, 'bench.sqlite-wal'))).toBe(false);
  });

  it('agrees with a file that went on after it was written', () => {
    const home = temporaryHome();
    const db = openBench(home);
    writeWitness(db, now());
    db.close();
    expect(openBench(home).opening.witness).toBe('matched');
  });
});
