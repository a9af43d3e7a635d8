import type { z } from 'zod';
import type { Arrival } from '#domain/chat/reply-window.ts';
import { PostingNumber } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Chat, ChatPort } from '../../chat-port.ts';
import type { ShopAnswer, ShopFailure } from '../../seller-account.ts';
import { SellerAnswer } from '../account/wire.ts';
import type { AccountParts } from '../account-parts.ts';
import type { CallOptions } from '../client.ts';
import { wireId } from '../mapping/wire-id.ts';
import { METHOD } from '../methods.ts';
import { anything } from '../wire/fields.ts';
import { withoutRight } from '../without-right.ts';
import { chatFromWire, messageFromWire } from './from-wire.ts';
import {
  ChatSentAnswer,
  ChatStartedAnswer,
  ChatsAnswer,
  HistoryAnswer,
  OrderPostingsAnswer,
  WireChat,
  WireMessage,
} from './wire.ts';

const AT_ONCE = 100;
/** A shop that goes on naming another page is not followed for ever. */
const PAGES = 5;
const HOUR_MS = 3_600_000;
const YEAR_MS = 364 * 24 * HOUR_MS;
/** When a parcel came is found out to the day, h: Ozon only lists what changed since a moment. */
const STEPS_H = [72, 48, 24];

