/** A warehouse of the shop; for FBS its id is the delivery method's id too. */
export interface Warehouse {
  readonly warehouseId: number;
  readonly name: string;
  readonly city: string;
  readonly dropOffId: number;
  readonly dropOffAddress: string;
  readonly express: boolean;
}

/** Who carries everything here. */
export const TPL_PROVIDER = { id: 24, name: 'Доставка Ozon' } as const;

/** Where ordinary postings leave from. */
export const MAIN_WAREHOUSE: Warehouse = {
  warehouseId: 1_020_000_000_001_000,
  name: 'Основной склад',
  city: 'Софьино',
  dropOffId: 21_000_123,
  dropOffAddress: 'Московская область, Раменский г.о., с. Софьино, строение 250',
  express: false,
};

/** Where express postings leave from. */
export const EXPRESS_WAREHOUSE: Warehouse = {
  warehouseId: 1_020_000_000_002_000,
  name: 'Экспресс-склад',
  city: 'Москва',
  dropOffId: 21_000_456,
  dropOffAddress: 'Москва, ул. Складочная, 1, стр. 18',
  express: true,
};

/** All warehouses of the shop. */
export const WAREHOUSES: readonly Warehouse[] = [MAIN_WAREHOUSE, EXPRESS_WAREHOUSE];

/** The warehouse of an id; an unknown one is a bug here, and the main one answers. */
export function dropOffOf(warehouseId: number): Warehouse {
  return WAREHOUSES.find((warehouse) => warehouse.warehouseId === warehouseId) ?? MAIN_WAREHOUSE;
}
