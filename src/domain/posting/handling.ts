import { z } from 'zod';

/** What a shop may let a seller do with a posting. */
export const ShopOffer = z.enum([
  'ship',
  /** Of some of its goods; the rest waits on. */
  'ship-part',
  'cancel',
  'cancel-units',
  'tracking-number',
  'tell-delivery',
  'label',
  'update-codes',
  'dispute',
]);
export type ShopOffer = z.infer<typeof ShopOffer>;

/** How a posting wants to be handled, shown wherever it is. */
export const PostingTrait = z.enum(['click-and-collect', 'multi-box', 'presortable']);
export type PostingTrait = z.infer<typeof PostingTrait>;

/** What the shop says of a posting besides its status and its goods. */
export const Handling = z.object({
  /** The shop's own word for where in its status it is; "" where there is none. */
  substatus: z.string().max(200),
  /** Null where the shop has not said what may be done. */
  offers: z.array(ShopOffer).nullable(),
  traits: z.array(PostingTrait),
  /** Traits of which this reading says nothing, so that what was known of them stays. */
  unsaid: z.array(PostingTrait),
  /** The company that buys; "" for everybody else. */
  company: z.string().max(300),
});
export type Handling = z.infer<typeof Handling>;

/** A posting of which nothing of this is known. */
export const plainHandling: Handling = { substatus: '', offers: null, traits: [], unsaid: [], company: '' };

/** Something that a person may want to do with a posting. */
export type PostingAct = 'cancel' | 'cancel-units' | 'split' | 'ship-part';

/** Does the shop offer it now? Where the shop has not said, it is asked when it is done. */
export function isOffered(offers: Handling['offers'], act: PostingAct): boolean {
  if (offers === null) return true;
  // What can be packed can be divided; the shop has no word of its own for that.
  return offers.includes(act === 'split' ? 'ship' : act);
}
