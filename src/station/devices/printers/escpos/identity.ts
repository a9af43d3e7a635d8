import { type IdentityLanguage, modelText } from '../identity.ts';
import { asLatin1 } from '../interpreter/text-line.ts';

/** `GS I 67` (Epson ESC/POS reference): `_`, the model's name, NUL. */
export const ESCPOS_IDENTITY: IdentityLanguage = {
  ask: Uint8Array.of(0x1d, 0x49, 67),
  read: (bytes) => {
    const name = /_([^\0]*)\0/.exec(asLatin1(bytes))?.[1];
    return name === undefined ? null : modelText(name);
  },
};
