import type { FieldIssue, PersonId, PersonPrincipal } from '@sinau/kernel';
import {
  type Attendance,
  type Community,
  type CommunityId,
  isIn,
  isSure,
  lengthOf,
  type Meeting,
  type MeetingId,
  ruleFor,
} from './community.ts';
import {
  CommunityChanged,
  CommunityFull,
  CommunityNotFound,
  CommunityNotNow,
  MeetingIncomplete,
  MeetingUnfit,
} from './errors.ts';
import { type CommunityDeps, ledCommunity, seenCommunity } from './lead.ts';
import type { MeetingPlace } from './ports.ts';

/** More names than that are an event. */
export const mostNames = 100;

export interface MeetingTerms {
  readonly topic: string;
  /** ISO 8601 UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place?: string;
  readonly link?: string;
}

interface Asked {
  readonly principal: PersonPrincipal;
  readonly place: MeetingPlace;
}

/** A facilitator plans a meeting, or writes down one that was. */
export async function planMeeting(
  deps: CommunityDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly communityId: CommunityId;
    readonly terms: MeetingTerms;
  },
): Promise<MeetingId> {
  const { community } = await ledCommunity(deps, input);
  if (community.state === 'closed') throw new CommunityNotNow();
  const zone = (await deps.places.placeOf(input.principal.personId))?.zone ?? 'Asia/Jakarta';
  const { terms } = input;
  const now = deps.clock.now().toISOString();
  checkTimes({ ...terms, zone }, now);
  const meetingId = deps.ids.uuid() as MeetingId;
  await keep(deps, {
    ...{ communityId: community.communityId, meetingId, ...terms, zone, attendances: [], state: 'open' },
    ...{ createdBy: input.principal.personId, createdAt: now, updatedAt: now, rev: 0 },
  });
  return meetingId;
}

function checkTimes(meeting: Pick<Meeting, 'startsAt' | 'endsAt' | 'zone'>, now: string): void {
  const { leastMinutes, mostMinutes, confirmedWithin, plannedWithin } = ruleFor(meeting);
  const minutes = lengthOf(meeting);
  const ahead = (Date.parse(meeting.startsAt) - Date.parse(now)) / dayMs;
  const issues: FieldIssue[] = [
    ...(minutes < leastMinutes || minutes > mostMinutes
      ? [{ path: '/endsAt', message: `is not ${leastMinutes} to ${mostMinutes} minutes after the beginning` }]
      : []),
    // Nobody could say any more that they were there.
    ...(!isConfirmable(meeting, now)
      ? [{ path: '/date', message: `is more than ${confirmedWithin} days ago` }]
      : []),
    ...(ahead > plannedWithin
      ? [{ path: '/date', message: `is more than ${plannedWithin} days ahead` }]
      : []),
  ];
  if (issues.length > 0) throw new MeetingUnfit(issues);
}

/** A meeting of a community that the reader may see. */
export async function readMeeting(
  deps: Pick<CommunityDeps, 'communities'>,
  { principal, place }: Asked,
): Promise<{
  readonly community: Community;
  readonly meeting: Meeting;
  readonly isMember: boolean;
  readonly leads: boolean;
}> {
  const { communityId } = place;
  const { community, member } = await seenCommunity(deps, { principal, communityId });
  const meeting = await deps.communities.findMeeting(place);
  const wasThere = meeting?.attendances.some(({ personId }) => personId === principal.personId) === true;
  // What was said is for those who are in it, and for whoever was there.
  if (!meeting || !(isIn(member) || wasThere)) throw new CommunityNotFound();
  return { community, meeting, isMember: isIn(member), leads: isIn(member) && member.role === 'facilitator' };
}

async function ledMeeting(deps: CommunityDeps, { principal, place }: Asked): Promise<Meeting> {
  await ledCommunity(deps, { principal, communityId: place.communityId });
  const meeting = await deps.communities.findMeeting(place);
  if (!meeting) throw new CommunityNotFound();
  return meeting;
}

/** What a facilitator says of a meeting. */
export interface MeetingRecord {
  readonly minutes: string;
  readonly present: readonly PersonId[];
  /** Of those who were there: who led it or spoke. Whoever writes it down may name themselves. */
  readonly taught: readonly PersonId[];
}

/** Minutes and who was there, as a facilitator says; once it has begun, and while it is not closed. Each of them has to say so as well. */
export async function recordMeeting(
  deps: CommunityDeps,
  input: Asked & MeetingRecord & { readonly rev: number },
): Promise<void> {
  const meeting = await ledMeeting(deps, input);
  const now = deps.clock.now().toISOString();
  if (meeting.state !== 'open' || meeting.startsAt > now) throw new CommunityNotNow();
  if (meeting.rev !== input.rev) throw new CommunityChanged();
  const present = new Set(input.present);
  if (input.taught.some((personId) => !present.has(personId)))
    throw new MeetingUnfit([{ path: '/taught', message: 'names somebody who was not there' }]);
  const attendances = await markedBy(deps, meeting, { by: input.principal.personId, now, ...input });
  const { minutes: _, ...rest } = meeting;
  const words = input.minutes.trim();
  await keep(deps, { ...rest, ...(words !== '' && { minutes: words }), attendances, updatedAt: now });
}

