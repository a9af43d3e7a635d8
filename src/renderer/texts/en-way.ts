/** What became of what was packed here. */
export const enWay = {
  way: {
    find: 'Find by posting, or scan a label',
    empty: 'Nothing is on its way',
    emptyHint: 'What was packed here stands here until it is delivered or cancelled.',
    since: 'Last news',
    cutoff: 'Hand over by',
    overdue: 'Overdue',
    why: { 'not-handed-over': 'the shop does not have it', 'no-news': 'nothing heard for 10 days' },
    openOne: 'Parcel {{posting}}',
    notHere: 'This bench knows no parcel with that.',
    method: 'Delivery',
    handedOver: 'Handed over',
    seen: 'Seen',
  },
};
