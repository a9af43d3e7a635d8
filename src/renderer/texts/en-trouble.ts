/** What a packer reads when the bench cannot run: what is wrong, what is safe, and the cure. */
export const enTrouble = {
  trouble: {
    'bench-file': {
      title: 'The bench file cannot be used',
      safe: 'Everything that was packed is safe: only the settings are wrong, and the file was left as it is.',
      cure: 'Call the shift lead: put the place right that is named below, or take the copy with .bak behind its name. Then start again.',
    },
    'in-use': {
      title: 'This bench is open already',
      safe: 'Nothing is lost: whoever has it open goes on with it.',
      cure: 'Close the other Packbench on this computer, also a “packbench station” without a window. Then start again.',
    },
    unwritable: {
      title: 'The bench’s folder cannot be written',
      safe: 'Everything that was confirmed is saved.',
      cure: 'Is the disk full, or may this user not write there? Make room or ask support. Then start again.',
    },
    'network-folder': {
      title: 'The bench’s folder lies on a network drive',
      safe: 'Nothing was written there: a network drive could lose what was confirmed.',
      cure: 'Support moves the folder to a disk of this computer and starts Packbench with --home and its new place.',
    },
    'newer-database': {
      title: 'A newer Packbench has worked here',
      safe: 'Everything is safe: the database was left as it is.',
      cure: 'Install the newer version again. This one does not understand everything that is in the database.',
    },
    damaged: {
      title: 'The bench’s database is damaged',
      safe: 'It was left as it was found, and there are checked backups of it.',
      cure: 'Call the shift lead: close Packbench, then run “packbench recover --how restore”. It goes on with the newest good backup.',
    },
    rewound: {
      title: 'Confirmed scans are missing in the database',
      safe: 'It was left as it was found. Most likely an older copy was put in its place.',
      cure: 'Call the shift lead: close Packbench and put the right file back. Where there is none, “packbench recover --how accept” goes on without those scans.',
    },
    'not-updated': {
      title: 'The database could not be brought up to date',
      safe: 'Everything that was confirmed is in it: each step is done as a whole or not at all.',
      cure: 'Is the disk full? Make room and start again. If it stops once more, call support.',
    },
  },
  shopKey: {
    endsIn: {
      one: 'The key ends in {{count}} day: make a new one in the seller cabinet and enter it under Settings, Shop.',
      other:
        'The key ends in {{count}} days: make a new one in the seller cabinet and enter it under Settings, Shop.',
    },
    ended:
      'The key has ended: make a new one in the seller cabinet and enter it under Settings, Shop. Nothing is lost meanwhile.',
    lacks: 'The key does not allow: {{features}}.',
    feature: {
      queue: 'the queue',
      products: 'products',
      'marking-codes': 'marking codes',
      'goods-origin': 'countries of origin',
      shipping: 'shipping',
      cancelling: 'cancelling',
      splitting: 'splitting',
      'after-sale': 'returns and cancellation requests',
      'return-requests': 'buyers’ returns to you',
      'collecting-returns': 'fetching returns',
      'own-delivery': 'own delivery',
      'product-import': 'making products from a file',
      chats: 'chats with buyers',
      catalogue: 'list of products',
      disputes: 'disputes',
      passes: 'gate passes',
      cargo: 'boxes and pallets',
      pickup: 'calling couriers',
      accruals: 'accruals',
      barcodes: 'barcodes of products',
      stocks: 'stocks',
      prices: 'prices',
      labels: 'labels',
      handover: 'handover',
    },
  },
  cancel: {
    button: 'Cancel at the shop',
    title: 'Cancel {{posting}} at the shop',
    hint: 'It counts against the seller and cannot be taken back. Set how many of each cannot be sent.',
    unitsOf: '{{name}} (of {{quantity}})',
    reason: 'Reason',
    message: 'In a sentence',
    noReason: 'The shop offers no reason: this posting cannot be cancelled by the seller.',
    whole: 'Cancel the posting',
    part: 'Cancel these items',
    keep: 'Keep it',
    asking: 'Asking the shop…',
  },
};
