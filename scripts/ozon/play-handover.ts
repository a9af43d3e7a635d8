import type { SellerAccount } from '#station/shop/seller-account.ts';
import { must } from './must.ts';

/** Calls everything that belongs to an approved handover: its lists, its papers, its passes, its acceptance. */
export async function playHandover(
  {
    account,
    admin,
  }: {
    readonly account: SellerAccount;
    readonly admin: (path: string, body: object) => Promise<unknown>;
  },
  {
    id,
    day,
    missing,
  }: {
    readonly id: string;
    readonly day: string;
    /** A posting of it. */
    readonly missing: Parameters<SellerAccount['getPosting']>[0];
  },
): Promise<void> {
  const { carriages, passes, pickup, disputes } = account;
  must(await account.getHandoverBarcode(id));
  must(await carriages.listDay(day));
  must(await carriages.listPostings(id));
  must(await carriages.getBarcodeText(id));
  must(await carriages.getPaper(id, 'cargo-labels'));
  const driver = { name: 'Иванов', phone: '+79991234567', plate: 'А123БВ777', model: 'ГАЗель' };
  must(await passes.createPass(id, { ...driver, takesReturns: true }));
  const [pass] = must(await passes.listPasses(id)).passes;
  must(await passes.updatePass(id, pass?.id ?? '', { ...driver, takesReturns: false }));
  must(await passes.deletePass(id, pass?.id ?? ''));
  const [plan] = must(await pickup.listPlans());
  for (const isPlanned of [true, false]) must(await pickup.setPlanned(plan?.warehouse ?? '', isPlanned));
  must(await pickup.listDays());
  await playCargo({ account, admin }, missing);
  await admin('/admin/acceptance', { carriage: Number(id), missing: [missing] });
  must(await carriages.getPaper(id, 'discrepancies'));
  for (const move of ['dispute', 'back-to-shipping'] as const) must(await disputes.move(missing, move));
}

/** Fills a box with a posting, puts it on a pallet and takes it off, approves it; and takes another one apart. */
async function playCargo(
  { account, admin }: Parameters<typeof playHandover>[0],
  number: Parameters<SellerAccount['getPosting']>[0],
): Promise<void> {
  const { cargo } = account;
  await admin('/admin/trusted-acceptance', {});
  await admin('/admin/timings', { cargoMs: 0 });
  const warehouse = must(await account.getPosting(number)).deliveryMethod.id;
  const [box, pallet] = [
    must(await cargo.createPlace({ warehouse, kind: 'box', isSorted: true })),
    must(await cargo.createPlace({ warehouse, kind: 'pallet', isSorted: false })),
  ];
  for (const isIn of [true, false, true]) must(await cargo.fill(box, number, isIn));
  for (const isOn of [true, false]) must(await cargo.stack(pallet, box, isOn));
  must(await cargo.approve(box));
  must(await cargo.cancel(pallet));
  must(await cargo.listPlaces(0));
  must(await cargo.getLabel(box));
  must(await cargo.getDocument(box));
}
