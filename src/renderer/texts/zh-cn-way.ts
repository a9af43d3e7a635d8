import type { ChineseWay } from './text-shape.ts';

export const zhCnWay: ChineseWay = {
  way: {
    find: '按货件查找，或扫描面单',
    empty: '没有在途包裹',
    emptyHint: '在此打包的包裹会显示在这里，直到送达或取消。',
    since: '最新消息',
    cutoff: '移交截止',
    overdue: '逾期',
    why: { 'not-handed-over': '店铺尚未收到', 'no-news': '10 天没有消息' },
    openOne: '包裹 {{posting}}',
    notHere: '此工位没有该包裹。',
    method: '配送方式',
    handedOver: '移交时间',
    seen: '读取时间',
  },
};
