import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { METHOD } from '../methods.ts';
import { accountAt, hangUp, json, raw, type ScriptedShop, startScriptedShop } from '../scripted-shop.ts';

const driver = {
  ...{ name: 'Иванов Иван', phone: '+79991234567', plate: 'А123БВ 777', model: 'ГАЗель' },
  takesReturns: true,
};
const wire = (id: number, over: object = {}) => ({
  ...{ arrival_pass_id: id, arrival_reasons: ['FBS_DELIVERY', 'FBS_RETURN'], is_active: true },
  ...{ driver_name: 'ИВАНОВ ИВАН', driver_phone: '+7', vehicle_license_plate: 'А123БВ777' },
  ...{ vehicle_model: 'ГАЗель', arrival_time: '2026-11-24T10:00:00Z' },
  ...over,
});
const carriage = (...ids: number[]) =>
  json({
    carriage_id: 900,
    status: 'sended',
    arrival_pass_ids: ids,
    available_actions: ['set_arrival_passes'],
  });

let shop: ScriptedShop;
beforeEach(async () => {
  shop = await startScriptedShop();
});
afterEach(() => shop.close());

const passes = () => accountAt(shop).passes;

describe('a gate pass', () => {
  it('is listed for its handover alone', async () => {
    shop.answer(METHOD.carriage, carriage(6));
    shop.answer(METHOD.passes, json({ arrival_passes: [wire(6), wire(7)], cursor: '' }));
    expect(await passes().listPasses('900')).toMatchObject({
      value: { mayAdd: true, passes: [{ id: '6', isActive: true, driver: { takesReturns: true } }] },
    });
    shop.answer(METHOD.carriage, json({ carriage_id: 900, status: 'new', arrival_pass_ids: null }));
    expect(await passes().listPasses('900')).toEqual({ ok: true, value: { passes: [], mayAdd: false } });
  });

  it('is made with everything the gate wants', async () => {
    shop.answer(METHOD.carriage, carriage());
    shop.answer(METHOD.passCreate, json({ arrival_pass_ids: ['6'] }));
    expect(await passes().createPass('900', driver)).toMatchObject({ ok: true });
    expect(shop.bodies(METHOD.passCreate)).toEqual([
      {
        carriage_id: 900,
        arrival_passes: [
          {
            ...{ driver_name: driver.name, driver_phone: driver.phone, vehicle_model: driver.model },
            ...{ vehicle_license_plate: driver.plate, with_returns: true },
          },
        ],
      },
    ]);
  });

  it('counts where the answer was lost and it is there, and is not made again', async () => {
    shop.answer(METHOD.carriage, carriage(), carriage(6));
    shop.answer(METHOD.passes, json({ arrival_passes: [wire(6)], cursor: '' }));
    shop.answer(METHOD.passCreate, hangUp);
    expect(await passes().createPass('900', driver)).toMatchObject({ ok: true });
    expect(await passes().createPass('900', driver)).toMatchObject({ ok: true });
    expect(shop.bodies(METHOD.passCreate)).toHaveLength(1);
  });

  it('may be asked for again where none is there', async () => {
    shop.answer(METHOD.carriage, carriage());
    shop.answer(METHOD.passCreate, hangUp);
    expect(await passes().createPass('900', driver)).toMatchObject({ error: { code: 'retry' } });
  });

  it('is deleted once, whichever answer is lost', async () => {
    shop.answer(METHOD.passDelete, hangUp);
    shop.answer(METHOD.carriage, carriage(), carriage(6));
    shop.answer(METHOD.passes, json({ arrival_passes: [wire(6)], cursor: '' }));
    expect(await passes().deletePass('900', '6')).toMatchObject({ ok: true });
    expect(await passes().deletePass('900', '6')).toMatchObject({ error: { code: 'retry' } });
    shop.answer(METHOD.passUpdate, raw(200, ''));
    expect(await passes().updatePass('900', '6', driver)).toMatchObject({ ok: true });
  });
});

describe('a courier of the shop’s', () => {
  const plan = (is_pickup_planned: boolean) =>
    json({ result: { warehouses: [{ warehouse_id: 5, warehouse_name: 'A', is_pickup_planned }] } });
  const pickup = () => accountAt(shop).pickup;

  it('is called once, whichever answer is lost', async () => {
    shop.answer(METHOD.pickupPlans, plan(false), plan(true));
    shop.answer(METHOD.pickupCall, hangUp);
    expect(await pickup().setPlanned('5', true)).toMatchObject({ ok: true });
    expect(await pickup().setPlanned('5', true)).toMatchObject({ ok: true });
    expect(shop.bodies(METHOD.pickupCall)).toEqual([{ warehouse_id: 5 }]);
  });

  it('may be asked for again where the plan stands as before', async () => {
    shop.answer(METHOD.pickupPlans, plan(true));
    shop.answer(METHOD.pickupCallOff, hangUp);
    expect(await pickup().setPlanned('5', false)).toMatchObject({ error: { code: 'retry' } });
  });
});
