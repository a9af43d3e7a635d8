/** Grams as a person types them, whole or with a fraction behind a point or comma; null for what is no weight up to a tonne. */
export function toTypedWeightG(text: string): number | null {
  const match = /^(\d{1,7}(?:[.,]\d{1,2})?)\s*(?:g|г|克)?\.?$/iu.exec(text.trim());
  const weightG = Number(match?.[1]?.replace(',', '.'));
  return weightG > 0 && weightG <= 1_000_000 ? weightG : null;
}
