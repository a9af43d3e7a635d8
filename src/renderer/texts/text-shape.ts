import type { en } from './en.ts';
import type { enAccount } from './en-account.ts';
import type { enAccruals } from './en-accruals.ts';
import type { enAfterSale } from './en-after-sale.ts';
import type { enBench } from './en-bench.ts';
import type { enChat } from './en-chat.ts';
import type { enCollecting } from './en-collecting.ts';
import type { enDocuments } from './en-documents.ts';
import type { enHandover } from './en-handover.ts';
import type { enImport } from './en-import.ts';
import type { enLead } from './en-lead.ts';
import type { enOwnDelivery } from './en-own-delivery.ts';
import type { enPosting } from './en-posting.ts';
import type { enProducts } from './en-products.ts';
import type { enRequests } from './en-requests.ts';
import type { enReturnCheck } from './en-return-check.ts';
import type { enScanner } from './en-scanner.ts';
import type { enShops } from './en-shops.ts';
import type { enTrouble } from './en-trouble.ts';
import type { enWay } from './en-way.ts';

/** A text that depends on a count. English needs two forms, Russian four, Chinese one. */
export interface Counted {
  readonly one: string;
  readonly other: string;
}

/** The keys of a group of texts, dotted; a counted text is one key. */
export type KeysOf<Texts, Prefix extends string = ''> = {
  [Key in keyof Texts & string]: Texts[Key] extends string | Counted
    ? `${Prefix}${Key}`
    : KeysOf<Texts[Key], `${Prefix}${Key}.`>;
}[keyof Texts & string];

/** The same keys in a language with other count forms. */
export type Translated<Texts, Form extends string> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string
    ? string
    : Texts[Key] extends Counted
      ? { readonly [One in Form]: string }
      : Translated<Texts[Key], Form>;
};

/** A text of the window, by its dotted key. */
export type TextKey = KeysOf<typeof en>;
export type RussianCollecting = Translated<typeof enCollecting, 'one' | 'few' | 'many' | 'other'>;
export type ChineseCollecting = Translated<typeof enCollecting, 'other'>;
export type RussianOwnDelivery = Translated<typeof enOwnDelivery, 'one' | 'few' | 'many' | 'other'>;
export type ChineseOwnDelivery = Translated<typeof enOwnDelivery, 'other'>;
export type RussianReturnCheck = Translated<typeof enReturnCheck, 'one' | 'few' | 'many' | 'other'>;
export type ChineseReturnCheck = Translated<typeof enReturnCheck, 'other'>;
export type RussianWay = Translated<typeof enWay, 'one' | 'few' | 'many' | 'other'>;
export type ChineseWay = Translated<typeof enWay, 'other'>;
export type RussianRequests = Translated<typeof enRequests, 'one' | 'few' | 'many' | 'other'>;
export type ChineseRequests = Translated<typeof enRequests, 'other'>;
export type RussianAccount = Translated<typeof enAccount, 'one' | 'few' | 'many' | 'other'>;
export type ChineseAccount = Translated<typeof enAccount, 'other'>;
export type RussianAfterSale = Translated<typeof enAfterSale, 'one' | 'few' | 'many' | 'other'>;
export type ChineseAfterSale = Translated<typeof enAfterSale, 'other'>;
export type RussianAccruals = Translated<typeof enAccruals, 'one' | 'few' | 'many' | 'other'>;
export type ChineseAccruals = Translated<typeof enAccruals, 'other'>;
export type RussianChat = Translated<typeof enChat, 'one' | 'few' | 'many' | 'other'>;
export type ChineseChat = Translated<typeof enChat, 'other'>;
export type RussianBench = Translated<typeof enBench, 'one' | 'few' | 'many' | 'other'>;
export type RussianHandover = Translated<typeof enHandover, 'one' | 'few' | 'many' | 'other'>;
export type ChineseHandover = Translated<typeof enHandover, 'other'>;
export type RussianImport = Translated<typeof enImport, 'one' | 'few' | 'many' | 'other'>;
export type ChineseImport = Translated<typeof enImport, 'other'>;
export type RussianLead = Translated<typeof enLead, 'one' | 'few' | 'many' | 'other'>;
export type ChineseBench = Translated<typeof enBench, 'other'>;
export type ChineseLead = Translated<typeof enLead, 'other'>;
export type RussianDocuments = Translated<typeof enDocuments, 'one' | 'few' | 'many' | 'other'>;
export type ChineseDocuments = Translated<typeof enDocuments, 'other'>;
export type RussianShops = Translated<typeof enShops, 'one' | 'few' | 'many' | 'other'>;
export type ChineseShops = Translated<typeof enShops, 'other'>;
export type RussianTrouble = Translated<typeof enTrouble, 'one' | 'few' | 'many' | 'other'>;
export type ChineseTrouble = Translated<typeof enTrouble, 'other'>;
export type RussianProducts = Translated<typeof enProducts, 'one' | 'few' | 'many' | 'other'>;
export type ChineseProducts = Translated<typeof enProducts, 'other'>;
export type RussianScanner = Translated<typeof enScanner, 'one' | 'few' | 'many' | 'other'>;
export type ChineseScanner = Translated<typeof enScanner, 'other'>;
export type RussianPosting = Translated<typeof enPosting, 'one' | 'few' | 'many' | 'other'>;
export type ChinesePosting = Translated<typeof enPosting, 'other'>;
