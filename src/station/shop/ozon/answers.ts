import type { z } from 'zod';
import {
  DeliveryMethodsAnswer,
  SellerAnswer,
  WarehousesAnswer,
  WireDeliveryMethod,
  WireWarehouse,
} from './account/wire.ts';
import { CancellationsAnswer, ReturnsAnswer, WireCancellation, WireReturn } from './after-sale/wire.ts';
import { BoxesAnswer } from './boxes/wire.ts';
import { CancelledAnswer, CancelReasonsAnswer, UnitsCancelledAnswer } from './cancel/wire.ts';
import {
  CargoDocumentAnswer,
  CargoLabelAnswer,
  CargoTaskAnswer,
  FilledAnswer,
  PlaceAnswer,
  PlacesAnswer,
  PlacesChangedAnswer,
  PlacesCreatedAnswer,
} from './cargo/wire.ts';
import { BarcodeTextAnswer, MethodDaysAnswer } from './carriage/wire.ts';
import {
  BarcodesAddedAnswer,
  BarcodesMadeAnswer,
  CardListAnswer,
  PricesAnswer,
  PricesWrittenAnswer,
  StocksAnswer,
  StocksWrittenAnswer,
  WireListed,
  WirePrice,
  WireShownCard,
  WireStock,
} from './catalogue/wire.ts';
import {
  ChatSentAnswer,
  ChatStartedAnswer,
  ChatsAnswer,
  HistoryAnswer,
  WireChat,
  WireMessage,
} from './chat/wire.ts';
import {
  CodeAnswer,
  EnabledAnswer,
  GiveoutAnswer,
  GiveoutsAnswer,
  PointsAnswer,
  WireGiveout,
  WirePoint,
} from './collecting/wire.ts';
import { CountriesAnswer, CountrySetAnswer, WireCountry } from './declaration/wire.ts';
import { CodeValidAnswer, DeliveryAnswer, DoneAnswer, TimeslotAnswer } from './delivery/wire.ts';
import { DisputeAnswer } from './dispute/wire.ts';
import {
  AccrualTypesAnswer,
  DayAccrualsAnswer,
  PostingAccrualsAnswer,
  WireDayAccrual,
  WirePostingAccruals,
} from './finance/wire.ts';
import { LabelTaskAnswer, LabelTasksAnswer, OneLabelTaskAnswer } from './labels/wire.ts';
import { RestrictionsAnswer } from './limits/wire.ts';
import { METHOD } from './methods.ts';
import { AddressCheckAnswer, AddressesAnswer } from './notification/wire.ts';
import { PassCreatedAnswer, PassesAnswer } from './passes/wire.ts';
import { PickupDaysAnswer, PickupPlansAnswer } from './pickup/wire.ts';
import {
  AttributesAnswer,
  FoundValuesAnswer,
  ImportAnswer,
  ImportInfoAnswer,
  LimitAnswer,
  PicturesAnswer,
  TreeAnswer,
  ValuesAnswer,
  WireCard,
} from './product-import/wire.ts';
import { OneReturnRequestAnswer, ReturnRequestsAnswer, WireReturnRequest } from './return-requests/wire.ts';
import { SplitAnswer } from './split/wire.ts';
import {
  ActPostingsAnswer,
  ActStatusAnswer,
  AssemblyPostingsAnswer,
  CarriageAnswer,
  CarriageCancelledAnswer,
  CarriageCreatedAnswer,
  SetPostingsAnswer,
} from './wire/carriage.ts';
import { ExemplarCheckAnswer, ExemplarStatusAnswer, ExemplarsAnswer } from './wire/exemplar.ts';
import { anything } from './wire/fields.ts';
import { ByBarcodeAnswer, OnePostingAnswer, PostingPageAnswer, WirePosting } from './wire/posting.ts';
import { ProductListAnswer, SizesAnswer, WireSizes } from './wire/product.ts';
import { RolesAnswer } from './wire/roles.ts';
import { ShipAnswer } from './wire/ship.ts';

/** How a method's answer is read. `rows` names the list whose entries are parsed one by one, and how. */
export type AnswerReading = {
  readonly method: string;
  readonly answer: z.ZodType;
  readonly rows?: { readonly at: string; readonly row: z.ZodType };
};

