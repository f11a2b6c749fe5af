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
    membersOf: async (communityId) => [...members.values()].filter((one) => one.communityId === communityId),
    ofPerson: async (personId) => [...members.values()].filter((one) => one.personId === personId),
    findMeeting: async ({ communityId, meetingId }) => {
      const found = meetings.get(meetingId);
      return found?.communityId === communityId ? found : undefined;
    },
    saveMeeting: (next) => save(meetings, next.meetingId, next),
    meetingsOf: async (communityId) =>
      [...meetings.values()].filter((one) => one.communityId === communityId),
  };
}
