/** A scan as text. Scanners send either UTF-8 or one byte per character; bytes that are no UTF-8 can only be the second. */
export function decodePayload(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}
