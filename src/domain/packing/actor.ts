import { z } from 'zod';
import { ActorId } from '../ids.ts';

/** `packer` packs; `lead` may also override, release and configure. */
export const Role = z.enum(['packer', 'lead']);
export type Role = z.infer<typeof Role>;

/** Whoever is signed in at the bench. */
export const Actor = z.object({ id: ActorId, name: z.string().max(100), role: Role });
export type Actor = z.infer<typeof Actor>;
