import { type BrokenFrame, brokenFrame } from './scale-answer.ts';
import { mgFromDecimal, toWeightUnit } from './weight-units.ts';

/** A number and its unit as a frame writes them, in mg; or what is wrong with them. Blanks inside the number are padding. */
export function readDecimal(number: string, unit: string): number | BrokenFrame {
  const known = toWeightUnit(unit);
  if (known === null) return brokenFrame(unit.trim() === '' ? 'malformed' : 'wrong-unit');
  const mg = mgFromDecimal(number.replaceAll(' ', ''), known);
  return mg.ok ? mg.value : brokenFrame('malformed');
}
