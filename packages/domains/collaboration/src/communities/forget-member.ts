import type { PersonId } from '@sinau/kernel';
import { erasedWords } from '../forget-person.ts';
import type { Meeting, Member } from './community.ts';
import { CommunityChanged } from './errors.ts';
import type { CommunityStore, MeetingPlace } from './ports.ts';

/** What somebody is in, with the meetings they were at. */
export async function memberIn(
  communities: CommunityStore,
  personId: PersonId,
): Promise<readonly { readonly member: Member; readonly meetings: readonly Meeting[] }[]> {
  const members = await communities.ofPerson(personId);
  return Promise.all(
    members.map(async (member) => {
      const all = await communities.meetingsOf(member.communityId);
      const isThere = ({ attendances }: Meeting) => attendances.some((one) => one.personId === personId);
      return { member, meetings: all.filter(isThere) };
    }),
  );
}

/** How much `forgetMember` would change now. */
export async function countForgettable(communities: CommunityStore, personId: PersonId): Promise<number> {
  const own = await memberIn(communities, personId);
  return own.reduce(
    (sum, { member, meetings }) =>
      sum +
      (member.state === 'left' ? 0 : 1) +
      meetings.filter((meeting) => isToldOf(meeting, personId)).length,
    0,
  );
}

/**
 * Takes somebody out of every community, and the words about why they were taken out of meetings. That they were at a meeting stays under their internal id: the JP of the others
 * rest on how many were there. Tells how many rows were changed.
 */
export async function forgetMember(communities: CommunityStore, personId: PersonId): Promise<number> {
  let changed = 0;
  for (const { member, meetings } of await memberIn(communities, personId)) {
    for (const place of meetings) if (await blankReason(communities, place, personId)) changed += 1;
    if (member.state === 'left') continue;
    const { unitId: _, by: _by, ...rest } = member;
    const outcome = await communities.saveMember({ ...rest, role: 'member', state: 'left' });
    if (outcome === 'saved') changed += 1;
  }
  return changed;
}

const isToldOf = ({ attendances }: Meeting, personId: PersonId): boolean =>
  attendances.some((one) => one.personId === personId && one.override && one.override.reason !== erasedWords);

/** Others may scan or be marked in the same moment. */
const rounds = 20;

/** That a facilitator took them out stays, as it keeps a code from bringing them back. */
async function blankReason(
  communities: CommunityStore,
  { communityId, meetingId }: MeetingPlace,
  personId: PersonId,
): Promise<boolean> {
  for (let round = 0; round < rounds; round += 1) {
    const meeting = await communities.findMeeting({ communityId, meetingId });
    if (!meeting || !isToldOf(meeting, personId)) return false;
    const attendances = meeting.attendances.map((one) =>
      one.personId === personId && one.override
        ? { ...one, override: { ...one.override, reason: erasedWords } }
        : one,
    );
    if ((await communities.saveMeeting({ ...meeting, attendances })) === 'saved') return true;
  }
  throw new CommunityChanged();
}
