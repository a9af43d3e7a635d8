/** Parcels that the seller delivers, beyond how far they are. */
export const enOwnDelivery = {
  ownDelivery: {
    what: 'What to do',
    one: 'One parcel',
    many: 'Several at once',
    manyHint: 'Scan or type a posting’s number, then its tracking number. They are sent together.',
    add: 'Add',
    remove: 'Take out',
    removeOne: 'Take out {{posting}}',
    send: { one: 'Send {{count}}', other: 'Send {{count}}' },
    outcome: { waiting: 'not sent yet', done: 'the shop has it' },
    code: 'The courier’s code',
    verify: 'Check',
    isValid: 'It is the right courier.',
    isNotValid: 'It is not this courier’s parcel: do not hand it over.',
    cutoff: 'Hand over by (earlier only)',
    from: 'Deliver from',
    to: 'until',
    move: 'Move the delivery',
    moves: {
      one: 'The delivery can be moved {{count}} time, to between {{from}} and {{to}}.',
      other: 'The delivery can be moved {{count}} times, to between {{from}} and {{to}}.',
    },
  },
};
