import { accountMethods } from './account/account-methods.ts';
import { cancellationMethods } from './after-sale/cancellation-methods.ts';
import { giveoutMethods } from './after-sale/giveout-methods.ts';
import { returnMethods } from './after-sale/return-methods.ts';
import { returnRequestMethods } from './after-sale/return-request-methods.ts';
import { actMethods } from './carriage/act-methods.ts';
import { assemblyMethods } from './carriage/assembly-methods.ts';
import { cargoMethods } from './carriage/cargo-methods.ts';
import { carriageMethods } from './carriage/carriage-methods.ts';
import { disputeMethods } from './carriage/dispute-methods.ts';
import { paperMethods } from './carriage/paper-methods.ts';
import { passMethods } from './carriage/pass-methods.ts';
import { pickupMethods } from './carriage/pickup-methods.ts';
import { barcodeMethods } from './catalogue/barcode-methods.ts';
import { priceMethods } from './catalogue/price-methods.ts';
import { productMethods } from './catalogue/product-methods.ts';
import { stockMethods } from './catalogue/stock-methods.ts';
import { chatMethods } from './chat/chat-methods.ts';
import { deliveryMethods } from './delivery/delivery-methods.ts';
import { deliveryTimeMethods } from './delivery/delivery-time-methods.ts';
import { exemplarMethods } from './exemplars/exemplar-methods.ts';
import { financeMethods } from './finance/finance-methods.ts';
import type { ApiMethod } from './http/api-method.ts';
import { categoryMethods } from './import/category-methods.ts';
import { importMethods } from './import/import-methods.ts';
import { labelMethods } from './labels/label-methods.ts';
import { oldLabelMethods } from './labels/old-label-methods.ts';
import { notificationMethods } from './notification/notification-methods.ts';
import { cancelMethods } from './postings/cancel-methods.ts';
import { countryMethods } from './postings/country-methods.ts';
import { postingGetMethods } from './postings/posting-get-methods.ts';
import { postingListMethods } from './postings/posting-list-methods.ts';
import { boxMethods } from './ship/box-methods.ts';
import { shipMethods } from './ship/ship-methods.ts';
import { splitMethods } from './ship/split-methods.ts';

/** Every living method of the stand-in by its path. */
export const API_METHODS: ReadonlyMap<string, ApiMethod> = new Map(
  Object.entries({
    ...accountMethods,
    ...postingListMethods,
    ...postingGetMethods,
    ...cancelMethods,
    ...countryMethods,
    ...productMethods,
    ...categoryMethods,
    ...importMethods,
    ...barcodeMethods,
    ...stockMethods,
    ...priceMethods,
    ...shipMethods,
    ...splitMethods,
    ...boxMethods,
    ...cancellationMethods,
    ...returnMethods,
    ...returnRequestMethods,
    ...giveoutMethods,
    ...deliveryMethods,
    ...deliveryTimeMethods,
    ...chatMethods,
    ...financeMethods,
    ...notificationMethods,
    ...exemplarMethods,
    ...labelMethods,
    ...oldLabelMethods,
    ...assemblyMethods,
    ...carriageMethods,
    ...actMethods,
    ...paperMethods,
    ...disputeMethods,
    ...cargoMethods,
    ...passMethods,
    ...pickupMethods,
  }),
);
