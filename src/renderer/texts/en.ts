import { enAccount } from './en-account.ts';
import { enAccruals } from './en-accruals.ts';
import { enAfterSale } from './en-after-sale.ts';
import { enBench } from './en-bench.ts';
import { enChat } from './en-chat.ts';
import { enCollecting } from './en-collecting.ts';
import { enDocuments } from './en-documents.ts';
import { enHandover } from './en-handover.ts';
import { enImport } from './en-import.ts';
import { enLead } from './en-lead.ts';
import { enOwnDelivery } from './en-own-delivery.ts';
import { enPosting } from './en-posting.ts';
import { enProducts } from './en-products.ts';
import { enRequests } from './en-requests.ts';
import { enReturnCheck } from './en-return-check.ts';
import { enScanner } from './en-scanner.ts';
import { enShops } from './en-shops.ts';
import { enTrouble } from './en-trouble.ts';
import { enWay } from './en-way.ts';

/** Every text of the window in English; the other languages have exactly these keys. */
export const en = {
  ...enAccount,
  ...enAfterSale,
  ...enBench,
  ...enAccruals,
  ...enChat,
  ...enDocuments,
  ...enHandover,
  ...enImport,
  ...enLead,
  ...enPosting,
  ...enProducts,
  ...enRequests,
  ...enWay,
  ...enReturnCheck,
  ...enOwnDelivery,
  ...enCollecting,
  ...enScanner,
  ...enShops,
  ...enTrouble,
};
