/** The products of the shop. */
export const enProducts = {
  products: {
    label: 'Products of the shop',
    tabs: { list: 'Products' },
    empty: 'No products here yet',
    emptyHint: 'The shop’s products will stand here once they were read.',
  },
};
