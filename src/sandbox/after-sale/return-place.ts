/** Where all that comes back to this seller lies. */
export const RETURN_PLACE = {
  id: 71,
  name: 'ПВЗ Сортировочный',
  address: 'Москва, Складская улица, 7',
} as const;
