import * as z from 'zod';
import { envelope } from './envelope.ts';

/** Somebody has asked to join a community, was let in or not, has left, or leads it from now on. From collaboration. */
export const communityMemberChangedSchema = z.object({
  ...envelope,
  type: z.literal('community-member-changed'),
  communityId: z.string(),
  personId: z.string(),
  state: z.enum(['asked', 'in', 'refused', 'left']),
  /** Somebody made them lead it, or they lead it no more. */
  lead: z.enum(['begins', 'ends']).exactOptional(),
});
export type CommunityMemberChanged = z.infer<typeof communityMemberChangedSchema>;
