import type { ChineseReturnCheck } from './text-shape.ts';

export const zhCnReturnCheck: ChineseReturnCheck = {
  returnCheck: {
    title: '实物验收',
    note: '备注（可选）',
    found: { received: '已收到', damaged: '有破损', missing: '缺少' },
    column: '验收',
    scanHint: '扫描退货包裹的条码即可查找。',
    kept: '店铺没有响应；以下内容读取于 {{at}}。',
    export: '退货导出为 CSV',
    exported: { other: '已写入 {{count}} 项退货：' },
  },
};
