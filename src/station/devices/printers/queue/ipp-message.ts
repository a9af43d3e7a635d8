import { err, ok, type Result } from '#domain/result.ts';

/** Tags of attribute groups (RFC 8010, 3.5.1). */
const GROUP = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04 } as const;

/** Tags of values that are sent and read here (RFC 8010, 3.5.2). */
const TAG = {
  integer: 0x21,
  boolean: 0x22,
  enumeration: 0x23,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mime: 0x49,
} as const;

/** Operations of RFC 8011. */
export const OPERATION = {
  printJob: 0x0002,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getPrinterAttributes: 0x000b,
  resumePrinter: 0x0011,
} as const;

export type IppAttribute = {
  readonly name: string;
  readonly tag: keyof typeof TAG;
  readonly values: readonly (string | number)[];
};

export type IppRequest = {
  readonly operation: (typeof OPERATION)[keyof typeof OPERATION];
  readonly requestId: number;
  /** Of the operation, behind charset and language, which come first by the standard. */
  readonly attributes: readonly IppAttribute[];
};

/** An answer: its status, and the attributes of all groups by name. Values of kinds that nobody here asks for are left out. */
export type IppResponse = {
  readonly status: number;
  readonly requestId: number;
  readonly attributes: ReadonlyMap<string, readonly (string | number | boolean)[]>;
};

export type IppProblem = { readonly code: 'not-ipp'; readonly technical: string };

/** A request of version 1.1, which every IPP printer speaks (RFC 8010, 3.1); the document follows it as it is. */
export function encodeIppRequest({ operation, requestId, attributes }: IppRequest): Uint8Array {
  const head = Buffer.alloc(9);
  head.writeUInt16BE(0x0101, 0);
  head.writeUInt16BE(operation, 2);
  head.writeInt32BE(requestId, 4);
  head[8] = GROUP.operation;
  const first: readonly IppAttribute[] = [
    { name: 'attributes-charset', tag: 'charset', values: ['utf-8'] },
    { name: 'attributes-natural-language', tag: 'language', values: ['en'] },
  ];
  return Buffer.concat([head, ...[...first, ...attributes].flatMap(encodeAttribute), Buffer.of(GROUP.end)]);
}

function encodeAttribute({ name, tag, values }: IppAttribute): readonly Uint8Array[] {
  return values.map((value, at) => {
    const bytes = encodeValue(tag, value);
    // A further value of the same attribute has an empty name.
    const named = Buffer.from(at === 0 ? name : '', 'ascii');
    const lengths = [Buffer.alloc(2), Buffer.alloc(2)] as const;
    lengths[0].writeUInt16BE(named.length);
    lengths[1].writeUInt16BE(bytes.length);
    return Buffer.concat([Buffer.of(TAG[tag]), lengths[0], named, lengths[1], bytes]);
  });
}

function encodeValue(tag: IppAttribute['tag'], value: string | number): Uint8Array {
  if (tag === 'boolean') return Buffer.of(value === 0 ? 0 : 1);
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** Reads an answer; whatever does not follow RFC 8010 is a problem, never an exception. */
export function decodeIppResponse(bytes: Uint8Array): Result<IppResponse, IppProblem> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const bad = (technical: string) => err({ code: 'not-ipp' as const, technical });
  if (buffer.length < 9 || (buffer[0] ?? 0) < 1 || (buffer[0] ?? 0) > 2) return bad('no IPP answer');
  const attributes = new Map<string, (string | number | boolean)[]>();
  let at = 8;
  let current: (string | number | boolean)[] = [];
  while (at < buffer.length) {
    const tag = buffer[at] ?? 0;
    at += 1;
    if (tag === GROUP.end) break;
    if (tag < 0x10) continue;
    const piece = readPiece(buffer, at);
    if (piece === null) return bad('cut off');
    at = piece.endsAt;
    if (piece.name !== '') {
      current = [];
      attributes.set(piece.name, current);
    }
    const value = decodeValue(tag, piece.value);
    if (value !== null) current.push(value);
  }
  return ok({ status: buffer.readUInt16BE(2), requestId: buffer.readInt32BE(4), attributes });
}

function readPiece(buffer: Buffer, from: number) {
  if (from + 2 > buffer.length) return null;
  const nameEnd = from + 2 + buffer.readUInt16BE(from);
  if (nameEnd + 2 > buffer.length) return null;
  const endsAt = nameEnd + 2 + buffer.readUInt16BE(nameEnd);
  if (endsAt > buffer.length) return null;
  return {
    name: buffer.toString('ascii', from + 2, nameEnd),
    value: buffer.subarray(nameEnd + 2, endsAt),
    endsAt,
  };
}

function decodeValue(tag: number, value: Buffer): string | number | boolean | null {
  if (tag === TAG.integer || tag === TAG.enumeration) return value.length === 4 ? value.readInt32BE(0) : null;
  if (tag === TAG.boolean) return value.length === 1 ? value[0] === 1 : null;
  return tag >= 0x40 && tag <= 0x4a ? value.toString('utf8') : null;
}
