/** Returns and buyers' cancellation requests. */
export const enAfterSale = {
  afterSale: {
    label: 'Returns and cancellation requests',
    tabs: {
      returns: 'Returns',
      collecting: 'Fetch returns',
      requests: 'Returns to you',
      cancellations: 'Cancellation requests',
      delivery: 'Own delivery',
    },
    unread: { one: '{{count}} row could not be read.', other: '{{count}} rows could not be read.' },
    notAll: 'There are more at the shop; these are the first.',
    delivery: {
      hint: 'For parcels that you or your carrier bring to the buyer: say by the posting’s number how far one is.',
      posting: 'Posting number',
      show: 'Show',
      tracking: 'Tracking number',
      nothing:
        'The shop takes nothing for it now: it is not packed yet, is there already, or the shop delivers it.',
      steps: { delivering: 'On its way', 'last-mile': 'With the courier', delivered: 'Delivered' },
    },
    returns: {
      empty: 'Nothing comes back',
      emptyHint: 'Returns that changed in the last 30 days will stand here.',
      find: 'Find by barcode, posting, product or article',
      notFound: 'No return has that.',
      reason: 'Reason',
      place: 'Where it is',
      barcode: 'Barcode',
      changed: 'Changed',
    },
    cancellations: {
      empty: 'No buyer wants to cancel',
      emptyHint: 'Requests to cancel what is on its way will stand here until they are answered.',
      hint: 'Where nobody answers in time, the shop agrees by itself.',
      leads: 'Where nobody answers in time, the shop agrees by itself. A lead answers.',
      asked: 'Asked',
      agrees: 'Shop agrees at',
      agree: 'Agree',
      decline: 'Decline',
      agreeTitle: 'Agree to cancel {{posting}}',
      agreeHint: 'The posting will be cancelled and the buyer gets the money back. Nobody can undo it.',
      declineTitle: 'Decline to cancel {{posting}}',
      declineHint: 'The parcel goes on to the buyer.',
      comment: 'A word for the buyer (optional)',
    },
  },
};
