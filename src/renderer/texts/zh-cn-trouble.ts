import type { ChineseTrouble } from './text-shape.ts';

export const zhCnTrouble: ChineseTrouble = {
  trouble: {
    'bench-file': {
      title: '打包台配置文件无法使用',
      safe: '已打包的内容都在：只是设置有误，文件未被改动。',
      cure: '请叫班组长：修正下方指出的位置，或改用文件名末尾带 .bak 的副本，然后重新启动。',
    },
    'in-use': {
      title: '该打包台已在别处打开',
      safe: '没有丢失任何内容：已打开的窗口会继续工作。',
      cure: '请关闭本机上的另一个 Packbench（包括没有窗口的「packbench station」），然后重新启动。',
    },
    unwritable: {
      title: '无法写入打包台文件夹',
      safe: '已确认的内容都已保存。',
      cure: '磁盘已满，或当前用户没有写入权限？请腾出空间或联系技术支持，然后重新启动。',
    },
    'network-folder': {
      title: '打包台文件夹位于网络盘上',
      safe: '没有写入任何内容：网络盘可能丢失已确认的数据。',
      cure: '请联系技术支持：将文件夹移到本机磁盘，并用 --home 加新位置启动 Packbench。',
    },
    'newer-database': {
      title: '此处用过版本更高的 Packbench',
      safe: '内容都在：数据库未被改动。',
      cure: '请重新安装较高的版本。当前版本无法识别数据库中的全部内容。',
    },
    damaged: {
      title: '打包台数据库已损坏',
      safe: '数据库保持原样，并且有经过检查的备份。',
      cure: '请叫班组长：关闭 Packbench，运行「packbench recover --how restore」，即可从最新的完好备份继续。',
    },
    rewound: {
      title: '数据库中缺少已确认的扫描',
      safe: '数据库保持原样。很可能是被旧副本替换了。',
      cure: '请叫班组长：关闭 Packbench，放回正确的文件。若没有，运行「packbench recover --how accept」可在缺少这些扫描的情况下继续。',
    },
    'not-updated': {
      title: '数据库升级未完成',
      safe: '已确认的内容都在：每一步要么完整执行，要么不执行。',
      cure: '磁盘已满？请腾出空间后重新启动。如仍无法启动，请联系技术支持。',
    },
  },
  shopKey: {
    endsIn: { other: '密钥将在 {{count}} 天后失效：请在卖家后台创建新密钥，并在“设置－店铺”中填写。' },
    ended: '密钥已失效：请在卖家后台创建新密钥，并在“设置－店铺”中填写。期间不会丢失数据。',
    lacks: '密钥不允许：{{features}}。',
    feature: {
      queue: '订单队列',
      products: '商品',
      'marking-codes': '标识码',
      'goods-origin': '原产国',
      shipping: '发货',
      cancelling: '取消',
      splitting: '拆分',
      'after-sale': '退货与取消申请',
      'return-requests': '买家直接退货',
      'collecting-returns': '领取退货',
      'own-delivery': '自行配送',
      'product-import': '用文件创建商品',
      chats: '与买家聊天',
      catalogue: '商品列表',
      labels: '面单',
      handover: '交接',
    },
  },
  cancel: {
    button: '在店铺取消',
    title: '在店铺取消 {{posting}}',
    hint: '取消会影响卖家评分，且不可撤销。请填写无法发出的数量。',
    unitsOf: '{{name}}（共 {{quantity}} 件）',
    reason: '原因',
    message: '说明',
    noReason: '店铺没有可选原因：卖家不能取消此货件。',
    whole: '取消货件',
    part: '取消这些商品',
    keep: '保留',
    asking: '正在询问店铺…',
  },
};
