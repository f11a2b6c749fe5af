import type { PairStore } from '@sinau/collaboration';
import {
  type Community,
  type CommunityId,
  type CommunityStore,
  isLeaderless,
  leadersOf,
  type Meeting,
  type MeetingId,
  meetingShareId,
} from '@sinau/collaboration/communities';
import { followAttendance } from '@sinau/credit';
import type { CommunityMeetingChanged, CommunityMemberChanged } from '@sinau/domain-events';
import type { OrganisationStore } from '@sinau/identity';
import type { PersonId } from '@sinau/kernel';
import { type NoticeId, notify } from '@sinau/notifications';
import { placesOf } from '../shared/collaboration-parts.ts';
import type { CreditParts } from '../shared/credit-parts.ts';
import { communityPath } from '../shared/pair-path.ts';
import { sharedAttendancesOf } from '../shared/shared-attendances.ts';
import { holdersOf, type TellDeps, tell } from '../shared/tell.ts';
import { isHere } from './member-here.ts';

interface Deps extends TellDeps {
  readonly pairs: PairStore;
  readonly communities: CommunityStore;
  readonly organisations: OrganisationStore;
  readonly credit: () => Promise<CreditParts>;
}

/** The ledger follows who was at a meeting, and members hear of it. It goes by what is there now. */
export async function followMeeting(deps: Deps, fact: CommunityMeetingChanged): Promise<void> {
  const place = { communityId: fact.communityId as CommunityId, meetingId: fact.meetingId as MeetingId };
  const [community, meeting] = await Promise.all([
    deps.communities.find(place.communityId),
    deps.communities.findMeeting(place),
  ]);
  if (!community || !meeting) return;
  const attendances = sharedAttendancesOf(deps);
  for (const personId of fact.personIds) {
    const of = { personId: personId as PersonId, learningId: meetingShareId(meeting) };
    await followAttendance({ ...(await deps.credit()), attendances }, of);
  }
  await tellOfMeeting(deps, fact, { community, meeting });
}

async function tellOfMeeting(
  deps: Deps,
  fact: CommunityMeetingChanged,
  { community, meeting }: { readonly community: Community; readonly meeting: Meeting },
): Promise<void> {
  const { topic, startsAt, reason, createdBy, state } = meeting;
  const params = { community: community.name, topic, startsAt };
  const link = communityPath(meeting.communityId, meeting.meetingId);
  const isAhead = startsAt > deps.clock.now().toISOString();
  if (fact.change === 'attendance') {
    for (const { personId, present, markedBy, confirmedAt } of meeting.attendances) {
      if (!present || confirmedAt !== undefined || markedBy === personId) continue;
      if (!fact.personIds.includes(personId)) continue;
      // Once a meeting, however often a facilitator writes it down.
      const told = { eventId: `meeting-confirm:${meeting.meetingId}:${personId}`, personId };
      await tell(deps, told, { kind: 'community-step', params: { ...params, step: 'confirm' }, link });
    }
    return;
  }
  const step = fact.change === 'planned' ? ('planned' as const) : ('cancelled' as const);
  if (!isAhead || (step === 'cancelled' && (fact.change !== 'cancelled' || state !== 'cancelled'))) return;
  const said = step === 'cancelled' && reason !== undefined ? { reason } : {};
  // In the inbox alone: a community may meet every week.
  for (const member of await deps.communities.membersOf(community.communityId)) {
    if (member.personId === createdBy || !(await isHere(deps, community, member))) continue;
    const noticeId = `${fact.eventId}:${member.personId}` as NoticeId;
    const content = { kind: 'community-step', params: { ...params, ...said, step }, link } as const;
    await notify(deps, { ...content, personId: member.personId, noticeId });
  }
}

/** Who leads it hears who asks, whoever has asked what was decided, and whoever begins to lead it that they do. What somebody did themselves they have seen. */
export async function tellOfMember(deps: Deps, fact: CommunityMemberChanged): Promise<void> {
  const communityId = fact.communityId as CommunityId;
  const personId = fact.personId as PersonId;
  const [community, member] = await Promise.all([
    deps.communities.find(communityId),
    deps.communities.findMember(communityId, personId),
  ]);
  if (!community || member?.state !== fact.state) return;
  if (fact.lead === 'ends') await tellOffice(deps, fact, community);
  const about = { community: community.name };
  const link = communityPath(communityId);
  if (fact.state === 'asked') {
    const name = (await deps.people.find(personId))?.name ?? '–';
    const params = { ...about, step: 'asked' as const, name };
    const all = await deps.communities.membersOf(communityId);
    for (const one of await leadersOf({ places: placesOf(deps) }, community, all)) {
      const told = { eventId: `${fact.eventId}:${one.personId}`, personId: one.personId };
      await tell(deps, told, { kind: 'community-step', params, link });
    }
    return;
  }
  if (member.by === undefined || (fact.state !== 'in' && fact.state !== 'refused')) return;
  const params = { ...about, step: fact.lead === 'begins' ? ('leads' as const) : fact.state };
  await tell(deps, fact, { kind: 'community-step', params, link });
}

/** Nobody leads it any more, as after an erasure: administrators name somebody. Whoever goes by themselves leaves somebody behind, unless they lead nothing there any more. */
async function tellOffice(deps: Deps, fact: CommunityMemberChanged, community: Community): Promise<void> {
  const all = await deps.communities.membersOf(community.communityId);
  if (!(await isLeaderless({ places: placesOf(deps) }, community, all))) return;
  const home = { kind: 'agency', agencyId: community.agencyId } as const;
  for (const personId of await holdersOf(deps, home, 'agency-admin')) {
    const told = { eventId: `${fact.eventId}:office:${personId}`, personId };
    const params = { community: community.name, step: 'leaderless' as const };
    await tell(deps, told, { kind: 'community-step', params, link: '/agency/coaching' });
  }
}
