import type { ChatHistoryView } from '#contract/chat-procedures.ts';
import type { Language } from '#contract/language.ts';
import { formatDistance, formatMoment } from '../texts/format.ts';
import { say } from '../texts/texts.ts';

/** Whether one may write in a chat, and the sentence that says why or until when. */
export function writingNote(
  { writing, window }: Pick<ChatHistoryView, 'writing' | 'window'>,
  { language, now }: { readonly language: Language; readonly now: number },
): { readonly mayWrite: boolean; readonly text: string } {
  if (writing === 'no-premium') return { mayWrite: false, text: say('chat.noPremium') };
  switch (window.state) {
    case 'closed':
      return {
        mayWrite: false,
        text: say('chat.over', { when: formatMoment(language, window.since, now) }),
      };
    case 'perhaps':
      return { mayWrite: true, text: say('chat.perhaps') };
    case 'open': {
      if (window.sureUntil === null) return { mayWrite: true, text: say('chat.notCome') };
      const when = formatMoment(language, window.sureUntil, now);
      const distance = formatDistance(window.sureUntil, now);
      const key = window.why === 'buyer-wrote' ? 'chat.buyerWrote' : 'chat.justCome';
      return { mayWrite: true, text: say(key, { when, distance }) };
    }
  }
}
