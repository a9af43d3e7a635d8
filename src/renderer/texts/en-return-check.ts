/** What a person finds of goods that came back. */
export const enReturnCheck = {
  returnCheck: {
    title: 'Goods in hand',
    note: 'What is to be said of it (optional)',
    found: { received: 'Received', damaged: 'Damaged', missing: 'Missing' },
    column: 'Found',
    scanHint: 'Scan a returned parcel’s barcode to find it.',
    kept: 'The shop does not answer; this was read {{at}}.',
    export: 'Returns as CSV',
    exported: { one: '{{count}} return written:', other: '{{count}} returns written:' },
  },
};
