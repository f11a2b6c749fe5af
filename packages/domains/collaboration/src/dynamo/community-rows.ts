import { type AgencyId, type PersonId, timeZones } from '@sinau/kernel';
import { composeKey, type Item, type Key } from '@sinau/platform/dynamo';
import * as z from 'zod';
import {
  type Community,
  type CommunityId,
  coreValues,
  type Meeting,
  type MeetingId,
  type Member,
  meetingStates,
  memberStates,
} from '../communities/community.ts';
import type { MeetingPlace } from '../communities/ports.ts';
import { id } from './rows.ts';

/** A community with its members and meetings. */
export const communityPartition = (communityId: CommunityId): string => composeKey('COMMUNITY', communityId);
export const communityKey = (communityId: CommunityId): Key => ({
  ...{ pk: communityPartition(communityId), sk: 'COMMUNITY' },
});
export const memberPrefix = 'MEMBER#';
export const communityMemberKey = (communityId: CommunityId, personId: string): Key => ({
  ...{ pk: communityPartition(communityId), sk: composeKey('MEMBER', personId) },
});
export const meetingPrefix = 'MEETING#';
export const meetingKey = ({ communityId, meetingId }: MeetingPlace): Key => ({
  ...{ pk: communityPartition(communityId), sk: composeKey('MEETING', meetingId) },
});
/** gsi1: communities of an agency. */
export const agencyCommunities = (agencyId: string): string => composeKey('COMMUNITIES', agencyId);
/** gsi2: those that are open to all. */
export const openCommunities = 'COMMUNITIES-OPEN';
/** gsi1: what somebody is in. */
export const communitiesOfPerson = (personId: string): string => composeKey('COMMUNITIES-OF', personId);

const text = z.string();
const maybe = text.exactOptional();

const community = z.object({
  ...{ communityId: id<CommunityId>(), agencyId: id<AgencyId>(), name: text, about: text },
  ...{ values: z.array(z.enum(coreValues)).readonly(), openTo: z.enum(['agency', 'all']) },
  ...{ joining: z.enum(['open', 'approval']), state: z.enum(['active', 'closed']) },
  ...{ createdBy: id<PersonId>(), createdAt: text, updatedAt: text, rev: z.number() },
});
export const toCommunityRow = (next: Community): Item => ({
  ...{ ...communityKey(next.communityId), kind: 'community', ...next },
  ...{ gsi1pk: agencyCommunities(next.agencyId), gsi1sk: next.communityId },
  ...(next.openTo === 'all' && { gsi2pk: openCommunities, gsi2sk: next.communityId }),
});
export const readCommunityRow = (row: Item): Community => community.parse(row);

const member = z.object({
  ...{ communityId: id<CommunityId>(), personId: id<PersonId>(), agencyId: id<AgencyId>(), unitId: maybe },
  ...{ role: z.enum(['facilitator', 'member']), state: z.enum(memberStates), since: text },
  ...{ by: id<PersonId>().exactOptional(), rev: z.number() },
});
export const toMemberRow = (next: Member): Item => ({
  ...{ ...communityMemberKey(next.communityId, next.personId), kind: 'community-member', ...next },
  ...{ gsi1pk: communitiesOfPerson(next.personId), gsi1sk: next.communityId },
});
export const readCommunityMember = (row: Item): Member => member.parse(row);
export const isCommunityMemberRow = ({ kind }: Item): boolean => kind === 'community-member';

const attendance = z.object({
  ...{ personId: id<PersonId>(), agencyId: id<AgencyId>(), zone: z.enum(timeZones), present: z.boolean() },
  ...{ markedBy: id<PersonId>(), markedAt: text, confirmedAt: maybe, taughtAt: maybe },
  way: z.literal('code').exactOptional(),
  override: z.object({ by: id<PersonId>(), at: text, reason: text }).exactOptional(),
});
const material = z.object({
  ...{ materialId: text, name: text, sizeBytes: z.number(), pages: z.number(), sha256: text },
  ...{ addedAt: text, addedBy: id<PersonId>() },
});
const meeting = z.object({
  ...{
    communityId: id<CommunityId>(),
    meetingId: id<MeetingId>(),
    topic: text,
    startsAt: text,
    endsAt: text,
  },
  ...{ zone: z.enum(timeZones), place: maybe, link: maybe, minutes: maybe },
  ...{ recorded: z.number().exactOptional(), attendances: z.array(attendance).readonly() },
  ...{ state: z.enum(meetingStates), materials: z.array(material).readonly().exactOptional() },
  ...{ closedBy: id<PersonId>().exactOptional(), reason: maybe },
  ...{ createdBy: id<PersonId>(), createdAt: text, updatedAt: text, rev: z.number() },
});
export const toMeetingRow = (next: Meeting): Item => ({
  ...{ ...meetingKey(next), kind: 'community-meeting', ...next },
});
export const readMeetingRow = (row: Item): Meeting => meeting.parse(row);
export const isMeetingRow = ({ kind }: Item): boolean => kind === 'community-meeting';
