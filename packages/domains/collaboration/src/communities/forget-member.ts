import type { PersonId } from '@sinau/kernel';
import type { Meeting, Member } from './community.ts';
import type { CommunityStore } from './ports.ts';

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

/**
 * Takes somebody out of every community. That they were at a meeting stays under their internal id: the JP of the others rest on how many were there.
 * Tells how many rows were changed.
 */
export async function forgetMember(communities: CommunityStore, personId: PersonId): Promise<number> {
  let changed = 0;
  for (const member of await communities.ofPerson(personId)) {
    if (member.state === 'left') continue;
    const { unitId: _, by: _by, ...rest } = member;
    const outcome = await communities.saveMember({ ...rest, role: 'member', state: 'left' });
    if (outcome === 'saved') changed += 1;
  }
  return changed;
}