/** What is read of every method's answer; for whoever compares it with Ozon's own document. */
export const ANSWERS: readonly AnswerReading[] = [
  { method: METHOD.roles, answer: RolesAnswer },
  { method: METHOD.seller, answer: SellerAnswer },
  { method: METHOD.warehouses, answer: WarehousesAnswer, rows: { at: 'warehouses', row: WireWarehouse } },
  {
    method: METHOD.deliveryMethods,
    answer: DeliveryMethodsAnswer,
    rows: { at: 'delivery_methods', row: WireDeliveryMethod },
  },
  { method: METHOD.unfulfilled, answer: PostingPageAnswer, rows: { at: 'postings', row: WirePosting } },
  { method: METHOD.changes, answer: PostingPageAnswer, rows: { at: 'postings', row: WirePosting } },
  { method: METHOD.posting, answer: OnePostingAnswer },
  { method: METHOD.byBarcode, answer: ByBarcodeAnswer },
  { method: METHOD.productList, answer: CardListAnswer, rows: { at: 'result.items', row: WireListed } },
  { method: METHOD.barcodeAdd, answer: BarcodesAddedAnswer },
  { method: METHOD.barcodeMake, answer: BarcodesMadeAnswer },
  { method: METHOD.stocks, answer: StocksAnswer, rows: { at: 'products', row: WireStock } },
  { method: METHOD.stockSet, answer: StocksWrittenAnswer },
  { method: METHOD.prices, answer: PricesAnswer, rows: { at: 'items', row: WirePrice } },
  { method: METHOD.priceSet, answer: PricesWrittenAnswer },
  {
    ...{ method: METHOD.products, answer: ProductListAnswer },
    rows: { at: 'items', row: WireShownCard.extend(WireCard.shape) },
  },
  { method: METHOD.sizes, answer: SizesAnswer, rows: { at: 'result', row: WireSizes } },
  { method: METHOD.exemplars, answer: ExemplarsAnswer },
  { method: METHOD.exemplarSet, answer: anything },
  { method: METHOD.exemplarCheck, answer: ExemplarCheckAnswer },
  { method: METHOD.exemplarUpdate, answer: anything },
  { method: METHOD.exemplarStatus, answer: ExemplarStatusAnswer },
  { method: METHOD.countries, answer: CountriesAnswer, rows: { at: 'result', row: WireCountry } },
  { method: METHOD.countrySet, answer: CountrySetAnswer },
  { method: METHOD.restrictions, answer: RestrictionsAnswer },
  { method: METHOD.boxes, answer: BoxesAnswer },
  { method: METHOD.ship, answer: ShipAnswer },
  { method: METHOD.cancelReasons, answer: CancelReasonsAnswer },
  { method: METHOD.cancel, answer: CancelledAnswer },
  { method: METHOD.cancelUnits, answer: UnitsCancelledAnswer },
  { method: METHOD.split, answer: SplitAnswer },
  { method: METHOD.shipPart, answer: ShipAnswer },
  {
    method: METHOD.cancellations,
    answer: CancellationsAnswer,
    rows: { at: 'result', row: WireCancellation },
  },
  { method: METHOD.cancellationApprove, answer: anything },
  { method: METHOD.cancellationReject, answer: anything },
  { method: METHOD.returns, answer: ReturnsAnswer, rows: { at: 'returns', row: WireReturn } },
  { method: METHOD.addresses, answer: AddressesAnswer },
  { method: METHOD.addressCheck, answer: AddressCheckAnswer },
  { method: METHOD.addressAdd, answer: anything },
  { method: METHOD.addressChange, answer: anything },
  { method: METHOD.addressSwitch, answer: anything },
  { method: METHOD.addressRemove, answer: anything },
  { method: METHOD.accrualTypes, answer: AccrualTypesAnswer },
  {
    method: METHOD.accrualsByDay,
    answer: DayAccrualsAnswer,
    rows: { at: 'accruals', row: WireDayAccrual },
  },
  {
    method: METHOD.accrualsOfPostings,
    answer: PostingAccrualsAnswer,
    rows: { at: 'posting_accruals', row: WirePostingAccruals },
  },
  { method: METHOD.chats, answer: ChatsAnswer, rows: { at: 'chats', row: WireChat } },
  { method: METHOD.chatHistory, answer: HistoryAnswer, rows: { at: 'messages', row: WireMessage } },
  { method: METHOD.chatStart, answer: ChatStartedAnswer },
  { method: METHOD.chatText, answer: ChatSentAnswer },
  { method: METHOD.chatFile, answer: ChatSentAnswer },
  { method: METHOD.chatRead, answer: anything },
  {
    method: METHOD.returnRequests,
    answer: ReturnRequestsAnswer,
    rows: { at: 'returns', row: WireReturnRequest },
  },
  { method: METHOD.giveoutEnabled, answer: EnabledAnswer },
  { method: METHOD.giveoutCode, answer: CodeAnswer },
  { method: METHOD.giveoutPicture, answer: anything },
  { method: METHOD.giveoutSheet, answer: anything },
  { method: METHOD.giveoutRenew, answer: anything },
  { method: METHOD.giveouts, answer: GiveoutsAnswer, rows: { at: 'giveouts', row: WireGiveout } },
  { method: METHOD.giveout, answer: GiveoutAnswer },
  { method: METHOD.returnPoints, answer: PointsAnswer, rows: { at: 'drop_off_points', row: WirePoint } },
  { method: METHOD.returnRequest, answer: OneReturnRequestAnswer },
  { method: METHOD.returnRequestAction, answer: anything },
  { method: METHOD.trackingNumber, answer: DeliveryAnswer },
  { method: METHOD.cutoffSet, answer: DoneAnswer },
  { method: METHOD.timeslotLimits, answer: TimeslotAnswer },
  { method: METHOD.timeslotSet, answer: DoneAnswer },
  { method: METHOD.pickupCode, answer: CodeValidAnswer },
  { method: METHOD.delivering, answer: DeliveryAnswer },
  { method: METHOD.lastMile, answer: DeliveryAnswer },
  { method: METHOD.delivered, answer: DeliveryAnswer },
  { method: METHOD.categoryTree, answer: TreeAnswer },
  { method: METHOD.attributes, answer: AttributesAnswer },
  { method: METHOD.attributeValues, answer: ValuesAnswer },
  { method: METHOD.findValues, answer: FoundValuesAnswer },
  { method: METHOD.importProducts, answer: ImportAnswer },
  { method: METHOD.importInfo, answer: ImportInfoAnswer },
  { method: METHOD.importLimit, answer: LimitAnswer },
  { method: METHOD.pictures, answer: PicturesAnswer },
  { method: METHOD.labelCreate, answer: LabelTasksAnswer },
  { method: METHOD.labelGet, answer: LabelTaskAnswer },
  { method: METHOD.labelCreateOld, answer: LabelTasksAnswer },
  { method: METHOD.labelCreateOldest, answer: OneLabelTaskAnswer },
  { method: METHOD.labelGetOld, answer: LabelTaskAnswer },
  { method: METHOD.labelAtOnce, answer: anything },
  { method: METHOD.deliveryList, answer: MethodDaysAnswer },
  { method: METHOD.carriageCreate, answer: CarriageCreatedAnswer },
  { method: METHOD.carriageSetPostings, answer: SetPostingsAnswer },
  { method: METHOD.carriageApprove, answer: anything },
  { method: METHOD.carriage, answer: CarriageAnswer },
  { method: METHOD.carriageCancel, answer: CarriageCancelledAnswer },
  { method: METHOD.carriagePostings, answer: AssemblyPostingsAnswer },
  { method: METHOD.actPostings, answer: ActPostingsAnswer },
  { method: METHOD.actStatus, answer: ActStatusAnswer },
  { method: METHOD.cargoList, answer: PlacesAnswer },
  { method: METHOD.cargoGet, answer: PlaceAnswer },
  { method: METHOD.cargoCreate, answer: PlacesCreatedAnswer },
  { method: METHOD.cargoFill, answer: FilledAnswer },
  { method: METHOD.cargoTakeOut, answer: FilledAnswer },
  { method: METHOD.cargoPutOn, answer: PlacesChangedAnswer },
  { method: METHOD.cargoTakeOff, answer: PlacesChangedAnswer },
  { method: METHOD.cargoApprove, answer: PlacesChangedAnswer },
  { method: METHOD.cargoCancel, answer: PlacesChangedAnswer },
  { method: METHOD.cargoTask, answer: CargoTaskAnswer },
  { method: METHOD.cargoLabel, answer: CargoLabelAnswer },
  { method: METHOD.cargoDocument, answer: CargoDocumentAnswer },
  { method: METHOD.passes, answer: PassesAnswer },
  { method: METHOD.passCreate, answer: PassCreatedAnswer },
  { method: METHOD.passUpdate, answer: anything },
  { method: METHOD.passDelete, answer: anything },
  { method: METHOD.pickupPlans, answer: PickupPlansAnswer },
  { method: METHOD.pickupDays, answer: PickupDaysAnswer },
  { method: METHOD.pickupCall, answer: anything },
  { method: METHOD.pickupCallOff, answer: anything },
  { method: METHOD.arbitration, answer: DisputeAnswer },
  { method: METHOD.awaitingDelivery, answer: DisputeAnswer },
  { method: METHOD.actBarcode, answer: anything },
  { method: METHOD.actBarcodeText, answer: BarcodeTextAnswer },
  { method: METHOD.actCargoLabels, answer: anything },
  { method: METHOD.actDiscrepancies, answer: anything },
  { method: METHOD.actPdf, answer: anything },
];
