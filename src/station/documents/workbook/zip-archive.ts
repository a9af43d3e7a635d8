import { crc32, deflateRawSync } from 'node:zlib';

/** A file in an archive; `path` in ASCII with forward slashes. */
export type ArchiveFile = { readonly path: string; readonly text: string };

// PKWARE APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16.
const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
const deflated = 8;
/** Version 2.0: the first one with deflate. */
const versionNeeded = 20;
/** 1 January 1980, the first day of this calendar: the same contents are always the same bytes. */
const firstDay = 0x0021;

/** A ZIP archive of text files, deflated by the system's own zlib. Below 4 GiB and 65,536 files. */
export function zipArchive(files: readonly ArchiveFile[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, text } of files) {
    const name = Buffer.from(path, 'ascii');
    const plain = Buffer.from(text, 'utf8');
    const packed = deflateRawSync(plain);
    const facts = factsOf(plain, packed, name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(localSignature, 0);
    facts.copy(local, 4);
    parts.push(local, name, packed);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(centralSignature, 0);
    central.writeUInt16LE(versionNeeded, 4);
    facts.copy(central, 6);
    central.writeUInt32LE(offset, 42);
    directory.push(central, name);
    offset += local.length + name.length + packed.length;
  }
  const directoryBytes = Buffer.concat(directory);
  return new Uint8Array(
    Buffer.concat([...parts, directoryBytes, endOf(files.length, directoryBytes, offset)]),
  );
}

/** What the local header and the central directory say alike, from the version needed to the length of the extra field. */
function factsOf(plain: Buffer, packed: Buffer, name: Buffer): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(versionNeeded, 0);
  facts.writeUInt16LE(deflated, 4);
  facts.writeUInt16LE(firstDay, 8);
  facts.writeUInt32LE(crc32(plain), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(plain.length, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}

function endOf(files: number, directory: Buffer, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endSignature, 0);
  end.writeUInt16LE(files, 8);
  end.writeUInt16LE(files, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
