import type { TeachingShared } from '@sinau/domain-events';
import { type Attendance, isSure, lengthOf, type Meeting, meetingDay, ruleFor } from './community.ts';

/**
 * What those who led a meeting, or spoke there, have given to a community: of everybody an equal part of its length. Told once it is closed, and taken
 * back when it is opened again or cancelled, or when what it rested on is.
 */
export function meetingTeaching(before: Meeting | undefined, after: Meeting): readonly TeachingShared[] {
  const [was, is] = [toldOf(before), toldOf(after)];
  const gone = [...was.values()].filter(({ shareId }) => !is.has(shareId));
  const come = [...is.values()].filter(({ shareId, minutes }) => was.get(shareId)?.minutes !== minutes);
  const facts = [
    ...gone.map((one) => ({ ...one, withdrawn: true })),
    ...come.map((one) => ({ ...one, withdrawn: false })),
  ];
  return facts.map((fact) => ({
    ...fact,
    ...{ eventId: `teaching-shared:${fact.shareId}:${after.rev}`, type: 'teaching-shared' },
    ...{ occurredAt: after.updatedAt, revision: after.rev },
  }));
}

type Told = Omit<TeachingShared, 'eventId' | 'type' | 'occurredAt' | 'revision' | 'withdrawn'>;

function toldOf(meeting: Meeting | undefined): ReadonlyMap<string, Told> {
  if (meeting?.state !== 'closed') return new Map();
  const { meetingId, zone, topic } = meeting;
  const named = taughtIn(meeting);
  const about = {
    ...{ form: 'community' as const, title: topic.slice(0, 300), on: meetingDay(meeting, zone) },
    minutes: Math.floor(lengthOf(meeting) / Math.max(named.length, 1)),
  };
  const told = named
    .filter((one) => about.minutes > 0 && isVouched(meeting, one))
    .map(({ personId, agencyId }) => ({
      ...{ shareId: `community-${meetingId}-${personId}`, personId, agencyId, ...about },
    }));
  return new Map(told.map((one) => [one.shareId, one]));
}

/** Who led it or spoke there, as a facilitator says. */
export const taughtIn = ({ attendances }: Pick<Meeting, 'attendances'>): readonly Attendance[] =>
  attendances.filter(({ present, taughtAt }) => present && taughtAt !== undefined);

/**
 * Nobody teaches by their own word alone. Either a facilitator and they themselves have said that they were there; or, of a facilitator who has marked
 * themselves, as many others as a meeting needs have said that they were there after the meeting named who led it.
 */
function isVouched(meeting: Meeting, one: Attendance): boolean {
  if (isSure(one)) return true;
  if (one.markedBy !== one.personId || one.taughtAt === undefined) return false;
  const since = one.taughtAt;
  const witnesses = meeting.attendances.filter(
    (other) => other.personId !== one.personId && isSure(other) && (other.confirmedAt ?? '') >= since,
  );
  return witnesses.length >= ruleFor(meeting).leastPeople;
}
