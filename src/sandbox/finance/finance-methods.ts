import { z } from 'zod';
import { type ApiMethods, method } from '../http/api-method.ts';
import { json, refused } from '../http/api-reply.ts';
import { cursorOf, keyFrom } from '../http/cursor.ts';
import { ACCRUAL_TYPES, type Accrual } from './accrual.ts';

const PAGE = 50;
const daySchema = z.object({ date: z.iso.date(), last_id: z.string() });
const postingsSchema = z.object({ posting_numbers: z.array(z.string()).min(1).max(200) });

/** `/v1/finance/accrual/*`: what the marketplace credits and charges. */
export const financeMethods: ApiMethods = {
  '/v1/finance/accrual/types': method(z.object({}), () => json({ accrual_types: ACCRUAL_TYPES })),

  '/v1/finance/accrual/by-day': method(daySchema, ({ date, last_id }, { world }) => {
    if (date < '2022-01-01') return refused('DATE_IS_TOO_EARLY');
    const key = last_id === '' ? `${date} 0` : keyFrom(last_id);
    const [day, after] = key?.split(' ') ?? [];
    if (day !== date) return refused('LAST_ID_OF_ANOTHER_DATE');
    const rest = [...world.accruals.values()].filter((one) => one.day === date && one.id > Number(after));
    const page = rest.slice(0, PAGE);
    const last = page.at(-1);
    return json({
      accruals: page.map(dayView),
      last_id: rest.length > page.length && last !== undefined ? cursorOf(`${date} ${last.id}`) : '',
    });
  }),

  '/v1/finance/accrual/postings': method(postingsSchema, ({ posting_numbers }, { world }) =>
    json({
      posting_accruals: posting_numbers.flatMap((number) => {
        const own = [...world.accruals.values()].filter(({ unit }) => unit === number);
        return own.length === 0 ? [] : [{ posting_number: number, accruals: own.map(postingView) }];
      }),
    }),
  ),
};

const moneyOf = ({ amount, currency }: Accrual) => ({ amount, currency });
const nothing = (currency: string) => ({ amount: '0', currency });

function postingView(accrual: Accrual) {
  const { day, typeId, sku, quantity, currency } = accrual;
  return {
    ...{ accrual_date: day, type_id: typeId, accrued: moneyOf(accrual), sku, quantity },
    seller_price: nothing(currency),
  };
}

function dayView(accrual: Accrual) {
  const { id, day, unit, category, typeId, sku, currency } = accrual;
  const fee = { type_id: typeId, accrued: moneyOf(accrual) };
  return {
    ...{ accrual_id: id, date: day, unit_number: unit, accrued_category: category },
    total_amount: moneyOf(accrual),
    container_fees: { fees: category === 'CONTAINER_FEES' ? [fee] : [] },
    item_fees: { fees: category === 'ITEM' ? [{ sku, fees: [fee] }] : [] },
    ...(category === 'NON_ITEM' ? { non_item_fee: fee } : {}),
    posting: {
      delivery_schema: 'FBS',
      delivery_speed: 0,
      products:
        category === 'POSTING'
          ? [
              {
                sku,
                commission: {
                  ...{ sale_amount: nothing(currency), commission: nothing(currency) },
                  ...{ commission_ratio: '0' },
                },
                delivery: { services: [fee], total_accrued: fee.accrued },
              },
            ]
          : [],
    },
  };
}
