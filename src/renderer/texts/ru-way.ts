import type { RussianWay } from './text-shape.ts';

export const ruWay: RussianWay = {
  way: {
    find: 'Найти по отправлению или отсканировать этикетку',
    empty: 'В пути ничего нет',
    emptyHint: 'Собранное здесь стоит в списке, пока не доставлено или не отменено.',
    since: 'Последние новости',
    cutoff: 'Передать до',
    overdue: 'Просрочено',
    why: { 'not-handed-over': 'магазин не получил', 'no-news': '10 дней нет новостей' },
    openOne: 'Посылка {{posting}}',
    notHere: 'Это место не знает такой посылки.',
    method: 'Доставка',
    handedOver: 'Передано',
    seen: 'Увидели',
  },
};
