import type { AgencyId, PersonPrincipal } from '@sinau/kernel';
import {
  type Community,
  type CommunityId,
  isIn,
  isInside,
  leads,
  type Meeting,
  type Member,
} from './community.ts';
import { type CommunityDeps, leadersOf, seenCommunity } from './lead.ts';

type Deps = Pick<CommunityDeps, 'communities'>;

/** What the reader is in, and what else is open to them; by name. */
export async function listCommunities(
  { communities }: Deps,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<{
  readonly own: readonly { readonly community: Community; readonly member: Member }[];
  readonly others: readonly Community[];
}> {
  const { agencyId, personId } = principal;
  const [members, ours, open] = await Promise.all([
    communities.ofPerson(personId),
    agencyId === undefined ? [] : communities.listOf(agencyId),
    communities.listOpen(),
  ]);
  const live = members.filter(({ state }) => state === 'in' || state === 'asked');
  const own = await Promise.all(
    live.map(async (member) => ({ member, community: await communities.find(member.communityId) })),
  );
  const ownIds = new Set(live.map(({ communityId }) => communityId));
  const others = new Map([...ours, ...open].map((one) => [one.communityId, one]));
  return {
    own: own
      .flatMap(({ member, community }) => (community ? [{ member, community }] : []))
      .toSorted((a, b) => byName(a.community, b.community)),
    others: [...others.values()]
      .filter(({ communityId, state }) => state === 'active' && !ownIds.has(communityId))
      .toSorted(byName),
  };
}

const byName = (a: Community, b: Community): number => a.name.localeCompare(b.name, 'id');

export interface SeenCommunity {
  readonly community: Community;
  /** What the reader is in it. */
  readonly member: Member | undefined;
  /** Who leads it now; anybody who sees it may know. */
  readonly facilitators: readonly Member[];
  readonly count: number;
  /** For those who are in it now: who else is in it, and for whoever leads it who waits for a facilitator. */
  readonly members: readonly Member[];
  readonly asked: readonly Member[];
  /** For those who are in it now, the last first. */
  readonly meetings: readonly Meeting[];
}

export async function readCommunity(
  deps: Pick<CommunityDeps, 'communities' | 'places'>,
  asked: { readonly principal: PersonPrincipal; readonly communityId: CommunityId },
): Promise<SeenCommunity> {
  const { community, member } = await seenCommunity(deps, asked);
  const { communityId } = community;
  const isThere = isInside(community, member, asked.principal);
  const [all, meetings] = await Promise.all([
    deps.communities.membersOf(communityId),
    isThere ? deps.communities.meetingsOf(communityId) : [],
  ]);
  const present = all.filter(isIn);
  return {
    ...{ community, member, count: present.length },
    facilitators: await leadersOf(deps, community, present),
    members: isThere ? present : [],
    asked: leads(community, member, asked.principal) ? all.filter(({ state }) => state === 'asked') : [],
    meetings: meetings.toSorted((a, b) => (a.startsAt < b.startsAt ? 1 : -1)),
  };
}

/** Every community of an agency with whoever is in it and its meetings, for the office. */
export async function communitiesOf(
  { communities }: Deps,
  agencyId: AgencyId,
): Promise<
  readonly {
    readonly community: Community;
    readonly members: readonly Member[];
    readonly meetings: readonly Meeting[];
  }[]
> {
  const all = (await communities.listOf(agencyId)).toSorted(byName);
  return Promise.all(
    all.map(async (community) => {
      const { communityId } = community;
      const [members, meetings] = await Promise.all([
        communities.membersOf(communityId),
        communities.meetingsOf(communityId),
      ]);
      return { community, members: members.filter(isIn), meetings };
    }),
  );
}
