import { useCallback, useState } from 'react';
import type { ProcedureInput } from '#contract/procedures.ts';

export type ProductQueryInput = ProcedureInput<'products.list'>;

/** What is looked for among the products, and how it is narrowed down. */
export interface ProductQuery {
  readonly input: ProductQueryInput;
  /** The code that was scanned last and is looked for; null where a person typed. */
  readonly scanned: string | null;
  /** Anything but the page begins at the first page again. */
  readonly change: (part: Partial<ProductQueryInput>) => void;
  readonly find: (text: string) => void;
}

/** How many products a page holds. */
export const productsAtOnce = 50;

const all: ProductQueryInput = {
  ...{ wanted: '', isArchived: false, problem: '', status: '' },
  ...{ limit: productsAtOnce, offset: 0 },
};

/** Kept by the screen, so that it is as it was when somebody comes back from one product. */
export function useProductQuery(): ProductQuery {
  const [input, setInput] = useState(all);
  const [scanned, setScanned] = useState<string | null>(null);
  const change = useCallback((part: Partial<ProductQueryInput>) => {
    setScanned(null);
    setInput((before) => ({ ...before, offset: 0, ...part }));
  }, []);
  const find = useCallback((text: string) => {
    setScanned(text);
    setInput({ ...all, wanted: text.slice(0, 200) });
  }, []);
  return { input, scanned, change, find };
}
