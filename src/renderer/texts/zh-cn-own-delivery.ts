import type { ChineseOwnDelivery } from './text-shape.ts';

export const zhCnOwnDelivery: ChineseOwnDelivery = {
  ownDelivery: {
    what: '要做什么',
    one: '单个包裹',
    many: '批量录入',
    manyHint: '先扫描或输入货件编号，再扫描其运单号，然后一起发送。',
    add: '添加',
    remove: '移除',
    removeOne: '移除 {{posting}}',
    send: { other: '发送 {{count}} 个' },
    outcome: { waiting: '尚未发送', done: '店铺已接收' },
    code: '快递员取件码',
    verify: '核对',
    isValid: '快递员正确。',
    isNotValid: '不是该快递员的包裹：请勿移交。',
    cutoff: '移交截止时间（只能提前）',
    from: '配送开始',
    to: '配送结束',
    move: '更改配送时间',
    moves: { other: '配送时间还可更改 {{count}} 次，范围：{{from}} 至 {{to}}。' },
  },
};
