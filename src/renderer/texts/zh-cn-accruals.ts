import type { ChineseAccruals } from './text-shape.ts';

export const zhCnAccruals: ChineseAccruals = {
  accruals: {
    by: '显示方式',
    day: '日期',
    postings: '货件',
    numbers: '货件号',
    numbersHint: '用空格、逗号或换行分隔：{{count}} 个，最多 {{most}} 个。',
    show: '显示',
    export: '保存为 CSV',
    written: '已保存：{{file}}',
    sum: '合计 {{money}}',
    empty: '这一天没有记录',
    emptyHint: '平台当天的入账和扣款几小时后显示在这里。',
    nothing: '暂无记录',
    unit: '货件或合同',
    category: '类别',
    parts: '项目',
    total: '金额',
    types: { sale: '销售', commission: '佣金' },
    categories: { posting: '货件', item: '商品', container: '货位', other: '其他' },
  },
};
