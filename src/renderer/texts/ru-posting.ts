import type { RussianPosting } from './text-shape.ts';

export const ruPosting: RussianPosting = {
  split: {
    button: 'Разделить',
    title: 'Разделить {{posting}}',
    hint: 'Укажите, сколько чего уйдёт отдельным отправлением. Ничего не собирается; магазин даст обеим частям новые номера. Уже отсканированное вернётся на полку.',
    confirm: 'Разделить отправление',
    asking: 'Запрос в магазин…',
  },
};