/** Marks that change, or that somebody has made for themselves, are of whoever marks now; what people have confirmed stays. */
async function markedBy(
  deps: CommunityDeps,
  meeting: Meeting,
  marking: Omit<MeetingRecord, 'minutes'> & { readonly by: PersonId; readonly now: string },
): Promise<readonly Attendance[]> {
  const { by, now } = marking;
  const [present, taught] = [new Set(marking.present), new Set(marking.taught)];
  const known = new Map(meeting.attendances.map((one) => [one.personId, one]));
  const people = new Set([...known.keys(), ...present]);
  if (people.size > mostNames) throw new CommunityFull();
  const marked: Attendance[] = [];
  for (const personId of people) {
    const { taughtAt = now, ...before } = known.get(personId) ?? (await firstMark(deps, meeting, personId));
    const isPresent = present.has(personId);
    const stays = before.present === isPresent && before.markedBy !== personId;
    const mark = { present: isPresent, markedBy: by, markedAt: now };
    marked.push({ ...before, ...(!stays && mark), ...(taught.has(personId) && { taughtAt }) });
  }
  return marked;
}

/** Of somebody who was not on the list: where they are now. By themselves it says that they were not there. */
async function firstMark(
  { communities, places }: CommunityDeps,
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

/** The reader says that they were there, or that they were not, after a facilitator has said so; also after it was closed. */
export async function confirmAttendance(
  deps: CommunityDeps,
  input: Asked & { readonly present: boolean },
): Promise<void> {
  const { meeting } = await readMeeting(deps, input);
  const { personId } = input.principal;
  const now = deps.clock.now().toISOString();
  const own = meeting.attendances.find((one) => one.personId === personId);
  if (!own?.present || meeting.state === 'cancelled' || !isConfirmable(meeting, now))
    throw new CommunityNotNow();
  // Said already.
  if (input.present === (own.confirmedAt !== undefined)) return;
  const said = { personId, present: input.present, at: now };
  if ((await deps.communities.confirm(input.place, said)) !== 'saved') throw new CommunityChanged();
}

const dayMs = 86_400_000;
export const isConfirmable = (meeting: Pick<Meeting, 'startsAt' | 'endsAt' | 'zone'>, now: string): boolean =>
  Date.parse(now) <= Date.parse(meeting.endsAt) + ruleFor(meeting).confirmedWithin * dayMs;

/** What is missing before a meeting can be closed. */
export function lacksOf(meeting: Meeting, now: string): MeetingIncomplete['lacks'] {
  const { leastPeople, leastMinutesText } = ruleFor(meeting);
  return [
    ...(meeting.endsAt > now ? (['over'] as const) : []),
    ...((meeting.minutes ?? '').length < leastMinutesText ? (['minutes'] as const) : []),
    ...(meeting.attendances.filter(isSure).length < leastPeople ? (['people'] as const) : []),
  ];
}

/** From then on those who were there have JP of it, and those of them who led it or spoke have taught. */
export async function closeMeeting(deps: CommunityDeps, asked: Asked): Promise<void> {
  const meeting = await ledMeeting(deps, asked);
  const now = deps.clock.now().toISOString();
  if (meeting.state !== 'open') throw new CommunityNotNow();
  const lacks = lacksOf(meeting, now);
  if (lacks.length > 0) throw new MeetingIncomplete(lacks, ruleFor(meeting).leastPeople);
  const { reason: _, ...rest } = meeting;
  await keep(deps, { ...rest, closedBy: asked.principal.personId, state: 'closed', updatedAt: now });
}

/** Opens it again to mend something, or cancels it, with a reason; what it gave goes with it. */
export async function undoMeeting(
  deps: CommunityDeps,
  input: Asked & { readonly to: 'open' | 'cancelled'; readonly reason: string },
): Promise<void> {
  const meeting = await ledMeeting(deps, input);
  if (meeting.state === input.to || meeting.state === 'cancelled') throw new CommunityNotNow();
  const { closedBy: _, ...rest } = meeting;
  const updatedAt = deps.clock.now().toISOString();
  await keep(deps, { ...rest, state: input.to, reason: input.reason, updatedAt });
}

async function keep({ communities }: CommunityDeps, next: Meeting): Promise<void> {
  if ((await communities.saveMeeting(next)) !== 'saved') throw new CommunityChanged();
}
