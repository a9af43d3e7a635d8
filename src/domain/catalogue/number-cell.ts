/**
 * A number as people write it in a sheet: "1 290,50", "1290.5", "1,290.50". Null where it is none. With one separator of three
 * digits behind it ("1,290") it is taken for a decimal one only where nothing else is possible: a price of 1,290 is refused
 * rather than made a thousandth.
 */
export function readNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f'’]/g, '');
  if (/^-?\d+$/.test(plain)) return Number(plain);
  if (/^-?\d+[.,]\d+$/.test(plain)) {
    // "1,290" may be a thousand and more, or one and a bit.
    if (/^-?[1-9]\d{0,2},\d{3}$/.test(plain)) return null;
    return Number(plain.replace(',', '.'));
  }
  if (/^-?\d{1,3}(,\d{3})+\.\d+$/.test(plain)) return Number(plain.replaceAll(',', ''));
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'));
  return null;
}

/** How many digits stand behind the decimal separator of a number that {@link readNumber} takes. */
export function decimalsOf(text: string): number {
  return /[.,](\d+)$/.exec(text.trim())?.[1]?.replace(/0+$/, '').length ?? 0;
}
