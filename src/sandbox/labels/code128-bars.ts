import bwipjs from 'bwip-js/node';

/** Bars of a Code 128, in modules from the left edge of the symbol (quiet zones not counted). */
export interface Code128Bars {
  readonly bars: readonly { readonly at: number; readonly width: number }[];
  readonly modules: number;
}

/** Encodes `text` (ASCII) as Code 128; ISO/IEC 15417. */
export function code128Bars(text: string): Code128Bars {
  const [symbol] = bwipjs.raw({ bcid: 'code128', text });
  if (symbol === undefined || !('sbs' in symbol)) throw new Error('no bars for a Code 128');
  const bars: { at: number; width: number }[] = [];
  let at = 0;
  symbol.sbs.forEach((width, index) => {
    if (index % 2 === 0) bars.push({ at, width });
    at += width;
  });
  return { bars, modules: at };
}
