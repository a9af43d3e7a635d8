import { zhCnAccount } from './zh-cn-account.ts';
import { zhCnAccruals } from './zh-cn-accruals.ts';
import { zhCnAfterSale } from './zh-cn-after-sale.ts';
import { zhCnBench } from './zh-cn-bench.ts';
import { zhCnChat } from './zh-cn-chat.ts';
import { zhCnCollecting } from './zh-cn-collecting.ts';
import { zhCnDocuments } from './zh-cn-documents.ts';
import { zhCnHandover } from './zh-cn-handover.ts';
import { zhCnImport } from './zh-cn-import.ts';
import { zhCnLead } from './zh-cn-lead.ts';
import { zhCnOwnDelivery } from './zh-cn-own-delivery.ts';
import { zhCnPosting } from './zh-cn-posting.ts';
import { zhCnProducts } from './zh-cn-products.ts';
import { zhCnRequests } from './zh-cn-requests.ts';
import { zhCnReturnCheck } from './zh-cn-return-check.ts';
import { zhCnScanner } from './zh-cn-scanner.ts';
import { zhCnShops } from './zh-cn-shops.ts';
import { zhCnTrouble } from './zh-cn-trouble.ts';
import { zhCnWay } from './zh-cn-way.ts';

/** Every text of the window in Chinese. */
export const zhCn = {
  ...zhCnAccount,
  ...zhCnAfterSale,
  ...zhCnBench,
  ...zhCnAccruals,
  ...zhCnChat,
  ...zhCnDocuments,
  ...zhCnHandover,
  ...zhCnImport,
  ...zhCnLead,
  ...zhCnPosting,
  ...zhCnProducts,
  ...zhCnRequests,
  ...zhCnWay,
  ...zhCnReturnCheck,
  ...zhCnOwnDelivery,
  ...zhCnCollecting,
  ...zhCnScanner,
  ...zhCnShops,
  ...zhCnTrouble,
};
