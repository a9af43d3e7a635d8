import type { ChineseAfterSale } from './text-shape.ts';

export const zhCnAfterSale: ChineseAfterSale = {
  afterSale: {
    label: '退货与取消申请',
    tabs: {
      returns: '退货',
      collecting: '领取退货',
      requests: '直接退给您',
      cancellations: '取消申请',
      delivery: '自行配送',
    },
    unread: { other: '有 {{count}} 行无法读取。' },
    notAll: '店铺中还有更多，此处仅显示前面的部分。',
    delivery: {
      hint: '用于由您或您的承运商送达买家的包裹：按货件编号告知店铺包裹的进度。',
      posting: '货件编号',
      show: '显示',
      tracking: '运单号',
      nothing: '店铺目前不接受操作：尚未打包、已送达或由店铺配送。',
      steps: { delivering: '运输中', 'last-mile': '快递员派送中', delivered: '已送达' },
    },
    returns: {
      empty: '没有退货',
      emptyHint: '最近 30 天内有变动的退货会显示在这里。',
      find: '按条码、货件、商品或货号查找',
      notFound: '没有符合的退货。',
      reason: '原因',
      place: '所在位置',
      barcode: '条码',
      changed: '变动时间',
    },
    cancellations: {
      empty: '没有取消申请',
      emptyHint: '买家对在途货件的取消申请会显示在这里，直到得到答复。',
      hint: '如未按时答复，店铺会自动同意。',
      leads: '如未按时答复，店铺会自动同意。由组长答复。',
      asked: '申请时间',
      agrees: '自动同意时间',
      agree: '同意',
      decline: '拒绝',
      agreeTitle: '同意取消 {{posting}}',
      agreeHint: '货件将被取消，款项退还买家，无法撤销。',
      declineTitle: '拒绝取消 {{posting}}',
      declineHint: '包裹将继续送往买家。',
      comment: '给买家的留言（可选）',
    },
  },
};
