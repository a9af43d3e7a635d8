import { z } from 'zod';

/** What a bench does with its shop, each with rights of its own: a key that lacks them switches off that alone. */
export const ShopFeature = z.enum([
  'queue',
  'products',
  'catalogue',
  'barcodes',
  'stocks',
  'prices',
  'marking-codes',
  'goods-origin',
  'shipping',
  'cancelling',
  'splitting',
  'after-sale',
  'return-requests',
  'collecting-returns',
  'own-delivery',
  'product-import',
  'chats',
  'disputes',
  'passes',
  'cargo',
  'pickup',
  'accruals',
  'labels',
  'handover',
]);
export type ShopFeature = z.infer<typeof ShopFeature>;
