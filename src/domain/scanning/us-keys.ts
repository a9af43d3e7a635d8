/**
 * The 47 character keys of the US keyboard, left to right, top to bottom: `KeyboardEvent.code`, the character alone
 * and with Shift. A keyboard-wedge scanner set to "US" presses exactly these, whatever layout the computer has.
 */
export const usKeys: readonly (readonly [code: string, plain: string, shifted: string])[] = [
  ['Backquote', '`', '~'],
  ['Digit1', '1', '!'],
  ['Digit2', '2', '@'],
  ['Digit3', '3', '#'],
  ['Digit4', '4', '$'],
  ['Digit5', '5', '%'],
  ['Digit6', '6', '^'],
  ['Digit7', '7', '&'],
  ['Digit8', '8', '*'],
  ['Digit9', '9', '('],
  ['Digit0', '0', ')'],
  ['Minus', '-', '_'],
  ['Equal', '=', '+'],
  ['KeyQ', 'q', 'Q'],
  ['KeyW', 'w', 'W'],
  ['KeyE', 'e', 'E'],
  ['KeyR', 'r', 'R'],
  ['KeyT', 't', 'T'],
  ['KeyY', 'y', 'Y'],
  ['KeyU', 'u', 'U'],
  ['KeyI', 'i', 'I'],
  ['KeyO', 'o', 'O'],
  ['KeyP', 'p', 'P'],
  ['BracketLeft', '[', '{'],
  ['BracketRight', ']', '}'],
  ['Backslash', '\\', '|'],
  ['KeyA', 'a', 'A'],
  ['KeyS', 's', 'S'],
  ['KeyD', 'd', 'D'],
  ['KeyF', 'f', 'F'],
  ['KeyG', 'g', 'G'],
  ['KeyH', 'h', 'H'],
  ['KeyJ', 'j', 'J'],
  ['KeyK', 'k', 'K'],
  ['KeyL', 'l', 'L'],
  ['Semicolon', ';', ':'],
  ['Quote', "'", '"'],
  ['KeyZ', 'z', 'Z'],
  ['KeyX', 'x', 'X'],
  ['KeyC', 'c', 'C'],
  ['KeyV', 'v', 'V'],
  ['KeyB', 'b', 'B'],
  ['KeyN', 'n', 'N'],
  ['KeyM', 'm', 'M'],
  ['Comma', ',', '<'],
  ['Period', '.', '>'],
  ['Slash', '/', '?'],
];

const byCode: ReadonlyMap<string, readonly [string, string]> = new Map([
  ...usKeys.map(([code, plain, shifted]) => [code, [plain, shifted]] as const),
  ['Space', [' ', ' ']] as const,
  ...Array.from({ length: 10 }, (_, n) => [`Numpad${n}`, [String(n), String(n)]] as const),
  ['NumpadAdd', ['+', '+']] as const,
  ['NumpadSubtract', ['-', '-']] as const,
  ['NumpadMultiply', ['*', '*']] as const,
  ['NumpadDivide', ['/', '/']] as const,
  ['NumpadDecimal', ['.', '.']] as const,
]);

/** What a key types on a US keyboard without Caps Lock, or null for keys that type nothing. */
export function usCharacter(code: string, shift: boolean): string | null {
  const pair = byCode.get(code);
  return pair === undefined ? null : pair[shift ? 1 : 0];
}
