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
  exemplarStatus: '/v5/fbs/posting/product/exemplar/status',
  ship: '/v4/posting/fbs/ship',
  labelCreate: '/v3/posting/fbs/package-label/create',
  labelGet: '/v2/posting/fbs/package-label/get',
  deliveryList: '/v2/carriage/delivery/list',
  carriageCreate: '/v1/carriage/create',
  carriageSetPostings: '/v1/carriage/set-postings',
  carriageApprove: '/v1/carriage/approve',
  carriage: '/v1/carriage/get',
  carriagePostings: '/v1/assembly/carriage/posting/list',
  actPostings: '/v2/posting/fbs/act/get-postings',
  actStatus: '/v2/posting/fbs/act/check-status',
  actPdf: '/v2/posting/fbs/act/get-pdf',
} as const;

/** Without these the bench cannot pack; the others only look for what may be there already. */
export const NEEDED_METHODS: readonly string[] = Object.values(METHOD).filter(
  (method) =>
    method !== METHOD.roles &&
    method !== METHOD.changes &&
    method !== METHOD.deliveryList &&
    method !== METHOD.carriagePostings &&
    method !== METHOD.actPostings,
);
