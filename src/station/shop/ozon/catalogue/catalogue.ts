import type { CataloguePort } from '../../catalogue-port.ts';
import type { AccountParts } from '../account-parts.ts';
import { barcodeMethods } from './barcodes.ts';
import { cardMethods } from './cards.ts';
import { priceMethods } from './prices.ts';
import { stockMethods } from './stocks.ts';

/** The seller's products at Ozon. */
export function catalogueMethods(parts: AccountParts): CataloguePort {
  return { ...cardMethods(parts), ...barcodeMethods(parts), ...stockMethods(parts), ...priceMethods(parts) };
}
