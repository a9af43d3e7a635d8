const isNeeded = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/** Where a window can be opened: before which command it is run, and what kind of display that is. */
export const display: { readonly command: readonly string[]; readonly what: string } = isNeeded
  ? {
      command: ['xvfb-run', '-a', '-s', '-screen 0 1920x1080x24 -nolisten tcp'],
      what: 'virtual (Xvfb, drawn by software)',
    }
  : { command: [], what: 'real' };
