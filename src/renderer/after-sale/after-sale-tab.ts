import { create } from 'zustand';

/** What comes after the sale, in the order of its tabs. */
export const afterSaleTabs = [
  ...(['returns', 'collecting', 'requests', 'cancellations', 'delivery', 'way'] as const),
  ...(['chats', 'accruals'] as const),
] as const;
export type AfterSaleTab = (typeof afterSaleTabs)[number];

/** Which tab is open, so that other screens can lead to one. */
export const useAfterSaleTab = create<{ readonly tab: AfterSaleTab }>()(() => ({ tab: 'returns' }));

/** Opens a tab. */
export function openAfterSaleTab(tab: AfterSaleTab): void {
  useAfterSaleTab.setState({ tab });
}
