/** What the shop credits and charges. */
export const enAccruals = {
  accruals: {
    by: 'Show',
    day: 'Day',
    postings: 'Postings',
    numbers: 'Posting numbers',
    numbersHint: 'Each by a space, a comma or a line of its own: {{count}} of {{most}} at most.',
    show: 'Show',
    export: 'Save as CSV',
    written: 'Saved: {{file}}',
    sum: 'Sum {{money}}',
    empty: 'Nothing on this day',
    emptyHint: 'What the shop credits or charges on a day stands here, some hours later.',
    nothing: 'Nothing yet',
    unit: 'Posting or contract',
    category: 'Kind',
    parts: 'For',
    total: 'Amount',
    types: { sale: 'Sale', commission: 'Commission' },
    categories: { posting: 'Posting', item: 'Product', container: 'Cargo place', other: 'Other' },
  },
};
