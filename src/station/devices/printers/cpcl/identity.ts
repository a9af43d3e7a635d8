import { type IdentityLanguage, modelText } from '../identity.ts';
import { asLatin1 } from '../interpreter/text-line.ts';

/** `ESC v` (CPCL Programming Manual, "Get Printer Information"): model, version and serial number, ended by NUL. */
export const CPCL_IDENTITY: IdentityLanguage = {
  ask: Uint8Array.of(0x1b, 0x76),
  read: (bytes) => {
    const text = asLatin1(bytes);
    const end = text.indexOf('\0');
    return end < 0 ? null : modelText(text.slice(0, end));
  },
};
