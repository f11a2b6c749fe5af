import { type Dynamo, type Item, queryAll, unchangedSince } from '@sinau/platform/dynamo';
import type { CommunityStore, MeetingPlace } from '../communities/ports.ts';
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

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

export function createCommunityStore(door: Door): CommunityStore {
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
    async stepDown(community, next) {
      const rows = [
        { item: toCommunityRow(community), rev: community.rev },
        { item: toMemberRow(next), rev: next.rev },
      ];
      const { outcome } = await dynamo.transactWrite(
        rows.map(({ item, rev }) => ({
          ...{ kind: 'put' as const, table, item: { ...item, rev: rev + 1 } },
          // As they were read: closes the race of two who each see the other one lead.
          condition: unchangedSince(rev),
        })),
      );
      return outcome === 'done' ? 'saved' : 'conflict';
    },
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
    confirm: (place, said) => confirm(door, place, said),
    async meetingsOf(communityId) {
      const partition = communityPartition(communityId);
      const rows = await queryAll(door, { partition, sort: { prefix: meetingPrefix }, consistent: true });
      return rows.map(readMeetingRow);
    },
  };
}

/** Each further try meets a facilitator who has put the list in another order in between. */
const mostTries = 5;

/** Writes one entry of the list and not the list, so that everybody who was there can say so in the same second. */
async function confirm(
  { dynamo, table }: Door,
  place: MeetingPlace,
  { personId, present, at }: Parameters<CommunityStore['confirm']>[1],
): Promise<'saved' | 'conflict'> {
  const key = meetingKey(place);
  for (let n = 0; n < mostTries; n += 1) {
    const row = await dynamo.get({ table, key, consistent: true });
    const meeting = row && readMeetingRow(row);
    const index = meeting?.attendances.findIndex((one) => one.personId === personId) ?? -1;
    const own = `attendances[${index}]`;
    if (!meeting?.attendances[index]?.present || meeting.state === 'cancelled') return 'conflict';
    const { outcome } = await dynamo.update({
      ...{ table, key },
      update: `SET ${present ? `${own}.confirmedAt = :at, ` : ''}updatedAt = :at, rev = rev + :one${present ? '' : ` REMOVE ${own}.confirmedAt`}`,
      // Still theirs, still marked, and not cancelled: closes the race with facilitators.
      condition: `${own}.personId = :person AND ${own}.#present = :yes AND #state <> :cancelled`,
      names: { '#state': 'state', '#present': 'present' },
      values: { ':at': at, ':one': 1, ':person': personId, ':yes': true, ':cancelled': 'cancelled' },
    });
    if (outcome === 'done') return 'saved';
  }
  return 'conflict';
}
