import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { usKeys } from '#domain/scanning/us-keys.ts';

const run = promisify(execFile);

/** A keyboard layout of the computer, by its name in the X keyboard configuration. */
export type XLayout = 'us' | 'ru' | 'de' | 'fr';

/** A virtual display that no other test types into, with a keyboard of its own. */
export type OwnDisplay = {
  /** Its name: `:7`. */
  readonly name: string;
  /** Switches the computer to another layout, as a person or another program may at any time. */
  readonly switchTo: (layout: XLayout) => Promise<void>;
  /** Gives the keyboard to the window, wherever it was. */
  readonly focusWindow: () => Promise<void>;
  /** Presses the keys a keyboard scanner presses for a code, and Enter; `\u001d` is Ctrl and the ] key. */
  readonly scan: (text: string) => Promise<void>;
  readonly capsLock: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const shiftKey = 50;
const ctrlKey = 37;
const capsLockKey = 66;
const enterKey = 36;
const groupSeparator = '\u001d';

/** Starts a display; real key presses go through its server and the layout that is switched on. */
export async function openOwnDisplay(): Promise<OwnDisplay> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const name = `:${await displayNumber(server)}`;
  const env = { ...process.env, DISPLAY: name };
  const xdotool = async (...args: readonly string[]) => void (await run('xdotool', args, { env }));
  return {
    name,
    switchTo: async (layout) => void (await run('setxkbmap', [layout], { env })),
    focusWindow: () =>
      xdotool('search', '--sync', '--onlyvisible', '--name', 'Packbench', 'windowfocus', '--sync'),
    scan: (text) => xdotool(...[...text].flatMap(presses), 'key', '--delay', '0', String(enterKey)),
    capsLock: () => xdotool('key', String(capsLockKey)),
    close: async () => {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}

async function displayNumber(server: ChildProcess): Promise<number> {
  const pipe = server.stdio[3];
  if (pipe === null || pipe === undefined) throw new Error('Xvfb has no third pipe');
  const [bytes] = await Promise.race([
    once(pipe, 'data'),
    once(server, 'exit').then(([code]) => Promise.reject(new Error(`Xvfb ended with ${code}`))),
  ]);
  return Number.parseInt(String(bytes), 10);
}

/** Keys of the main block by their X codes, row by row from the one that the row begins with. */
const rows = [
  { first: 10, codes: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].map((digit) => `Digit${digit}`) },
  { first: 20, codes: ['Minus', 'Equal'] },
  { first: 24, codes: [...[...'QWERTYUIOP'].map((letter) => `Key${letter}`), 'BracketLeft', 'BracketRight'] },
  {
    first: 38,
    codes: [...[...'ASDFGHJKL'].map((letter) => `Key${letter}`), 'Semicolon', 'Quote', 'Backquote'],
  },
  {
    first: 51,
    codes: ['Backslash', ...[...'ZXCVBNM'].map((letter) => `Key${letter}`), 'Comma', 'Period', 'Slash'],
  },
  { first: 65, codes: ['Space'] },
];

function presses(character: string): string[] {
  if (character === groupSeparator) return held(ctrlKey, xCodeOf('BracketRight'));
  const key = usKeys.find(([, plain, shifted]) => plain === character || shifted === character);
  if (key === undefined) throw new Error(`no key of a US keyboard types ${JSON.stringify(character)}`);
  const [code, plain] = key;
  const pressed = xCodeOf(code);
  return plain === character ? ['key', '--delay', '0', String(pressed)] : held(shiftKey, pressed);
}

function held(modifier: number, key: number): string[] {
  return ['keydown', String(modifier), 'key', '--delay', '0', String(key), 'keyup', String(modifier)];
}

function xCodeOf(code: string): number {
  const row = rows.find(({ codes }) => codes.includes(code));
  if (row === undefined) throw new Error(`the key ${code} is not in the table`);
  return row.first + row.codes.indexOf(code);
}
