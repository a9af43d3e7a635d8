import { z } from 'zod';

/** The first frame of the demo shop's process to main: it listens, and this is how a bench connects to it. */
export const DemoShopReady = z.object({
  demoShop: z.literal('ready'),
  url: z.url(),
  clientId: z.string(),
  apiKey: z.string(),
});
export type DemoShopReady = z.infer<typeof DemoShopReady>;
