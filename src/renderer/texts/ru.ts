import { ruAccount } from './ru-account.ts';
import { ruAccruals } from './ru-accruals.ts';
import { ruAfterSale } from './ru-after-sale.ts';
import { ruBench } from './ru-bench.ts';
import { ruChat } from './ru-chat.ts';
import { ruCollecting } from './ru-collecting.ts';
import { ruDocuments } from './ru-documents.ts';
import { ruHandover } from './ru-handover.ts';
import { ruImport } from './ru-import.ts';
import { ruLead } from './ru-lead.ts';
import { ruOwnDelivery } from './ru-own-delivery.ts';
import { ruPosting } from './ru-posting.ts';
import { ruProducts } from './ru-products.ts';
import { ruRequests } from './ru-requests.ts';
import { ruReturnCheck } from './ru-return-check.ts';
import { ruScanner } from './ru-scanner.ts';
import { ruShops } from './ru-shops.ts';
import { ruTrouble } from './ru-trouble.ts';
import { ruWay } from './ru-way.ts';

/** Every text of the window in Russian. */
export const ru = {
  ...ruAccount,
  ...ruAfterSale,
  ...ruBench,
  ...ruAccruals,
  ...ruChat,
  ...ruDocuments,
  ...ruHandover,
  ...ruImport,
  ...ruLead,
  ...ruPosting,
  ...ruProducts,
  ...ruRequests,
  ...ruWay,
  ...ruReturnCheck,
  ...ruOwnDelivery,
  ...ruCollecting,
  ...ruScanner,
  ...ruShops,
  ...ruTrouble,
};
