import { describe, expect, it } from 'vitest';
import { launchOptions } from './launch-options.ts';

describe('the command line of the application', () => {
  it('finds our flags behind those of Electron and of a test driver', () => {
    const argv = [
      '-r',
      '/x/loader.js',
      '--no-sandbox',
      '--inspect=0',
      '/app',
      '--home',
      'h',
      '--bench',
      '/b.json',
      '--size',
      '1366x768',
    ];
    expect(launchOptions(argv, '/work')).toEqual({
      homeDir: '/work/h',
      benchFile: '/b.json',
      demo: false,
      kiosk: false,
      fullscreen: false,
      size: { width: 1366, height: 768 },
    });
  });
  it('takes a value after an equals sign', () => {
    expect(launchOptions(['--home=/h', '--demo', '--kiosk'], '/')).toEqual({
      homeDir: '/h',
      demo: true,
      kiosk: true,
      fullscreen: false,
    });
  });
  it('ignores a flag without a value and a size that is none', () => {
    expect(launchOptions(['--home', '--kiosk', '--size', 'huge'], '/')).toEqual({
      demo: false,
      kiosk: true,
      fullscreen: false,
    });
  });
});
