/**
 * Where a weight lies on the bar, 0 to 1: the middle third is the tolerance, and everything farther off than three
 * tolerances stands at the edge.
 */
export function toBarPosition(weightG: number, expectedG: number, toleranceG: number): number {
  const spreadG = Math.max(toleranceG, 1);
  const thirds = (weightG - expectedG) / spreadG / 2;
  return Math.min(0.97, Math.max(0.03, 0.5 + thirds / 3));
}
