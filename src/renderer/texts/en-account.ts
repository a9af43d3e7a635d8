/** The seller account: its key, its rights, and what goes to the shop. */
export const enAccount = {
  keyTrouble: {
    'wrong-client-id':
      'This Client ID is no account’s number. Copy it from the seller cabinet, under API keys.',
    'wrong-key':
      'The shop does not know this key for this Client ID. Copy both anew; a key is shown only once.',
    deactivated:
      'This key was switched off, or its time is over. Make a new one in the seller cabinet, under API keys.',
    'other-network':
      'This key is bound to other networks. In the seller cabinet, let it be used from this one, or make a key without such a bond.',
    'lacks-right': 'This key does not allow that.',
  },
  connect: {
    steps: 'Steps of connecting',
    step: { key: 'Key', rights: 'Rights', warehouses: 'Warehouses', done: 'Done' },
    check: 'Check the key',
    checking: 'Asking the shop…',
    next: 'Next',
    back: 'Back',
    again: 'Enter another key',
    connect: 'Connect',
    connecting: 'Connecting…',
    problem: {
      unreachable: 'The shop does not answer. Check the network and the address, then try again.',
      busy: 'The shop wants a pause. Try again in a moment.',
      unreadable: 'What answers at this address is not the shop. Check the address.',
    },
    keyGood: 'The key is good.',
    keyGoodUntil: 'The key is good until {{at}}.',
    rightsUnknown:
      'The key does not tell its rights. Connect it all the same: where the shop refuses something, the bench says what.',
    allowed: 'Allowed',
    off: {
      queue: 'Nothing can be packed: the bench does not see what waits.',
      products: 'Items are not known by their barcodes, sizes and pictures.',
      'marking-codes': 'Goods with marking codes cannot be shipped.',
      shipping: 'Nothing is reported as packed: every parcel gets an interim label.',
      cancelling: 'Postings cannot be cancelled from here.',
      splitting: 'Postings cannot be split from here.',
      'after-sale': 'Returns and cancellation requests are not shown.',
      'own-delivery': 'The shop is not told of parcels that you deliver yourself.',
      'product-import': 'Products cannot be sent to the shop from a file.',
      labels: 'Every parcel gets an interim label.',
      handover: 'Handovers are opened in the seller cabinet.',
    },
    rightsHint:
      'Whatever is off can be switched on later: make a key with more rights and enter it under Settings, Shop.',
    needs: 'Needs {{methods}}',
    warehousesOf: 'Warehouses of {{name}}',
    warehouses: 'Warehouses',
    noWarehouses: 'No warehouse is set up in this account yet.',
    warehousesUnknown: 'The warehouses could not be read. That stops nothing.',
    moreWarehouses: 'There are more.',
    own: 'own delivery',
    express: 'express',
    paused: 'paused',
    doneTitle: 'Connected',
    done: 'Postings are being read. What the bench still owes the shop goes out now.',
    toDevices: 'Set up the devices',
    finish: 'Done',
  },
  traffic: {
    title: 'To the shop',
    calm: 'Nothing waits.',
    underWay: { one: '{{count}} request under way', other: '{{count}} requests under way' },
    offline: 'The shop does not answer. Next try {{at}}.',
    unauthorized: 'The shop does not take the key. What is owed waits for a new one.',
    everything: 'Everything',
    otherWork: 'Other requests',
    pause: {
      asked: 'The shop wants a pause until {{at}}.',
      limit: 'The shop’s limit is used up until {{at}}.',
    },
    waits: { one: '{{count}} waits', other: '{{count}} wait' },
    why: {
      places: 'as many requests as may be are under way',
      limit: 'the shop’s limit per second',
      'method-limit': 'the shop’s limit for this',
      trial: 'the shop is being tried after a pause',
    },
    who: { packer: 'for a packer', screen: 'for the screen', background: 'in the background' },
    owed: {
      one: '{{count}} message for the shop waits; next try {{at}}.',
      other: '{{count}} messages for the shop wait; next try {{at}}.',
    },
  },
};
