import { type StockColumn, stockColumns } from '#domain/catalogue/stock-sheet.ts';
import type { Language } from '../language.ts';

/** The first line of a sheet of stocks, by language; a sheet is understood in each of them. */
export const stockSheetTitles: Readonly<Record<Language, Readonly<Record<StockColumn, string>>>> = {
  en: {
    ...{ article: 'Article', name: 'Product', warehouseId: 'Warehouse number', warehouse: 'Warehouse' },
    ...{ free: 'Stock', wanted: 'New stock' },
  },
  ru: {
    ...{ article: 'Артикул', name: 'Товар', warehouseId: 'Номер склада', warehouse: 'Склад' },
    ...{ free: 'Остаток', wanted: 'Новый остаток' },
  },
  'zh-CN': {
    ...{ article: '货号', name: '商品', warehouseId: '仓库编号', warehouse: '仓库' },
    ...{ free: '库存', wanted: '新库存' },
  },
};

/** Which column a title names, in whatever language and case; null where none. */
export function stockColumnOf(title: string): StockColumn | null {
  const wanted = title.trim().toLowerCase();
  const isIt = (column: StockColumn) =>
    Object.values(stockSheetTitles).some((titles) => titles[column].toLowerCase() === wanted);
  return stockColumns.find(isIt) ?? null;
}
