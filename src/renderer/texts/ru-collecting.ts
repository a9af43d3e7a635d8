import type { RussianCollecting } from './text-shape.ts';

export const ruCollecting: RussianCollecting = {
  collecting: {
    code: 'Код для получения возвратов',
    codeHint:
      'В пункте магазина его сканируют и выдают всё, что там ждёт. У кого код, тот может забрать ваши товары.',
    notEnabled: 'Магазин выдаёт ваши возвраты без кода.',
    print: 'Напечатать код',
    renew: 'Сделать новый код',
    renewHint: 'Если код попал в чужие руки. Старый код и все его распечатки сразу перестанут действовать.',
    points: 'Где ждут возвраты',
    noPoints: 'Забирать нечего.',
    returns: 'Возвраты',
    boxes: 'Коробки',
    pass: 'Пропуск',
    passNeeded: {
      one: 'нужен, оформлен {{count}}',
      few: 'нужен, оформлено {{count}}',
      many: 'нужен, оформлено {{count}}',
      other: 'нужен, оформлено {{count}}',
    },
    noPass: 'не нужен',
    giveouts: 'Выдано',
    noGiveouts: 'В последнее время ничего не выдавали.',
    giveout: 'Номер',
    given: 'Товары',
    since: 'Начата',
    openOne: 'Выдача номер {{id}}',
    isGiven: 'выдан',
    isNotGiven: 'ещё нет',
    status: {
      created: 'начата',
      approved: 'подтверждена',
      completed: 'завершена',
      cancelled: 'отменена',
      unknown: '{{status}}',
    },
  },
};
