import type { ShopFeature } from '#contract/shop-feature.ts';

/** Every method of the Seller API that the bench calls, and so needs in the key's roles. */
export const METHOD = {
  roles: '/v1/roles',
  unfulfilled: '/v4/posting/fbs/unfulfilled/list',
  changes: '/v4/posting/fbs/list',
  posting: '/v3/posting/fbs/get',
  products: '/v3/product/info/list',
  sizes: '/v4/product/info/attributes',
  exemplars: '/v6/fbs/posting/product/exemplar/create-or-get',
  exemplarSet: '/v6/fbs/posting/product/exemplar/set',
  exemplarCheck: '/v5/fbs/posting/product/exemplar/validate',
  exemplarStatus: '/v5/fbs/posting/product/exemplar/status',
  ship: '/v4/posting/fbs/ship',
  cancelReasons: '/v1/posting/fbs/cancel-reason',
  cancel: '/v2/posting/fbs/cancel',
  cancelUnits: '/v2/posting/fbs/product/cancel',
  split: '/v1/posting/fbs/split',
  cancellations: '/v2/conditional-cancellation/list',
  cancellationApprove: '/v2/conditional-cancellation/approve',
  cancellationReject: '/v2/conditional-cancellation/reject',
  returns: '/v1/returns/list',
  labelCreate: '/v3/posting/fbs/package-label/create',
  labelGet: '/v2/posting/fbs/package-label/get',
  deliveryList: '/v2/carriage/delivery/list',
  carriageCreate: '/v1/carriage/create',
  carriageSetPostings: '/v1/carriage/set-postings',
  carriageApprove: '/v1/carriage/approve',
  carriage: '/v1/carriage/get',
  carriageCancel: '/v1/carriage/cancel',
  carriagePostings: '/v1/assembly/carriage/posting/list',
  actPostings: '/v2/posting/fbs/act/get-postings',
  actStatus: '/v2/posting/fbs/act/check-status',
  actBarcode: '/v2/posting/fbs/act/get-barcode',
  actPdf: '/v2/posting/fbs/act/get-pdf',
} as const;

/** The methods that each of the bench's works with its shop cannot do without; the others only help. */
export const FEATURE_METHODS: Readonly<Record<ShopFeature, readonly string[]>> = {
  queue: [METHOD.unfulfilled, METHOD.posting],
  products: [METHOD.products, METHOD.sizes],
  'marking-codes': [METHOD.exemplars, METHOD.exemplarSet, METHOD.exemplarStatus],
  shipping: [METHOD.ship],
  cancelling: [METHOD.cancelReasons, METHOD.cancel, METHOD.cancelUnits],
  splitting: [METHOD.split],
  'after-sale': [
    ...[METHOD.cancellations, METHOD.cancellationApprove, METHOD.cancellationReject, METHOD.returns],
  ],
  labels: [METHOD.labelCreate, METHOD.labelGet],
  handover: [
    ...[METHOD.carriageCreate, METHOD.carriageSetPostings, METHOD.carriageApprove, METHOD.carriage],
    ...[METHOD.actStatus, METHOD.actPdf],
  ],
};
