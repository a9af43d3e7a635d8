import { resolve } from 'node:path';
import { z } from 'zod';

/** What the command line may ask of the application. Paths are absolute. */
export interface LaunchOptions {
  /** The bench's home folder; without it, a folder of the user's application data. */
  readonly homeDir?: string;
  /** The bench file that the station reads at start. */
  readonly benchFile?: string;
  /** Opens the demo shop at once, instead of the bench. */
  readonly demo: boolean;
  /** No way out of the window for a bench that runs nothing else. */
  readonly kiosk: boolean;
  readonly fullscreen: boolean;
  /** Inner size of the window in CSS pixels; without it the window is maximised. */
  readonly size?: { readonly width: number; readonly height: number };
}

const sizePattern = z
  .string()
  .regex(/^\d{3,4}x\d{3,4}$/)
  .transform((text) => {
    const [width = 0, height = 0] = text.split('x').map(Number);
    return { width, height };
  });

/**
 * Reads `--home DIR`, `--bench FILE`, `--demo`, `--kiosk`, `--fullscreen` and `--size 1366x768` out of a command line, whatever
 * Electron, a starter or a test driver put around them. A flag that is unknown here is somebody else's and is ignored;
 * a size that is no size is ignored too.
 */
export function launchOptions(argv: readonly string[], cwd: string): LaunchOptions {
  const home = flagValue(argv, '--home');
  const bench = flagValue(argv, '--bench');
  const size = sizePattern.safeParse(flagValue(argv, '--size'));
  return {
    ...(home === undefined ? {} : { homeDir: resolve(cwd, home) }),
    ...(bench === undefined ? {} : { benchFile: resolve(cwd, bench) }),
    demo: argv.includes('--demo'),
    kiosk: argv.includes('--kiosk'),
    fullscreen: argv.includes('--fullscreen'),
    ...(size.success ? { size: size.data } : {}),
  };
}

function flagValue(argv: readonly string[], flag: string): string | undefined {
  const joined = argv.find((word) => word.startsWith(`${flag}=`));
  if (joined !== undefined) return joined.slice(flag.length + 1) || undefined;
  const at = argv.indexOf(flag);
  const value = at === -1 ? undefined : argv[at + 1];
  return value === undefined || value.startsWith('--') ? undefined : value;
}
