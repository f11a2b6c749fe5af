import type { PersonId } from '@sinau/kernel';
import { type Attendance, isIn, type Meeting } from './community.ts';
import {
  CommunityChanged,
  CommunityFull,
  CommunityNotFound,
  CommunityNotNow,
  MeetingUnfit,
} from './errors.ts';
import type { CommunityDeps } from './lead.ts';
import { type AskedMeeting, ledMeeting } from './meet.ts';

/** More names than that are an event. */
export const mostNames = 100;

/** What a facilitator says of a meeting. */
export interface MeetingRecord {
  readonly minutes: string;
  readonly present: readonly PersonId[];
  /** Who stood there as present when the facilitator looked: nobody else is marked as absent, as some may have scanned the code meanwhile. */
  readonly shown: readonly PersonId[];
  /** Of those who were there: who led it or spoke. Whoever writes it down may name themselves. */
  readonly taught: readonly PersonId[];
  /** Why somebody who scanned the code was not there; required for that. */
  readonly reason?: string;
}

/** Members may scan the code in the same moment. */
const rounds = 20;

/**
 * Minutes and who was there, as a facilitator says; once it has begun, and while it is not closed. Each of them has to say so as well. `recorded`: of
 * the record that was read.
 */
export async function recordMeeting(
  deps: CommunityDeps,
  input: AskedMeeting & MeetingRecord & { readonly recorded: number },
): Promise<void> {
  const present = new Set(input.present);
  if (input.taught.some((personId) => !present.has(personId)))
    throw new MeetingUnfit([{ path: '/taught', message: 'names somebody who was not there' }]);
  for (let round = 0; round < rounds; round += 1) {
    const meeting = await ledMeeting(deps, input);
    const now = deps.clock.now().toISOString();
    if (meeting.state !== 'open' || meeting.startsAt > now) throw new CommunityNotNow();
    const { recorded = 0, minutes: _, ...rest } = meeting;
    if (recorded !== input.recorded) throw new CommunityChanged();
    const attendances = await markedBy(deps, meeting, { by: input.principal.personId, now, ...input });
    const words = input.minutes.trim();
    const minutes = words === '' ? {} : { minutes: words };
    const next = { ...rest, ...minutes, attendances, recorded: recorded + 1, updatedAt: now };
    if ((await deps.communities.saveMeeting(next)) === 'saved') return;
  }
  throw new CommunityChanged();
}

type Marking = Omit<MeetingRecord, 'minutes'> & { readonly by: PersonId; readonly now: string };

/** Marks that change, or that somebody has made for themselves, are of whoever marks now; what people have confirmed stays. */
async function markedBy(
  deps: CommunityDeps,
  meeting: Meeting,
  marking: Marking,
): Promise<readonly Attendance[]> {
  const { by, now } = marking;
  const [present, taught, shown] = [marking.present, marking.taught, marking.shown].map(
    (some) => new Set(some),
  ) as [Set<PersonId>, Set<PersonId>, Set<PersonId>];
  const known = new Map(meeting.attendances.map((one) => [one.personId, one]));
  const people = new Set([...known.keys(), ...present]);
  if (people.size > mostNames) throw new CommunityFull();
  const marked: Attendance[] = [];
  for (const personId of people) {
    const { taughtAt = now, ...before } = known.get(personId) ?? (await firstMark(deps, meeting, personId));
    const cameSince = before.present && !shown.has(personId);
    const isPresent = present.has(personId) || cameSince;
    const stays = before.present === isPresent && (before.markedBy !== personId || cameSince);
    const next = stays ? before : marksOf(before, { isPresent, by, now, reason: marking.reason });
    marked.push({ ...next, ...(taught.has(personId) && { taughtAt }) });
  }
  return marked;
}

function marksOf(
  { override: _, ...before }: Attendance,
  mark: {
    readonly isPresent: boolean;
    readonly by: PersonId;
    readonly now: string;
    readonly reason: string | undefined;
  },
): Attendance {
  const { isPresent: present, by, now, reason } = mark;
  const marked = { ...before, present, markedBy: by, markedAt: now };
  if (present || !before.present || before.way !== 'code') return marked;
  // Both words were there: taking them back is seen, with who did it and why.
  if (reason === undefined) throw new MeetingUnfit([{ path: '/reason', message: 'is needed here' }]);
  return { ...marked, override: { by, at: now, reason } };
}

/** Of somebody who was not on the list: where they are now. By themselves it says that they were not there. */
export async function firstMark(
  { communities, places }: Pick<CommunityDeps, 'communities' | 'places'>,
  { communityId, zone }: Meeting,
  personId: PersonId,
): Promise<Attendance> {
  const member = await communities.findMember(communityId, personId);
  if (!isIn(member)) throw new CommunityNotFound();
  const place = await places.placeOf(personId);
  const { agencyId = member.agencyId } = place ?? {};
  const unsaid = { present: false, markedBy: personId, markedAt: '' };
  return { personId, agencyId, zone: place?.zone ?? zone, ...unsaid };
}