/** `/v3/chat/*`, `/v1/chat/*`, `/v2/chat/read`. */
export function chatMethods({ client, now }: AccountParts): ChatPort {
  const reading = (signal: AbortSignal | undefined): CallOptions => ({
    ...{ effect: 'repeatable', urgency: 'screen', signal },
  });
  const once = (signal: AbortSignal | undefined): CallOptions => ({
    ...{ effect: 'once', urgency: 'screen', signal },
  });

  return {
    async mayWrite(signal) {
      const answer = await call(METHOD.seller, {}, SellerAnswer, reading(signal));
      if (!answer.ok) return answer;
      const { type } = answer.value.subscription;
      if (type === '' || type === 'UNKNOWN') return ok(null);
      return ok(type === 'PREMIUM_PLUS' || type === 'PREMIUM_PRO');
    },

    async listChats({ isUnreadOnly }, signal) {
      const chats: Chat[] = [];
      let cursor = '';
      for (let page = 0; ; page += 1) {
        const body = {
          filter: { chat_status: 'ALL', unread_only: isUnreadOnly },
          limit: AT_ONCE,
          ...(cursor === '' ? {} : { cursor }),
        };
        const answer = await call(METHOD.chats, body, ChatsAnswer, reading(signal));
        if (!answer.ok) return answer;
        const { has_next, cursor: next, total_unread_count: unread } = answer.value;
        chats.push(...eachRead(answer.value.chats, WireChat).map(chatFromWire));
        const hasNext = has_next && next !== '' && next !== cursor;
        if (!hasNext || page + 1 >= PAGES) return ok({ chats, unread, isAll: !has_next });
        cursor = next;
      }
    },

    async countUnread(signal) {
      const body = { filter: { chat_status: 'ALL', unread_only: true }, limit: 1 };
      const options = { ...reading(signal), urgency: 'background' } as const;
      const answer = await call(METHOD.chats, body, ChatsAnswer, options);
      return answer.ok ? ok(answer.value.total_unread_count) : answer;
    },

    async getHistory(chat, { before, size }, signal) {
      const limit = before === null ? size : size + 1;
      const from = before === null ? {} : { from_message_id: wireId(before) };
      const body = { chat_id: chat, direction: 'Backward', limit, ...from };
      const answer = await call(METHOD.chatHistory, body, HistoryAnswer, reading(signal));
      if (!answer.ok) return answer;
      const rows = eachRead(answer.value.messages, WireMessage);
      return ok({
        // The message that it begins with comes again.
        messages: rows.filter(({ message_id }) => message_id !== before).map(messageFromWire),
        order: rows.find(({ context }) => context.order_number !== '')?.context.order_number ?? '',
        hasMore: answer.value.has_next,
        unread: answer.value.messages.length - rows.length,
      });
    },

    async getOrder(order, signal) {
      const postings = await postingsOf(order, null, signal);
      if (!postings.ok) return postings;
      const numbers = postings.value.flatMap(({ posting_number }) => {
        const number = PostingNumber.safeParse(posting_number);
        return number.success ? [number.data] : [];
      });
      const arrival = await arrivalOf(order, postings.value, signal);
      return arrival.ok ? ok({ postings: numbers, arrival: arrival.value }) : arrival;
    },

    async start(posting, signal) {
      const body = { posting_number: posting };
      const answer = await call(METHOD.chatStart, body, ChatStartedAnswer, once(signal));
      return answer.ok ? ok(answer.value.result.chat_id) : answer;
    },

    async sendText(chat, text, signal) {
      return took(await call(METHOD.chatText, { chat_id: chat, text }, ChatSentAnswer, once(signal)));
    },

    async sendFile(chat, { name, bytes }, signal) {
      const body = { chat_id: chat, base64_content: Buffer.from(bytes).toString('base64'), name };
      return took(await call(METHOD.chatFile, body, ChatSentAnswer, once(signal)));
    },

    async markRead(chat, upTo, signal) {
      const body = { chat_id: chat, from_message_id: wireId(upTo) };
      const answer = await call(METHOD.chatRead, body, anything, reading(signal));
      return answer.ok ? ok(undefined) : answer;
    },
  };

  /** Writing needs a subscription that the key knows nothing of: a 403 here says nothing of the key itself. */
  async function call<Schema extends z.ZodType>(
    method: string,
    body: object,
    schema: Schema,
    options: CallOptions,
  ): ShopAnswer<z.output<Schema>> {
    return withoutRight(await client.call(method, body, schema, options));
  }

  async function postingsOf(
    order: string,
    changedSince: number | null,
    signal: AbortSignal | undefined,
  ): ShopAnswer<z.output<typeof OrderPostingsAnswer>['postings']> {
    const iso = (at: number) => new Date(at).toISOString();
    const to = iso(now() + 24 * HOUR_MS);
    const changed =
      changedSince === null ? {} : { last_changed_status_date: { from: iso(changedSince), to } };
    const body = {
      filter: { since: iso(now() - YEAR_MS), to, order_numbers: [order], ...changed },
      ...{ sort_dir: 'ASC', limit: AT_ONCE },
    };
    const answer = await call(METHOD.changes, body, OrderPostingsAnswer, reading(signal));
    return answer.ok ? ok(answer.value.postings) : answer;
  }

  /** Ozon says that a parcel has come, and not when: what changed in the last three, two and one days is asked for. */
  async function arrivalOf(
    order: string,
    postings: z.output<typeof OrderPostingsAnswer>['postings'],
    signal: AbortSignal | undefined,
  ): ShopAnswer<Arrival> {
    const kept = postings.filter(({ status }) => !status.startsWith('cancelled'));
    if (kept.length === 0) return ok({ kind: 'unknown' });
    if (kept.some(({ status }) => status !== 'delivered')) return ok({ kind: 'not-yet' });
    const at = now();
    let to = at;
    for (const hours of [...STEPS_H].reverse()) {
      const from = at - hours * HOUR_MS;
      const changed = await postingsOf(order, from, signal);
      if (!changed.ok) return changed;
      if (changed.value.some(({ status }) => status === 'delivered'))
        return ok({ kind: 'between', from, to });
      to = from;
    }
    return ok({ kind: 'between', from: Number.MIN_SAFE_INTEGER, to });
  }
}

/** A word other than success may stand for anything. */
function took(answer: Result<z.output<typeof ChatSentAnswer>, ShopFailure>): Result<void, ShopFailure> {
  if (!answer.ok) return answer;
  const word = answer.value.result;
  return word === '' || word === 'success'
    ? ok(undefined)
    : err({ code: 'unknown', detail: `the shop says ${word.slice(0, 100)}` });
}

function eachRead<Row>(items: readonly unknown[], schema: z.ZodType<Row>): readonly Row[] {
  return items.flatMap((item) => {
    const read = schema.safeParse(item);
    return read.success ? [read.data] : [];
  });
}
