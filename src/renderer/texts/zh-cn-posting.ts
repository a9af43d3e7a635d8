import type { ChinesePosting } from './text-shape.ts';

export const zhCnPosting: ChinesePosting = {
  flags: {
    express: '加急',
    'click-and-collect': '到店自提',
    'multi-box': '多箱',
    presortable: '预分拣',
    company: '买方为企业：{{company}}',
    notOffered: '平台现在不提供：{{acts}}（{{status}}）',
  },
  unitNumber: {
    imeiTitle: '请扫描这件商品的 IMEI',
    uinTitle: '请扫描这件首饰的 UIN',
    hint: '在包装盒或吊牌上。如果条码读不出来，请输入数字。',
    imei: 'IMEI，15 位数字',
    uin: 'UIN，16 位数字',
    take: '使用此编号',
    putBack: '不放入这一件',
  },
  declare: {
    button: '填写',
    title: '平台要求的 {{posting}} 信息',
    hint: '填写后即可打包。同一商品下次需要时会自动带出国家和编号。',
    country: '原产国',
    chooseCountry: '选择国家',
    customs: '报关单号（GTD），按原样填写',
    noCustoms: '没有报关单',
    batch: '批次号（RNPT），按原样填写',
    noBatch: '没有批次号',
    noHint: '会如实告知平台',
    nothing: '平台没有可在这里填写的要求',
    others: '其余内容只能在平台后台填写。',
    confirm: '提交',
    asking: '正在提交平台……',
  },
  split: {
    button: '拆分',
    title: '拆分 {{posting}}',
    hint: '请填写每种商品中单独发出的数量。拆分不等于打包；店铺会为两部分分配新单号。已扫描的商品放回货架。',
    confirm: '拆分货件',
    asking: '正在询问店铺…',
  },
};
