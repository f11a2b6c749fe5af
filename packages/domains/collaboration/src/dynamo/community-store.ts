import { type Dynamo, type Item, queryAll, unchangedSince } from '@sinau/platform/dynamo';
import type { CommunityStore } from '../communities/ports.ts';
import {
  agencyCommunities,
  communitiesOfPerson,
  communityKey,
  communityMemberKey,
  communityPartition,
  meetingKey,
  meetingPrefix,
  memberPrefix,
  openCommunities,
  readCommunityMember,
  readCommunityRow,
  readMeetingRow,
  toCommunityRow,
  toMeetingRow,
  toMemberRow,
} from './community-rows.ts';

/** `table`: name of the LMS table. */
export function createCommunityStore(door: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): CommunityStore {
  const { dynamo, table } = door;
  const read = async <Row>(
    key: Item | { readonly pk: string; readonly sk: string },
    as: (row: Item) => Row,
  ) => {
    const row = await dynamo.get({ table, key: { pk: key.pk, sk: key.sk }, consistent: true });
    return row && as(row);
  };
  /** As it was read: closes the race of members, facilitators and the office. */
  const save = async (item: Item, rev: number): Promise<'saved' | 'conflict'> => {
    const { outcome } = await dynamo.put({
      ...{ table, item: { ...item, rev: rev + 1 }, condition: unchangedSince(rev) },
    });
    return outcome === 'done' ? 'saved' : 'conflict';
  };
  return {
    find: (communityId) => read(communityKey(communityId), readCommunityRow),
    async found(community, founder) {
      const { outcome } = await dynamo.transactWrite(
        [toCommunityRow(community), toMemberRow(founder)].map((item) => ({
          ...{ kind: 'put' as const, table, item: { ...item, rev: 1 }, condition: unchangedSince(0) },
        })),
      );
      return outcome === 'done' ? 'saved' : 'conflict';
    },
    save: (next) => save(toCommunityRow(next), next.rev),
    async listOf(agencyId) {
      const rows = await queryAll(door, { index: 'gsi1', partition: agencyCommunities(agencyId) });
      return rows.map(readCommunityRow);
    },
    async listOpen() {
      const rows = await queryAll(door, { index: 'gsi2', partition: openCommunities });
      return rows.map(readCommunityRow);
    },
    findMember: (communityId, personId) =>
      read(communityMemberKey(communityId, personId), readCommunityMember),
    saveMember: (next) => save(toMemberRow(next), next.rev),
    async membersOf(communityId) {
      const partition = communityPartition(communityId);
      const rows = await queryAll(door, { partition, sort: { prefix: memberPrefix }, consistent: true });
      return rows.map(readCommunityMember);
    },
    async ofPerson(personId) {
      const rows = await queryAll(door, { index: 'gsi1', partition: communitiesOfPerson(personId) });
      return rows.map(readCommunityMember);
    },
    findMeeting: (place) => read(meetingKey(place), readMeetingRow),
    saveMeeting: (next) => save(toMeetingRow(next), next.rev),
    async meetingsOf(communityId) {
      const partition = communityPartition(communityId);
      const rows = await queryAll(door, { partition, sort: { prefix: meetingPrefix }, consistent: true });
      return rows.map(readMeetingRow);
    },
  };
}
