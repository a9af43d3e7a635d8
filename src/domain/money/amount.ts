/** An amount of money as a shop writes it, exactly: `-1234.5600`. Never a binary fraction. */
export type Money = { readonly amount: string; readonly currency: string };

const DECIMAL = /^([+-]?)(\d{1,18})(?:\.(\d{1,9}))?$/;

/** The plain form of a decimal: no plus, no needless zeros but two digits behind the point at least; null for what is none. */
export function parseAmount(text: string): string | null {
  const found = DECIMAL.exec(text.trim());
  if (found === null) return null;
  const [, sign, whole = '', part = ''] = found;
  return toText((sign === '-' ? -1n : 1n) * BigInt(whole + part), part.length);
}

/** The exact sum of decimals as {@link parseAmount} gives them; `0.00` for none. Throws for a text that is no decimal, which is a bug. */
export function addAmounts(amounts: readonly string[]): string {
  const parts = amounts.map((amount) => {
    const plain = parseAmount(amount);
    if (plain === null) throw new Error(`no amount: ${amount}`);
    const [whole = '', part = ''] = plain.split('.');
    return { digits: BigInt(whole + part), scale: part.length };
  });
  const scale = Math.max(2, ...parts.map((part) => part.scale));
  const sum = parts.reduce((all, part) => all + part.digits * 10n ** BigInt(scale - part.scale), 0n);
  return toText(sum, scale);
}

/** One sum for each currency, by its name: what is in two currencies is never added. */
export function sumByCurrency(all: readonly Money[]): readonly Money[] {
  const found = new Map<string, string[]>();
  for (const { amount, currency } of all) {
    const amounts = found.get(currency);
    if (amounts === undefined) found.set(currency, [amount]);
    else amounts.push(amount);
  }
  return [...found]
    .map(([currency, amounts]) => ({ currency, amount: addAmounts(amounts) }))
    .sort((one, other) => (one.currency < other.currency ? -1 : 1));
}

function toText(digits: bigint, scale: number): string {
  const sign = digits < 0n ? '-' : '';
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const part = text.slice(text.length - scale).padEnd(2, '0');
  const kept = part.slice(0, 2) + part.slice(2).replace(/0+$/, '');
  return `${sign}${whole}.${kept}`;
}
