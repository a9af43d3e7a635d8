import { isOwnAddress } from './own-address.ts';

/** True for the window's own files, and for the developer tools' where those may be opened. */
export function mayRequest(address: string, devTools: boolean): boolean {
  return isOwnAddress(address) || (devTools && address.startsWith('devtools://devtools/'));
}
