const MM: Readonly<Record<string, number>> = {
  ...{ mm: 1, мм: 1, 毫米: 1, cm: 10, см: 10, 厘米: 10, in: 25.4, inch: 25.4, дюйм: 25.4, 英寸: 25.4 },
};
const GRAMS: Readonly<Record<string, number>> = {
  ...{ g: 1, г: 1, гр: 1, 克: 1, kg: 1000, кг: 1000, 千克: 1000, 公斤: 1000 },
  ...{ lb: 453.59237, фунт: 453.59237, 磅: 453.59237 },
};

/** Millimetres in a unit of length, by its name in any of the three languages; null for an unknown one. */
export function millimetresIn(unit: string): number | null {
  return lookUp(MM, unit);
}

/** Grams in a unit of weight, by its name in any of the three languages; null for an unknown one. */
export function gramsIn(unit: string): number | null {
  return lookUp(GRAMS, unit);
}

function lookUp(units: Readonly<Record<string, number>>, unit: string): number | null {
  const name = unit.trim().toLowerCase().replace(/\.$/, '');
  return Object.hasOwn(units, name) ? (units[name] ?? null) : null;
}
