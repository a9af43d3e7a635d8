import { zhCnBench } from './zh-cn-bench.ts';
import { zhCnLead } from './zh-cn-lead.ts';

/** Every text of the window in Chinese. */
export const zhCn = { ...zhCnBench, ...zhCnLead };
