import type { TeachingShared } from '@sinau/domain-events';
import { lengthOf, type Meeting, meetingDay } from './community.ts';

/** What whoever closes a meeting has given to a community; taken back when it is opened again or cancelled. */
export function meetingTeaching(before: Meeting | undefined, after: Meeting): readonly TeachingShared[] {
  const [was, is] = [toldOf(before), toldOf(after)];
  if (was && is && was.personId === is.personId) return [];
  const facts = [...(was ? [{ ...was, withdrawn: true }] : []), ...(is ? [{ ...is, withdrawn: false }] : [])];
  return facts.map((fact) => ({
    ...fact,
    ...{ eventId: `teaching-shared:${fact.shareId}:${after.rev}`, type: 'teaching-shared' },
    ...{ occurredAt: after.updatedAt, revision: after.rev },
  }));
}

function toldOf(meeting: Meeting | undefined) {
  if (meeting?.state !== 'closed' || !meeting.closedBy || !meeting.closedAgency) return undefined;
  const { meetingId, closedBy: personId, closedAgency: agencyId, zone, topic } = meeting;
  return {
    ...{ shareId: `community-${meetingId}-${personId}`, personId, agencyId, form: 'community' as const },
    ...{ minutes: lengthOf(meeting), on: meetingDay(meeting, zone), title: topic.slice(0, 300) },
  };
}
