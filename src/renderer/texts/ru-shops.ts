import type { RussianShops } from './text-shape.ts';

export const ruShops: RussianShops = {
  shops: {
    name: 'Название на этом столе',
    nameHint: 'Коротко, как говорят упаковщики. Если пусто — как называется кабинет.',
    further: 'Ещё один магазин',
    connectFurther: 'Подключить ещё один магазин',
    keyOf: 'Другой ключ для «{{name}}»',
    changeKey: 'Ввести другой ключ',
    rename: 'Переименовать',
    remove: 'Убрать',
    removeTitle: 'Убрать «{{name}}» с этого стола?',
    removeAsk:
      'Стол больше не будет собирать для этого магазина. В самом магазине ничего не изменится, а собранное останется в журнале.',
    choose: 'Магазин',
  },
};
