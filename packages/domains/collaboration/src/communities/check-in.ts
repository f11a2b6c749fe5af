import {
  type CodeDoor,
  changingCode,
  checkInWindow,
  matchCode,
  openTimedToken,
  type PersonId,
  type PersonPrincipal,
  type Signer,
  sealTimedToken,
} from '@sinau/kernel';
import * as z from 'zod';
import { type Attendance, type Community, facilitates, isInside, isSure, type Meeting } from './community.ts';
import {
  CheckInCodeExpired,
  CheckInCodeUnknown,
  CheckInOverridden,
  CheckInShut,
  CommunityChanged,
  CommunityFull,
  CommunityNotFound,
  MembersOnly,
} from './errors.ts';
import { type CommunityDeps, ledCommunity, seenCommunity } from './lead.ts';
import { type AskedMeeting, ledMeeting } from './meet.ts';
import type { MeetingPlace } from './ports.ts';
import { firstMark, mostNames } from './record-meeting.ts';

export interface CheckInDeps extends CommunityDeps {
  readonly signer: Signer;
}

/** Each facilitator's screen shows a code of its own, so that it is known whose word it is. */
const doorOf = ({ communityId, meetingId }: MeetingPlace, by: PersonId) =>
  ({
    ...{ purpose: 'community-check-in', parts: [communityId, meetingId, by], by },
  }) satisfies CodeDoor & { readonly by: PersonId };

/** Whether people can check in now. */
export function isDoorOpen(meeting: Meeting, now: Date): boolean {
  const { from, until } = checkInWindow(meeting);
  const at = now.toISOString();
  return meeting.state === 'open' && from <= at && at < until;
}

/** What the screen of a facilitator shows now. */
export async function showMeetingCode(
  deps: CheckInDeps,
  asked: AskedMeeting,
): Promise<{
  readonly community: Community;
  readonly meeting: Meeting;
  readonly code: string;
  readonly open: boolean;
}> {
  const { principal, place } = asked;
  const { community } = await ledCommunity(deps, { principal, communityId: place.communityId });
  const meeting = await ledMeeting(deps, asked);
  const now = deps.clock.now();
  const code = changingCode(deps.signer, doorOf(place, principal.personId), now);
  return { community, meeting, code, open: isDoorOpen(meeting, now) };
}

const ticketSeconds = 300;
const purpose = 'community-check-in-ticket';
const ticketSchema = z.object({ person: z.string(), meeting: z.string(), by: z.string() });

const meetingName = ({ communityId, meetingId }: MeetingPlace): string => `${communityId} ${meetingId}`;

/**
 * A phone has scanned a code. It has to be one that a facilitator's screen shows now: a picture of it works for those who open it within a minute or so, and then no more. What it gives is
 * bound to the person, so that it opens nothing for anybody else.
 */
export async function openMeetingDoor(
  deps: CheckInDeps,
  { code, ...asked }: AskedMeeting & { readonly code: string },
): Promise<{
  readonly community: Community;
  readonly meeting: Meeting;
  /** `in`: they are checked in already. */
  readonly state: 'in' | 'ready';
  /** What one tap sends: of this person and meeting, for five minutes. */
  readonly ticket: string;
}> {
  const { community, meeting } = await atDoor(deps, asked);
  const { personId } = asked.principal;
  const doors = (await deps.communities.membersOf(community.communityId))
    .filter(facilitates)
    .map((one) => doorOf(asked.place, one.personId));
  const read = matchCode(deps.signer, doors, { code, now: deps.clock.now() });
  if (read.outcome === 'unknown') throw new CheckInCodeUnknown();
  if (read.outcome === 'expired') throw new CheckInCodeExpired();
  const bound = { person: personId, meeting: meetingName(asked.place), by: read.door.by };
  const ticket = sealTimedToken(deps, { purpose, seconds: ticketSeconds }, bound);
  const own = meeting.attendances.find((one) => one.personId === personId);
  return { community, meeting, state: bringsNothing(own, read.door.by) ? 'in' : 'ready', ticket };
}

/** Many check in at once, and each writes the row of the meeting: whoever is not the quickest tries again, as often as there are names, and some more. */
const rounds = mostNames + 20;

/** One tap. Repeated, it is `in` already. */
export async function checkInAtMeeting(
  deps: CheckInDeps,
  { ticket, ...asked }: AskedMeeting & { readonly ticket: string },
): Promise<'checked-in' | 'in'> {
  const bound = ticketSchema.safeParse(openTimedToken(deps, purpose, ticket));
  if (!bound.success) throw new CheckInCodeExpired();
  const { principal, place } = asked;
  const { person, meeting: named, by } = bound.data;
  if (person !== principal.personId || named !== meetingName(place)) throw new CheckInCodeUnknown();
  for (let round = 0; round < rounds; round += 1) {
    const { meeting } = await atDoor(deps, asked);
    const own = meeting.attendances.find((one) => one.personId === principal.personId);
    if (bringsNothing(own, by as PersonId)) return 'in';
    const next = await checkedIn(deps, meeting, { principal, by: by as PersonId });
    if ((await deps.communities.saveMeeting(next)) === 'saved') return 'checked-in';
  }
  throw new CommunityChanged();
}

/** They count already, or it is their own screen once more. Of a facilitator who scanned their own first, the code of another one counts. */
function bringsNothing(own: Attendance | undefined, by: PersonId): boolean {
  if (!own?.present || own.confirmedAt === undefined) return false;
  return isSure(own) || own.markedBy === by;
}

async function checkedIn(
  deps: CheckInDeps,
  meeting: Meeting,
  { principal, by }: { readonly principal: PersonPrincipal; readonly by: PersonId },
): Promise<Meeting> {
  const { personId } = principal;
  const now = deps.clock.now().toISOString();
  const own = meeting.attendances.find((one) => one.personId === personId);
  // A facilitator has said that they were not there, which no code takes back.
  if (own && !own.present) throw new CheckInOverridden();
  if (!own && meeting.attendances.length >= mostNames) throw new CommunityFull();
  const isMarked = own?.present === true && own.markedBy !== personId;
  const marks = isMarked ? {} : { present: true, markedBy: by, markedAt: now, way: 'code' as const };
  const before = own ?? (await firstMark(deps, meeting, personId));
  const next = { ...before, ...marks, confirmedAt: now };
  // In their place: others say so into theirs at the same time.
  const attendances = own
    ? meeting.attendances.map((one) => (one === own ? next : one))
    : [...meeting.attendances, next];
  return { ...meeting, attendances, updatedAt: now };
}

async function atDoor(
  deps: CheckInDeps,
  { principal, place }: AskedMeeting,
): Promise<{ readonly community: Community; readonly meeting: Meeting }> {
  const { community, member } = await seenCommunity(deps, { principal, communityId: place.communityId });
  if (!isInside(community, member, principal)) throw new MembersOnly();
  const meeting = await deps.communities.findMeeting(place);
  if (!meeting) throw new CommunityNotFound();
  if (!isDoorOpen(meeting, deps.clock.now())) throw new CheckInShut();
  return { community, meeting };
}
