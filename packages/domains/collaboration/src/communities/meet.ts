import type { FieldIssue, PersonPrincipal } from '@sinau/kernel';
import {
  type Community,
  type CommunityId,
  isInside,
  isSure,
  leads,
  lengthOf,
  type Meeting,
  type MeetingId,
  ruleFor,
} from './community.ts';
import {
  CommunityChanged,
  CommunityNotFound,
  CommunityNotNow,
  MeetingIncomplete,
  MeetingUnfit,
} from './errors.ts';
import { type CommunityDeps, ledCommunity, seenCommunity } from './lead.ts';
import type { MeetingPlace } from './ports.ts';

export interface MeetingTerms {
  readonly topic: string;
  /** ISO 8601 UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place?: string;
  readonly link?: string;
}

export interface AskedMeeting {
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
  await keepMeeting(deps, {
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
  { principal, place }: AskedMeeting,
): Promise<{
  readonly community: Community;
  readonly meeting: Meeting;
  /** Files are for them. */
  readonly isInside: boolean;
  readonly leads: boolean;
}> {
  const { communityId } = place;
  const { community, member } = await seenCommunity(deps, { principal, communityId });
  const meeting = await deps.communities.findMeeting(place);
  const wasThere = meeting?.attendances.some(({ personId }) => personId === principal.personId) === true;
  const isThere = isInside(community, member, principal);
  // What was said is for those who are in it now, and for whoever was there.
  if (!meeting || !(isThere || wasThere)) throw new CommunityNotFound();
  return { community, meeting, isInside: isThere, leads: leads(community, member, principal) };
}

export async function ledMeeting(deps: CommunityDeps, { principal, place }: AskedMeeting): Promise<Meeting> {
  await ledCommunity(deps, { principal, communityId: place.communityId });
  const meeting = await deps.communities.findMeeting(place);
  if (!meeting) throw new CommunityNotFound();
  return meeting;
}

/** The reader says that they were there, or that they were not, after a facilitator has said so; also after it was closed. */
export async function confirmAttendance(
  deps: CommunityDeps,
  input: AskedMeeting & { readonly present: boolean },
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
export async function closeMeeting(deps: CommunityDeps, asked: AskedMeeting): Promise<void> {
  const meeting = await ledMeeting(deps, asked);
  const now = deps.clock.now().toISOString();
  if (meeting.state !== 'open') throw new CommunityNotNow();
  const lacks = lacksOf(meeting, now);
  if (lacks.length > 0) throw new MeetingIncomplete(lacks, ruleFor(meeting).leastPeople);
  const { reason: _, ...rest } = meeting;
  await keepMeeting(deps, { ...rest, closedBy: asked.principal.personId, state: 'closed', updatedAt: now });
}

/** Opens it again to mend something, or cancels it, with a reason; what it gave goes with it. */
export async function undoMeeting(
  deps: CommunityDeps,
  input: AskedMeeting & { readonly to: 'open' | 'cancelled'; readonly reason: string },
): Promise<void> {
  const meeting = await ledMeeting(deps, input);
  if (meeting.state === input.to || meeting.state === 'cancelled') throw new CommunityNotNow();
  const { closedBy: _, ...rest } = meeting;
  const updatedAt = deps.clock.now().toISOString();
  await keepMeeting(deps, { ...rest, state: input.to, reason: input.reason, updatedAt });
}

export async function keepMeeting({ communities }: CommunityDeps, next: Meeting): Promise<void> {
  if ((await communities.saveMeeting(next)) !== 'saved') throw new CommunityChanged();
}
