import type { RussianOwnDelivery } from './text-shape.ts';

export const ruOwnDelivery: RussianOwnDelivery = {
  ownDelivery: {
    what: 'Что сделать',
    one: 'Одна посылка',
    many: 'Несколько сразу',
    manyHint: 'Сканируйте или введите номер отправления, затем его трек-номер. Отправятся они вместе.',
    add: 'Добавить',
    remove: 'Убрать',
    removeOne: 'Убрать {{posting}}',
    send: {
      one: 'Отправить {{count}}',
      few: 'Отправить {{count}}',
      many: 'Отправить {{count}}',
      other: 'Отправить {{count}}',
    },
    outcome: { waiting: 'ещё не отправлен', done: 'принят магазином' },
    code: 'Код курьера',
    verify: 'Проверить',
    isValid: 'Курьер тот.',
    isNotValid: 'Это посылка другого курьера: не отдавайте.',
    cutoff: 'Передать до (только раньше)',
    from: 'Доставить с',
    to: 'до',
    move: 'Перенести доставку',
    moves: {
      one: 'Доставку можно перенести {{count}} раз, между {{from}} и {{to}}.',
      few: 'Доставку можно перенести {{count}} раза, между {{from}} и {{to}}.',
      many: 'Доставку можно перенести {{count}} раз, между {{from}} и {{to}}.',
      other: 'Доставку можно перенести {{count}} раза, между {{from}} и {{to}}.',
    },
  },
};
