import type { SizeMm } from '#domain/posting/product.ts';
import { formatGrams } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Sizes and weights in the packer's words; "" where they are not known. */
export function useMeasures() {
  const { say, language } = useTexts();
  return {
    sizeText: (sizeMm: SizeMm | null) =>
      sizeMm === null ? '' : say('products.sizeMm', { size: sizeMm.join(' × ') }),
    weightText: (weightG: number | null) => (weightG === null ? '' : formatGrams(language, weightG)),
  };
}
