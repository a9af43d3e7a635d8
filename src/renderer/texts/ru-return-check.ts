import type { RussianReturnCheck } from './text-shape.ts';

export const ruReturnCheck: RussianReturnCheck = {
  returnCheck: {
    title: 'Товар в руках',
    note: 'Что отметить (необязательно)',
    found: { received: 'Получен', damaged: 'Повреждён', missing: 'Отсутствует' },
    column: 'Приёмка',
    scanHint: 'Отсканируйте штрихкод возврата, чтобы найти его.',
    kept: 'Магазин не отвечает; прочитано {{at}}.',
    export: 'Возвраты в CSV',
    exported: {
      one: 'Записан {{count}} возврат:',
      few: 'Записано {{count}} возврата:',
      many: 'Записано {{count}} возвратов:',
      other: 'Записано {{count}} возврата:',
    },
  },
};
