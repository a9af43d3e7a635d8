import type { CataloguePort } from '../../catalogue-port.ts';
import type { AccountParts } from '../account-parts.ts';
import { cardMethods } from './cards.ts';

/** The seller's products at Ozon. */
export function catalogueMethods(parts: AccountParts): CataloguePort {
  return { ...cardMethods(parts) };
}
