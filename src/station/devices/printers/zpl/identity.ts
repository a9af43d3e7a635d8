import { type IdentityLanguage, modelText } from '../identity.ts';
import { asLatin1 } from '../interpreter/text-line.ts';

/** Host Identification (ZPL II Programming Guide, `~HI`): `STX model,version,dots per mm,memory ETX CR LF`. */
export const ZPL_IDENTITY: IdentityLanguage = {
  ask: Buffer.from('~HI', 'latin1'),
  read: (bytes) => {
    const text = asLatin1(bytes);
    const end = text.indexOf('\x03');
    const begin = text.lastIndexOf('\x02', end);
    if (end < 0 || begin < 0) return null;
    const [model = '', version = ''] = text.slice(begin + 1, end).split(',');
    return modelText(`${model} ${version}`);
  },
};
