import type { RussianProducts } from './text-shape.ts';

export const ruProducts: RussianProducts = {
  products: {
    label: 'Товары магазина',
    tabs: { list: 'Товары' },
    empty: 'Товаров пока нет',
    emptyHint: 'Товары магазина появятся здесь, когда будут прочитаны.',
  },
};
