import type { ElectronApplication } from '@playwright/test';
import { usKeys } from '#domain/scanning/us-keys.ts';

/** What the computer makes of keys; the scanner itself always presses those of a US keyboard. */
export type ComputerLayout = 'us' | 'russian' | 'pinyin';

/** A scanner that types. Settles when the window has got every key of the code and the Enter behind it. */
export type KeyboardScanner = {
  scan(text: string, layout?: ComputerLayout): Promise<void>;
  /** As one that was set up to press F9 before each code. */
  scanWithPrefix(text: string): Promise<void>;
};

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
  const send = (commands: readonly Command[]) =>
    app.evaluate(
      ({ webContents }, sent) =>
        Promise.all(
          sent.map(([command, facts]) =>
            webContents.getAllWebContents()[0]?.debugger.sendCommand(command, facts),
          ),
        ),
      commands,
    );
  return {
    async scan(text, layout = 'us') {
      await send(layout === 'pinyin' ? composed(text) : typed(text, layout));
    },
    async scanWithPrefix(text) {
      await send([...keyEvents(f9).map(asCommand), ...typed(text, 'us')]);
    },
  };
}

/** A command of the window's debugger. */
type Command = readonly [name: string, facts: object];

function typed(text: string, layout: 'us' | 'russian'): readonly Command[] {
  const strokes = [...[...text].map((character) => strokeFor(character, layout)), enter];
  return strokes.flatMap(keyEvents).map(asCommand);
}

function asCommand(event: object): Command {
  return ['Input.dispatchKeyEvent', event];
}

/**
 * What a pinyin input method does to the keys of a scanner: it takes every one of them, composes letters, and writes them
 * into the field as they are when another key ends the composition. Enter does so last, after its key was seen.
 */
function composed(text: string): readonly Command[] {
  let composing = '';
  const commands: Command[] = [];
  for (const character of [...text, '\r']) {
    const stroke = character === '\r' ? enter : strokeFor(character, 'us');
    const modifiers = stroke.shift ? shiftBit : 0;
    const { code } = stroke;
    commands.push([
      'Input.dispatchKeyEvent',
      { type: 'rawKeyDown', code, key: 'Process', modifiers, windowsVirtualKeyCode: inputMethodKey },
    ]);
    if (/[a-z]/i.test(character)) {
      composing += character;
      const at = composing.length;
      commands.push(['Input.imeSetComposition', { text: composing, selectionStart: at, selectionEnd: at }]);
    } else {
      commands.push(['Input.insertText', { text: composing + (character === '\r' ? '' : character) }]);
      composing = '';
    }
    commands.push(['Input.dispatchKeyEvent', { type: 'keyUp', code, key: 'Process', modifiers }]);
  }
  return commands;
}

/** The key code that the window gets for a key which an input method has taken. */
const inputMethodKey = 229;

const f9: Stroke = { code: 'F9', shift: false, ctrl: false, text: '' };
const enter: Stroke = { code: 'Enter', shift: false, ctrl: false, text: '\r' };

function strokeFor(character: string, layout: 'us' | 'russian'): Stroke {
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
  const key = text === '\r' ? 'Enter' : text !== '' ? text : ctrl ? ']' : code;
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
