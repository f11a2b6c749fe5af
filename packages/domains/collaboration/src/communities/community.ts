import {
  type AgencyId,
  type Brand,
  type LocalDate,
  localDateOf,
  minutesPerJp,
  type PersonId,
  type TimeZone,
} from '@sinau/kernel';
import { type MeetingRule, meetingRuleOn } from './meeting-rule.ts';

export type CommunityId = Brand<'CommunityId'>;
export type MeetingId = Brand<'CommunityMeetingId'>;

/** The core values (BerAKHLAK, UU 20/2023) that a community is about. */
export const coreValues = [
  ...(['pelayanan', 'akuntabel', 'kompeten', 'harmonis', 'loyal', 'adaptif', 'kolaboratif'] as const),
] as const;
export type CoreValue = (typeof coreValues)[number];

export interface Community {
  readonly communityId: CommunityId;
  /** Whose community it is. */
  readonly agencyId: AgencyId;
  readonly name: string;
  readonly about: string;
  readonly values: readonly CoreValue[];
  /** `all`: people of every agency, which an administrator of its own has allowed. */
  readonly openTo: 'agency' | 'all';
  /** `approval`: a facilitator lets people in. */
  readonly joining: 'open' | 'approval';
  readonly state: 'active' | 'closed';
  readonly createdBy: PersonId;
  /** ISO 8601 UTC, like every moment here. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly rev: number;
}

export const memberStates = ['asked', 'in', 'refused', 'left'] as const;
export type MemberState = (typeof memberStates)[number];

export interface Member {
  readonly communityId: CommunityId;
  readonly personId: PersonId;
  readonly agencyId: AgencyId;
  readonly unitId?: string;
  readonly role: 'facilitator' | 'member';
  readonly state: MemberState;
  readonly since: string;
  /** Who let them in, or out; absent: they themselves. */
  readonly by?: PersonId;
  readonly rev: number;
}

type Present = Member & { readonly state: 'in' };
export const isIn = (member: Member | undefined): member is Present => member?.state === 'in';
/** Who is in it and may be: whoever went to another agency is not inside, unless it is open to every agency. */
export const isInside = (
  { openTo, agencyId }: Community,
  member: Member | undefined,
  reader: { readonly agencyId?: AgencyId },
): boolean => isIn(member) && (openTo === 'all' || reader.agencyId === agencyId);
export const facilitates = (member: Member | undefined): member is Present =>
  isIn(member) && member.role === 'facilitator';
/** Who leads it and may: whoever went where the community is not open leads nothing there any more. */
export const leads = (
  community: Community,
  member: Member | undefined,
  reader: { readonly agencyId?: AgencyId },
): boolean => facilitates(member) && isInside(community, member, reader);

/** Whether somebody was at a meeting: what a facilitator says, and what they say themselves. */
export interface Attendance {
  readonly personId: PersonId;
  /** Where they were then: whose rules and whose day hold. */
  readonly agencyId: AgencyId;
  readonly zone: TimeZone;
  readonly present: boolean;
  readonly markedBy: PersonId;
  readonly markedAt: string;
  /** The person has said so as well. */
  readonly confirmedAt?: string;
  /** They scanned the code that a facilitator's screen showed: both words at once. */
  readonly way?: 'code';
  /** Who has said since that somebody who scanned the code was not there, and why. */
  readonly override?: { readonly by: PersonId; readonly at: string; readonly reason: string };
  /** Since when a facilitator says that they led the meeting or spoke there; absent: they came to learn. */
  readonly taughtAt?: string;
}

/** A file that members get; always a PDF. */
export interface MeetingMaterial {
  readonly materialId: string;
  /** As whoever added it called it; one line. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly pages: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly addedAt: string;
  readonly addedBy: PersonId;
}

export const meetingStates = ['open', 'closed', 'cancelled'] as const;

export interface Meeting {
  readonly communityId: CommunityId;
  readonly meetingId: MeetingId;
  readonly topic: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: TimeZone;
  readonly place?: string;
  /** `https:` address. */
  readonly link?: string;
  /** What was talked about and found. */
  readonly minutes?: string;
  readonly attendances: readonly Attendance[];
  /** Files, oldest first. */
  readonly materials?: readonly MeetingMaterial[];
  /** How often facilitators have written it down: a record is written over the one that was read. */
  readonly recorded?: number;
  readonly state: (typeof meetingStates)[number];
  readonly closedBy?: PersonId;
  /** Why it was opened again or cancelled. */
  readonly reason?: string;
  readonly createdBy: PersonId;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly rev: number;
}

/** Both have said so, and nobody alone for themselves. */
export const isSure = ({ present, confirmedAt, markedBy, personId }: Attendance): boolean =>
  present && confirmedAt !== undefined && markedBy !== personId;

export const lengthOf = ({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>): number =>
  Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);

/** Whole lesson hours that fit in, in hundredths. */
export const hoursOf = (meeting: Pick<Meeting, 'startsAt' | 'endsAt'>): number =>
  Math.floor(lengthOf(meeting) / minutesPerJp) * 100;

export const meetingDay = ({ startsAt }: Pick<Meeting, 'startsAt'>, zone: TimeZone): LocalDate =>
  localDateOf(Date.parse(startsAt), zone);

export const ruleFor = (meeting: Pick<Meeting, 'startsAt' | 'zone'>): MeetingRule =>
  meetingRuleOn(meetingDay(meeting, meeting.zone));

/** How a meeting is called outside of its community. */
export const meetingShareId = ({
  communityId,
  meetingId,
}: Pick<Meeting, 'communityId' | 'meetingId'>): string => `meeting:${communityId}:${meetingId}`;

/** The meeting behind it; undefined for what is none. */
export function meetingOfShare(
  shareId: string,
): { readonly communityId: CommunityId; readonly meetingId: MeetingId } | undefined {
  const [kind, communityId, meetingId, ...rest] = shareId.split(':');
  if (kind !== 'meeting' || !communityId || !meetingId || rest.length > 0) return undefined;
  return { communityId: communityId as CommunityId, meetingId: meetingId as MeetingId };
}
