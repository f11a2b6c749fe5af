import type { Community, Meeting, Member } from '../communities/community.ts';
import type { CommunityStore } from '../communities/ports.ts';

/** Communities without a table. */
export function memoryCommunityStore(): CommunityStore {
  const communities = new Map<string, Community>();
  const members = new Map<string, Member>();
  const meetings = new Map<string, Meeting>();
  const save = async <Row extends { readonly rev: number }>(
    rows: Map<string, Row>,
    key: string,
    next: Row,
  ): Promise<'saved' | 'conflict'> => {
    if ((rows.get(key)?.rev ?? 0) !== next.rev) return 'conflict';
    rows.set(key, { ...next, rev: next.rev + 1 });
    return 'saved';
  };
  const memberKey = (communityId: string, personId: string) => `${communityId} ${personId}`;
  return {
    find: async (communityId) => communities.get(communityId),
    async found(community, founder) {
      const outcome = await save(communities, community.communityId, community);
      if (outcome === 'saved')
        await save(members, memberKey(community.communityId, founder.personId), founder);
      return outcome;
    },
    save: (next) => save(communities, next.communityId, next),
    listOf: async (agencyId) => [...communities.values()].filter((one) => one.agencyId === agencyId),
    listOpen: async () => [...communities.values()].filter(({ openTo }) => openTo === 'all'),
    findMember: async (communityId, personId) => members.get(memberKey(communityId, personId)),
    saveMember: (next) => save(members, memberKey(next.communityId, next.personId), next),
    async stepDown(community, next) {
      const key = memberKey(next.communityId, next.personId);
      const isRead =
        communities.get(community.communityId)?.rev === community.rev && members.get(key)?.rev === next.rev;
      if (!isRead) return 'conflict';
      await Promise.all([save(members, key, next), save(communities, community.communityId, community)]);
      return 'saved';
    },
    membersOf: async (communityId) => [...members.values()].filter((one) => one.communityId === communityId),
    ofPerson: async (personId) => [...members.values()].filter((one) => one.personId === personId),
    findMeeting: async ({ communityId, meetingId }) => {
      const found = meetings.get(meetingId);
      return found?.communityId === communityId ? found : undefined;
    },
    saveMeeting: (next) => save(meetings, next.meetingId, next),
    async confirm({ communityId, meetingId }, { personId, present, at }) {
      const meeting = meetings.get(meetingId);
      if (meeting?.communityId !== communityId) return 'conflict';
      const own = meeting.attendances.find((one) => one.personId === personId);
      if (!own?.present || meeting.state === 'cancelled') return 'conflict';
      const { confirmedAt: _, ...rest } = own;
      const said = present ? { ...rest, confirmedAt: at } : rest;
      const attendances = meeting.attendances.map((one) => (one === own ? said : one));
      return save(meetings, meetingId, { ...meeting, attendances, updatedAt: at });
    },
    meetingsOf: async (communityId) =>
      [...meetings.values()].filter((one) => one.communityId === communityId),
  };
}
