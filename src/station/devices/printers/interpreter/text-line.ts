/** The first line of a stream, without its end, and how many bytes it takes with it; null while no end has come. */
export function firstLine(bytes: Uint8Array): { readonly line: string; readonly used: number } | null {
  const end = bytes.findIndex((byte) => byte === 0x0a || byte === 0x0d);
  if (end < 0) return null;
  const isPair = bytes[end] === 0x0d && bytes[end + 1] === 0x0a;
  return { line: asLatin1(bytes.subarray(0, end)), used: end + (isPair ? 2 : 1) };
}

/** Bytes as text, one character each. */
export function asLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** Whether `bytes` begin with this text, or end before they could. */
export function beginsWith(bytes: Uint8Array, text: string): 'yes' | 'no' | 'cut' {
  const begin = asLatin1(bytes.subarray(0, text.length));
  if (begin === text) return 'yes';
  return begin.length < text.length && text.startsWith(begin) ? 'cut' : 'no';
}
