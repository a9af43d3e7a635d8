import type { ChineseCollecting } from './text-shape.ts';

export const zhCnCollecting: ChineseCollecting = {
  collecting: {
    code: '领取退货的条码',
    codeHint: '店铺网点扫描后发放在该处等待的退货。持有此码的人都可以领取您的商品。',
    notEnabled: '店铺无需条码即可发放您的退货。',
    print: '打印条码',
    renew: '生成新条码',
    renewHint: '用于条码落入他人手中时。旧条码及其所有打印件立即失效。',
    points: '退货存放点',
    noPoints: '没有可领取的退货。',
    returns: '退货',
    boxes: '箱数',
    pass: '通行证',
    passNeeded: { other: '需要，已办 {{count}} 张' },
    noPass: '不需要',
    giveouts: '已发放',
    noGiveouts: '近期没有发放记录。',
    giveout: '编号',
    given: '商品',
    since: '开始时间',
    openOne: '发放编号 {{id}}',
    isGiven: '已发放',
    isNotGiven: '尚未发放',
    status: {
      created: '已创建',
      approved: '已确认',
      completed: '已完成',
      cancelled: '已取消',
      unknown: '{{status}}',
    },
  },
};
