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
  await admin('/admin/acceptance', { carriage: Number(id), missing: [missing] });
  must(await carriages.getPaper(id, 'discrepancies'));
  for (const move of ['dispute', 'back-to-shipping'] as const) must(await disputes.move(missing, move));
}
