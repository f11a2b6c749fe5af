import * as z from 'zod';
import { envelope } from './envelope.ts';

/** Somebody has asked to join a community, was let in or not, or has left. From collaboration. */
export const communityMemberChangedSchema = z.object({
  ...envelope,
  type: z.literal('community-member-changed'),
  communityId: z.string(),
  personId: z.string(),
  state: z.enum(['asked', 'in', 'refused', 'left']),
});
export type CommunityMemberChanged = z.infer<typeof communityMemberChangedSchema>;
