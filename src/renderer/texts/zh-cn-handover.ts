import type { ChineseHandover } from './text-shape.ts';

/** 交接：当天清单、单据及其结果。 */
export const zhCnHandover: ChineseHandover = {
  handoverLater: {
    nothing: '没有等待快递员的货件。',
    show: '出示给快递员',
    hide: '关闭',
    again: '刷新',
    barcode: '验收点扫描的条码',
    noBarcode: '店铺尚未生成条码，请一分钟后刷新。',
    cancel: '取消交接',
    cancelHint: '其中的货件将重新等待快递员。仅限包裹交出之前。',
    status: {
      open: '尚未确认',
      approving: '店铺正在生成',
      approved: '已确认',
      accepting: '店铺正在验收',
      accepted: '店铺已验收',
      cancelled: '已取消',
      unknown: '店铺状态：{{status}}',
    },
  },
  handoverDay: {
    unread: '店铺未提供清单，此处仅列出本打包台的交接：{{words}}',
    handover: '交接',
    method: '配送方式',
    content: '内容',
    madeBy: '确认',
    here: '本台，{{at}}',
    elsewhere: '非本台',
    open: '交接 {{id}}',
    ready: { other: '{{count}} 个货件等待交接' },
    toPack: { other: '还需打包 {{count}} 个' },
    cutoff: '最迟打包时间 {{at}}',
    brought: '自行送达',
    fetched: '店铺的快递员上门取件',
    problem: '店铺提示：{{words}}',
    empty: '店铺显示其中没有货件。',
    papers: {
      list: '打印交接单',
      'cargo-labels': '打印货位标签',
      discrepancies: '打印差异单',
    },
    notDrawn: '店铺尚未生成，请一分钟后再试。',
  },
};
