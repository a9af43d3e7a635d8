/** Several shops at one bench. */
export const enShops = {
  shops: {
    name: 'Name at this bench',
    nameHint: 'Short, as the packers call it. Left empty, it is called as the account is.',
    further: 'A further shop',
    connectFurther: 'Connect a further shop',
    keyOf: 'Another key for {{name}}',
    changeKey: 'Enter another key',
    rename: 'Rename',
    remove: 'Remove',
    removeTitle: 'Remove {{name}} from this bench?',
    removeAsk:
      'The bench does not pack for this shop any more. Nothing changes at the shop, and what was packed stays on record.',
    choose: 'Shop',
  },
};
