import type { SizeMm } from '#domain/posting/product.ts';

const MM: ReadonlyMap<string, number> = new Map([
  ['mm', 1],
  ['cm', 10],
  ['in', 25.4],
]);

const G: ReadonlyMap<string, number> = new Map([
  ['g', 1],
  ['kg', 1000],
  ['lb', 453.59237],
]);

const LONGEST_MM = 20_000;
const HEAVIEST_G = 2_000_000;

/**
 * Depth, width and height in mm, the height last. Null where an edge or the unit is missing or unknown, or an edge
 * is longer than 20 m: a guess would pick a wrong carton.
 */
export function sizeInMm(
  edges: readonly [number | null, number | null, number | null],
  unit: string,
): SizeMm | null {
  const factor = MM.get(unit.trim().toLowerCase());
  if (factor === undefined) return null;
  const [depthMm, widthMm, heightMm] = edges.map((edge) => (edge === null ? 0 : rounded(edge * factor)));
  if (!isEdge(depthMm) || !isEdge(widthMm) || !isEdge(heightMm)) return null;
  return [depthMm, widthMm, heightMm];
}

/** A weight in g; null where it or its unit is missing or unknown, or it is more than 2 t. */
export function weightInG(weight: number | null, unit: string): number | null {
  const factor = G.get(unit.trim().toLowerCase());
  if (factor === undefined || weight === null) return null;
  const weightG = rounded(weight * factor);
  return weightG > 0 && weightG <= HEAVIEST_G ? weightG : null;
}

function isEdge(edgeMm: number | undefined): edgeMm is number {
  return edgeMm !== undefined && edgeMm > 0 && edgeMm <= LONGEST_MM;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
