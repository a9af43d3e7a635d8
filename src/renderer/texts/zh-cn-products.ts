import type { ChineseProducts } from './text-shape.ts';

export const zhCnProducts: ChineseProducts = {
  products: {
    label: '店铺商品',
    tabs: { list: '商品' },
    empty: '暂无商品',
    emptyHint: '读取店铺商品后会显示在这里。',
  },
};
