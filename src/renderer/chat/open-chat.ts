import { create } from 'zustand';
import { openAfterSaleTab } from '../after-sale/after-sale-tab.ts';
import { openScreen } from '../app/screens.ts';

/** Which chat is open; null for none. */
export const useOpenChat = create<{ readonly chat: string | null }>()(() => ({ chat: null }));

/** Opens a chat, wherever the window is. */
export function openChat(chat: string | null): void {
  useOpenChat.setState({ chat });
  if (chat === null) return;
  openAfterSaleTab('chats');
  openScreen('after-sale');
}
