/** What a lead does with a posting at the shop. */
export const enPosting = {
  split: {
    button: 'Split',
    title: 'Split {{posting}}',
    hint: 'Set how many of each go into a parcel of their own. Nothing is packed by it; the shop gives both parts new numbers. What was scanned of it already goes back to the shelf.',
    confirm: 'Split the posting',
    asking: 'Asking the shop…',
  },
};
