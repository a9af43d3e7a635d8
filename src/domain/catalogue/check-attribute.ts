import { isAddress, type Read, wrong } from './check-cells.ts';
import { shown } from './import-finding.ts';
import { nearestValue, sameValue } from './near-value.ts';
import { readNumber } from './number-cell.ts';
import type { AllowedValues, ProductAttribute } from './product-attribute.ts';
import type { CardValue } from './product-card.ts';

const textMost = 6_000;
const YES = ['yes', 'да', '是', 'true', '1', '+'];
const NO = ['no', 'нет', '否', 'false', '0', '-'];

/** The texts of a cell that may name several values: apart by semicolons or line breaks. */
export function cellTexts(
  text: string,
  { valuesMax }: Pick<ProductAttribute, 'valuesMax'>,
): readonly string[] {
  if (valuesMax === 1) return [text.trim()];
  return text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** The values that a characteristic's cell names. `allowed` is null for one without a list. */
export function readAttribute(
  text: string,
  attribute: ProductAttribute,
  allowed: AllowedValues | null,
): Read<readonly CardValue[]> {
  const texts = cellTexts(text, attribute);
  const { valuesMax } = attribute;
  if (valuesMax !== null && texts.length > valuesMax)
    return wrong('too-many-values', { count: texts.length, most: valuesMax });
  const values: CardValue[] = [];
  for (const one of texts) {
    const read = attribute.hasList ? fromList(one, allowed) : freeValue(one, attribute);
    if (!read.ok) return read;
    if (!values.some((value) => value.id === read.value.id && value.text === read.value.text))
      values.push(read.value);
  }
  return { ok: true, value: values };
}

function fromList(text: string, allowed: AllowedValues | null): Read<CardValue> {
  const values = allowed?.values ?? [];
  const found = sameValue(text, values);
  if (found !== null) return { ok: true, value: found };
  const near = nearestValue(text, values);
  return wrong('not-in-list', { value: shown(text), near: near?.text ?? '' });
}

function freeValue(text: string, { kind }: ProductAttribute): Read<CardValue> {
  const plain = (value: string): Read<CardValue> => ({ ok: true, value: { id: null, text: value } });
  switch (kind) {
    case 'integer':
    case 'decimal': {
      const value = readNumber(text);
      if (value === null) return wrong('no-number', { value: shown(text) });
      if (kind === 'integer' && !Number.isSafeInteger(value))
        return wrong('no-whole-number', { value: shown(text) });
      return plain(String(value));
    }
    case 'boolean': {
      const word = text.toLowerCase();
      if (YES.includes(word)) return plain('true');
      return NO.includes(word) ? plain('false') : wrong('no-yes-or-no', { value: shown(text) });
    }
    case 'url':
      return isAddress(text) ? plain(text) : wrong('no-address', { value: shown(text) });
    case 'text':
    case 'other':
      return text.length > textMost
        ? wrong('too-long', { length: text.length, most: textMost })
        : plain(text);
  }
}
