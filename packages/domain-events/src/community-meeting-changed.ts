import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A meeting of a community was planned, closed, opened again or cancelled, or what is known of who was there. From collaboration. */
export const communityMeetingChangedSchema = z.object({
  ...envelope,
  type: z.literal('community-meeting-changed'),
  communityId: z.string(),
  meetingId: z.string(),
  /** `attendance`: of `personIds` alone. */
  change: z.enum(['planned', 'closed', 'open', 'cancelled', 'attendance']),
  /** Whose attendance it is about. */
  personIds: z.array(z.string()).readonly(),
});
export type CommunityMeetingChanged = z.infer<typeof communityMeetingChangedSchema>;
