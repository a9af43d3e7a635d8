/** Pieces of a printer job put together as one; a text is taken as ASCII. */
export function joinBytes(pieces: readonly (string | Uint8Array)[]): Uint8Array {
  const parts = pieces.map((piece) => (typeof piece === 'string' ? new TextEncoder().encode(piece) : piece));
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Every bit turned over, for the languages in which 1 is white; white padding bits become 1 by it. */
export function inverted(rows: Uint8Array): Uint8Array {
  return rows.map((byte) => ~byte & 0xff);
}
