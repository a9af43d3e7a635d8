import { statfsSync } from 'node:fs';

/** File system types of Linux (`statfs(2)`) whose locks and flushes cannot be relied on: NFS, SMB, CIFS, SMB2, AFS. */
const networkTypes: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f]);

/**
 * Is the folder on another machine? SQLite files get hurt there. Sees Windows' `\\server\share` paths and Linux'
 * network file systems; a mapped drive letter looks local.
 */
export function isNetworkFolder(folder: string): boolean {
  if (process.platform === 'win32') return folder.startsWith('\\\\') && !folder.startsWith('\\\\?\\');
  return process.platform === 'linux' && networkTypes.has(statfsSync(folder).type >>> 0);
}
