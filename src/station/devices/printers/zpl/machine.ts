import type { Machine } from '../interpreter/stream-interpreter.ts';
import { asLatin1 } from '../interpreter/text-line.ts';

/** The end of what is read as one piece where no command ends earlier, so that a long picture is looked at once. */
const LONGEST_COMMAND = 2;

/** Cuts ZPL into formats at each `^XZ`, with `~HS`, `~HI` and `~JA` obeyed wherever they come; it draws nothing. */
export function createZplMachine(): Machine {
  return (bytes) => {
    const text = asLatin1(bytes);
    const at = text.search(/~HS|~HI|~JA|\^XZ/);
    if (at < 0) {
      const used = bytes.length - LONGEST_COMMAND;
      return used > 0 ? { used, event: null } : null;
    }
    const command = text.slice(at, at + 3);
    if (command === '^XZ') return { used: at + 3, event: { kind: 'label', bitmap: null, copies: 1 } };
    if (at > 0) return { used: at, event: null };
    if (command === '~JA') return { used: 3, event: { kind: 'cancel' } };
    return { used: 3, event: { kind: 'question', question: command } };
  };
}
