import type { RussianAccruals } from './text-shape.ts';

export const ruAccruals: RussianAccruals = {
  accruals: {
    by: 'Показать',
    day: 'День',
    postings: 'Отправления',
    numbers: 'Номера отправлений',
    numbersHint: 'Через пробел, запятую или с новой строки: {{count}}, не больше {{most}}.',
    show: 'Показать',
    export: 'Сохранить в CSV',
    written: 'Сохранено: {{file}}',
    sum: 'Итого {{money}}',
    empty: 'За этот день ничего нет',
    emptyHint: 'Начисления и удержания маркетплейса за день появляются здесь через несколько часов.',
    nothing: 'Пока ничего',
    unit: 'Отправление или договор',
    category: 'Вид',
    parts: 'За что',
    total: 'Сумма',
    types: { sale: 'Продажа', commission: 'Комиссия' },
    categories: { posting: 'Отправление', item: 'Товар', container: 'Грузоместо', other: 'Другое' },
  },
};
