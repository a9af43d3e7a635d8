/** The largest file that is sent to a buyer, bytes. */
export const CHAT_FILE_BYTES_MAX = 5 * 1024 * 1024;

/** The kinds of files that are sent to buyers, with the extension that each gets. */
export const chatFileKinds = ['jpg', 'png', 'webp', 'pdf'] as const;
export type ChatFileKind = (typeof chatFileKinds)[number];

const NAME_MAX = 60;

/** What a file is by its first bytes, whatever it is called; null where it is none that is sent. */
export function chatFileKind(bytes: Uint8Array): ChatFileKind | null {
  const begins = (offset: number, ...wanted: readonly number[]) =>
    wanted.every((byte, index) => bytes[offset + index] === byte);
  if (begins(0, 0xff, 0xd8, 0xff)) return 'jpg';
  if (begins(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (begins(0, 0x52, 0x49, 0x46, 0x46) && begins(8, 0x57, 0x45, 0x42, 0x50)) return 'webp';
  return begins(0, 0x25, 0x50, 0x44, 0x46, 0x2d) ? 'pdf' : null;
}

/** The name under which a file goes out: no folders, nothing but letters, digits and plain marks, and the extension of what it is. */
export function chatFileName(name: string, kind: ChatFileKind): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N} _-]+/gu, '_')
    .replaceAll(/^[ _]+|[ _]+$/g, '')
    .slice(0, NAME_MAX)
    .trim();
  return `${stem === '' ? 'file' : stem}.${kind}`;
}
