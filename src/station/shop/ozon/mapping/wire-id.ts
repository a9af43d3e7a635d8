/** An int64 id as Ozon takes it: a number where JSON can hold it exactly, else text (proto JSON reads both). */
export function wireId(id: string): number | string {
  const number = Number(id);
  return Number.isSafeInteger(number) && String(number) === id ? number : id;
}
