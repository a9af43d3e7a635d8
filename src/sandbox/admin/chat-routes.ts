import { z } from 'zod';
import { chatOf, writeMessage } from '../chat/write-message.ts';
import { setSubstatus } from '../postings/posting-status.ts';
import { subscriptions } from '../world/world.ts';
import { type AdminRoute, done, refuse, withBody } from './admin-route.ts';

const HOUR_MS = 3_600_000;
const ago = z.number().min(0).default(0);
const messageSchema = z.object({
  text: z.string().default('Здравствуйте, когда отправите?'),
  by: z.enum(['Customer', 'Seller', 'Crm']).default('Customer'),
  isImage: z.boolean().default(false),
  hoursAgo: ago,
});

/** Routes by which buyers write, parcels arrive and a seller pays for Premium. */
export const chatRoutes: readonly AdminRoute[] = [
  {
    verb: 'POST',
    path: '/admin/postings/:number/message',
    run: withBody(messageSchema, ({ text, by, isImage, hoursAgo }, { shop, params }) => {
      const world = shop.world();
      const posting = world.postings.get(params.number ?? '');
      if (posting === undefined) return refuse(404, 'no such posting');
      const at = shop.now() - hoursAgo * HOUR_MS;
      const chat = chatOf(world, posting.number, at);
      const message = writeMessage(world, chat, { author: by, at, data: [text], isImage });
      return done({ chat: chat.id, message });
    }),
  },
  {
    verb: 'POST',
    path: '/admin/postings/:number/arrived',
    run: withBody(z.object({ hoursAgo: ago }), ({ hoursAgo }, { shop, params }) => {
      const posting = shop.world().postings.get(params.number ?? '');
      if (posting === undefined) return refuse(404, 'no such posting');
      posting.status = 'delivered';
      setSubstatus(posting, 'posting_received', shop.now() - hoursAgo * HOUR_MS);
      return done({ posting: posting.number });
    }),
  },
  {
    verb: 'GET',
    path: '/admin/chats',
    run: ({ shop }) => done({ chats: [...shop.world().chats.values()] }),
  },
  {
    verb: 'POST',
    path: '/admin/chats/:id/status',
    run: withBody(z.object({ status: z.enum(['OPENED', 'CLOSED']) }), ({ status }, { shop, params }) => {
      const chat = shop.world().chats.get(params.id ?? '');
      if (chat === undefined) return refuse(404, 'no such chat');
      chat.status = status;
      return done({ chat: chat.id, status });
    }),
  },
  {
    verb: 'POST',
    path: '/admin/subscription',
    run: withBody(z.object({ type: z.enum(subscriptions) }), ({ type }, { shop }) => {
      shop.world().subscription = type;
      return done({ type });
    }),
  },
];
