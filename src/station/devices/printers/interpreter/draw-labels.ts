import { mediumDots } from '#domain/labels/label-size.ts';
import type { LabelTarget } from '#domain/labels/printer-language.ts';
import { createCpclMachine } from '../cpcl/machine.ts';
import { createEplMachine } from '../epl/machine.ts';
import { createEscPosMachine } from '../escpos/machine.ts';
import { createTsplMachine } from '../tspl/machine.ts';
import { type Interpretation, interpret } from './stream-interpreter.ts';

/** The languages of which a simulated printer knows every dot; ZPL, PNG and PDF have renderers of others. */
export const drawnLanguages = ['tspl', 'epl', 'cpcl', 'escpos'] as const;
export type DrawnLanguage = (typeof drawnLanguages)[number];

/** What comes out of a printer with this paper and head that is sent `bytes`, dot by dot. */
export function drawLabels(
  bytes: Uint8Array,
  target: Omit<LabelTarget, 'language'> & { readonly language: DrawnLanguage },
): Interpretation {
  switch (target.language) {
    case 'tspl':
      return interpret(() => createTsplMachine(target), bytes);
    case 'epl':
      return interpret(createEplMachine, bytes);
    case 'cpcl':
      return interpret(createCpclMachine, bytes);
    case 'escpos':
      return interpret(() => createEscPosMachine(mediumDots(target)), bytes);
  }
}
