/** A sum as people type it, with a point or a comma and at most two digits behind; null where it is none, or nothing. */
export function amountOf(text: string): number | null {
  const plain = text.replaceAll(/\s/g, '').replace(',', '.');
  if (!/^\d{1,8}(\.\d{1,2})?$/.test(plain)) return null;
  const amount = Number(plain);
  return amount > 0 ? amount : null;
}
