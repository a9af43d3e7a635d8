import type { ElectronApplication } from '@playwright/test';
import { usKeys } from '#domain/scanning/us-keys.ts';

/** The layout that the computer has; the scanner itself always presses the keys of a US keyboard. */
export type ComputerLayout = 'us' | 'russian';

/** A scanner that types. Settles when the window has got every key of the code and the Enter behind it. */
export type KeyboardScanner = { scan(text: string, layout?: ComputerLayout): Promise<void> };

interface Stroke {
  readonly code: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
  /** What the computer makes of it; empty where it types nothing. */
  readonly text: string;
}

const shiftBit = 8;
const ctrlBit = 2;
const groupSeparator = '\u001d';
/** The 47 keys of {@link usKeys} on the Russian layout, plain and with Shift. */
const russian = [
  'ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.',
  'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,',
] as const;

/**
 * Plugs a keyboard-wedge scanner into the window: real key events with physical codes, as fast as a scanner's, wherever
 * the focus is. They are made inside the application's own process, all of a code at once: a busy machine would tear
 * gaps into them that no scanner makes.
 */
export async function plugInKeyboardScanner(app: ElectronApplication): Promise<KeyboardScanner> {
  await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.debugger.attach());
  return {
    async scan(text, layout = 'us') {
      const strokes = [...[...text].map((character) => strokeFor(character, layout)), enter];
      await app.evaluate(
        ({ webContents }, events) =>
          Promise.all(
            events.map((event) =>
              webContents.getAllWebContents()[0]?.debugger.sendCommand('Input.dispatchKeyEvent', event),
            ),
          ),
        strokes.flatMap(keyEvents),
      );
    },
  };
}

const enter: Stroke = { code: 'Enter', shift: false, ctrl: false, text: '\r' };

function strokeFor(character: string, layout: ComputerLayout): Stroke {
  if (character === groupSeparator) return { code: 'BracketRight', shift: false, ctrl: true, text: '' };
  const at = usKeys.findIndex(([, plain, shifted]) => plain === character || shifted === character);
  const key = usKeys[at];
  if (key === undefined) throw new Error(`no key of a US keyboard types ${JSON.stringify(character)}`);
  const [code, plain] = key;
  const shift = character !== plain;
  return { code, shift, ctrl: false, text: layout === 'us' ? character : russian[shift ? 1 : 0].charAt(at) };
}

function keyEvents({ code, shift, ctrl, text }: Stroke): object[] {
  const modifiers = (shift ? shiftBit : 0) + (ctrl ? ctrlBit : 0);
  const held = shift
    ? { key: 'Shift', code: 'ShiftLeft' }
    : ctrl
      ? { key: 'Control', code: 'ControlLeft' }
      : null;
  const key = text === '\r' ? 'Enter' : text === '' ? ']' : text;
  const typed = text === '' ? {} : { text };
  return [
    ...(held === null ? [] : [{ type: 'keyDown', modifiers, ...held }]),
    {
      ...{ type: 'keyDown', modifiers, code, key },
      ...typed,
      ...(code === 'Enter' ? { windowsVirtualKeyCode: 13 } : {}),
    },
    { type: 'keyUp', modifiers, code, key },
    ...(held === null ? [] : [{ type: 'keyUp', modifiers: 0, ...held }]),
  ];
}
