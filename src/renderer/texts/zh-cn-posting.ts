import type { ChinesePosting } from './text-shape.ts';

export const zhCnPosting: ChinesePosting = {
  split: {
    button: '拆分',
    title: '拆分 {{posting}}',
    hint: '请填写每种商品中单独发出的数量。拆分不等于打包；店铺会为两部分分配新单号。已扫描的商品放回货架。',
    confirm: '拆分货件',
    asking: '正在询问店铺…',
  },
};
