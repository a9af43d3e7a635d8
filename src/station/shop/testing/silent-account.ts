import type { SellerAccount } from '../seller-account.ts';

const never = () => Promise.reject(new Error('not part of this test'));

/** A seller account that no test may call; a test replaces what it is about. */
export const silentAccount: SellerAccount = {
  ...{
    checkCredentials: never,
    listUnfulfilled: never,
    listChanges: never,
    forkCursor: () => null,
    getPosting: never,
  },
  ...{
    getProducts: never,
    getPicture: never,
    setMarkings: never,
    checkMarkings: never,
    getMarkingState: never,
    getAcceptanceLimits: never,
    findByBarcode: never,
    setBoxes: never,
  },
  ...{ ship: never, getShipState: never, getLabel: never, getLabels: never, createHandover: never },
  ...{
    setHandoverPostings: never,
    approveHandover: never,
    cancelHandover: never,
    getHandoverBarcode: never,
    getHandover: never,
    getHandoverDocument: never,
  },
  traffic: () => ({ underWay: 0, waiting: [], pauses: [] }),
  facts: { getProfile: never, listWarehouses: never, listDeliveryMethods: never },
  cancelling: { reasonsFor: never, cancel: never, cancelUnits: never },
  splitting: { split: never, shipPart: never },
  corrections: { correct: never },
  declarations: { listCountries: never, setCountry: never },
  carriages: { listDay: never, listPostings: never, getBarcodeText: never, getPaper: never },
  cargo: {
    ...{ listPlaces: never, getPlace: never, createPlace: never, fill: never, stack: never },
    ...{ approve: never, cancel: never, getLabel: never, getDocument: never },
  },
  passes: { listPasses: never, createPass: never, updatePass: never, deletePass: never },
  pickup: { listPlans: never, listDays: never, setPlanned: never },
  disputes: { getHandedIn: never, move: never },
  catalogue: {
    ...{ listCards: never, readCards: never, addBarcodes: never, makeBarcodes: never },
    ...{ readStocks: never, writeStocks: never, readPrices: never, writePrices: never },
  },
  delivery: {
    ...{ getDelivery: never, setTrackingNumber: never, setTrackingNumbers: never, tell: never },
    ...{ setCutoff: never, getTimeslotLimits: never, setTimeslot: never, verifyCode: never },
  },
  productImport: {
    ...{ listTypes: never, listAttributes: never, listValues: never, findValues: never, getQuota: never },
    ...{ importCards: never, getImport: never, findCards: never, findLostPictures: never },
  },
  notifications: {
    ...{ list: never, check: never, add: never, complete: never, switch: never, remove: never },
  },
  accruals: { listTypes: never, listDay: never, listPostings: never },
  chats: {
    ...{ mayWrite: never, listChats: never, countUnread: never, getHistory: never, getOrder: never },
    ...{ start: never, sendText: never, sendFile: never, markRead: never },
  },
  collecting: {
    ...{ isEnabled: never, getCode: never, getCodePicture: never, getCodeSheet: never, renewCode: never },
    ...{ listGiveouts: never, listItems: never, listPoints: never },
  },
  returnRequests: { list: never, get: never, act: never },
  afterSale: { listCancellationRequests: never, decideCancellation: never, listReturns: never },
};
