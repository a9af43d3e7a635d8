import { z } from 'zod';

/** What the marketplace credits or charges. */
export const accrualSchema = z.object({
  id: z.int(),
  /** `YYYY-MM-DD`. */
  day: z.string(),
  /** The posting, or what else it is for. */
  unit: z.string(),
  category: z.enum(['POSTING', 'ITEM', 'NON_ITEM', 'CONTAINER_FEES']),
  typeId: z.int(),
  sku: z.int(),
  quantity: z.int(),
  amount: z.string(),
  currency: z.string(),
});
export type Accrual = z.infer<typeof accrualSchema>;

/** The dictionary; ids and names are this server's own. */
export const ACCRUAL_TYPES = [
  { id: 1, name: 'Вознаграждение за продажу', description: 'Комиссия за проданный товар' },
  { id: 12, name: 'Логистика', description: 'Доставка до покупателя' },
  { id: 13, name: 'Обратная логистика', description: 'Возврат от покупателя' },
  { id: 40, name: 'Продвижение', description: 'Реклама' },
] as const;
