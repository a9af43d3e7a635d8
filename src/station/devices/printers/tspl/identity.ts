import { type IdentityLanguage, modelText } from '../identity.ts';
import { asLatin1 } from '../interpreter/text-line.ts';

/** `~!T` (TSPL/TSPL2 Programming Manual): the model's name as a line; answered only while the printer is well. */
export const TSPL_IDENTITY: IdentityLanguage = {
  ask: Buffer.from('~!T\r\n', 'latin1'),
  read: (bytes) => {
    const line = /^[\r\n]*([^\r\n]+)[\r\n]/.exec(asLatin1(bytes))?.[1];
    return line === undefined ? null : modelText(line);
  },
};
