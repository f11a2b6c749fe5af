import type { AgencyId, Clock, Ids, PersonId, PersonPrincipal } from '@sinau/kernel';
import type { PlaceDirectory } from '../ports.ts';
import {
  type Community,
  type CommunityId,
  type CoreValue,
  facilitates,
  isIn,
  leads,
  type Member,
} from './community.ts';
import {
  CommunityChanged,
  CommunityFull,
  CommunityNotFound,
  CommunityNotNow,
  LastFacilitator,
} from './errors.ts';
import type { CommunityStore } from './ports.ts';

export interface CommunityDeps {
  readonly communities: CommunityStore;
  readonly places: PlaceDirectory;
  readonly clock: Clock;
  readonly ids: Ids;
}

export const mostMembers = 500;

export interface CommunityTerms {
  readonly name: string;
  readonly about: string;
  readonly values: readonly CoreValue[];
  readonly joining: Community['joining'];
}

/** Founds a community of the reader's agency; they are its first facilitator. */
export async function foundCommunity(
  deps: CommunityDeps,
  { principal, terms }: { readonly principal: PersonPrincipal; readonly terms: CommunityTerms },
): Promise<CommunityId> {
  const place = await deps.places.placeOf(principal.personId);
  if (!place) throw new CommunityNotNow();
  const now = deps.clock.now().toISOString();
  const communityId = deps.ids.uuid() as CommunityId;
  const { agencyId, unitId } = place;
  const outcome = await deps.communities.found(
    {
      ...{ communityId, agencyId, ...terms, openTo: 'agency', state: 'active' },
      ...{ createdBy: principal.personId, createdAt: now, updatedAt: now, rev: 0 },
    },
    {
      ...{ communityId, personId: principal.personId, agencyId, role: 'facilitator', state: 'in' },
      ...(unitId !== undefined && { unitId }),
      ...{ since: now, rev: 0 },
    },
  );
  if (outcome !== 'saved') throw new CommunityChanged();
  return communityId;
}

/** A community that the reader may see: of their agency, open to all, or one that they are in. */
export async function seenCommunity(
  { communities }: Pick<CommunityDeps, 'communities'>,
  { principal, communityId }: { readonly principal: PersonPrincipal; readonly communityId: CommunityId },
): Promise<{ readonly community: Community; readonly member: Member | undefined }> {
  const [community, member] = await Promise.all([
    communities.find(communityId),
    communities.findMember(communityId, principal.personId),
  ]);
  const isOurs = community !== undefined && community.agencyId === principal.agencyId;
  const maySee = isOurs || community?.openTo === 'all' || isIn(member);
  if (!community || !maySee) throw new CommunityNotFound();
  return { community, member };
}

/** One that the reader leads now. */
export async function ledCommunity(
  deps: Pick<CommunityDeps, 'communities'>,
  asked: { readonly principal: PersonPrincipal; readonly communityId: CommunityId },
): Promise<{ readonly community: Community }> {
  const { community, member } = await seenCommunity(deps, asked);
  if (!leads(community, member, asked.principal)) throw new CommunityNotNow();
  return { community };
}

/** Other words for it, or its end. */
export async function changeCommunity(
  deps: CommunityDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly communityId: CommunityId;
    readonly change: CommunityTerms | { readonly state: 'active' | 'closed' };
  },
): Promise<void> {
  const { community } = await ledCommunity(deps, input);
  await save(deps, { ...community, ...input.change });
}

/** Whether people of other agencies may join: a word of the agency, and not of a facilitator. */
export async function openCommunity(
  deps: CommunityDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly communityId: CommunityId;
    readonly openTo: Community['openTo'];
  },
): Promise<void> {
  const { principal, communityId, openTo } = input;
  const community = await deps.communities.find(communityId);
  if (!community || !isOffice(principal, community.agencyId)) throw new CommunityNotFound();
  await save(deps, { ...community, openTo });
}

/**
 * Who leads a community that nobody leads any more, such as after an erasure or once they left the service: a word of the agency. It is
 * one of its people who is in the community, or has asked to be; `nobody`: whoever is meant is not.
 */
export async function nameFacilitator(
  deps: CommunityDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly communityId: CommunityId;
    readonly personId: PersonId;
  },
): Promise<'named' | 'nobody'> {
  const { principal, communityId, personId } = input;
  const community = await deps.communities.find(communityId);
  if (!community || !isOffice(principal, community.agencyId)) throw new CommunityNotFound();
  const all = await deps.communities.membersOf(communityId);
  if (!(await isLeaderless(deps, community, all))) throw new CommunityNotNow();
  const member = all.find((one) => one.personId === personId && one.agencyId === community.agencyId);
  if ((await deps.places.placeOf(personId))?.agencyId !== community.agencyId) return 'nobody';
  if (member?.state !== 'in' && member?.state !== 'asked') return 'nobody';
  await keep(deps, { ...member, state: 'in', role: 'facilitator', by: principal.personId });
  return 'named';
}

/** Who of them leads it now: nobody who cannot sign in any more, or went where the community is not open. In their order. */
export async function leadersOf(
  { places }: Pick<CommunityDeps, 'places'>,
  community: Community,
  members: readonly Member[],
): Promise<readonly Member[]> {
  const found = await Promise.all(
    members.filter(facilitates).map(async (member) => {
      const place = await places.placeOf(member.personId);
      return place && leads(community, member, place) ? [member] : [];
    }),
  );
  return found.flat();
}

/** It goes on, and nobody leads it now. */
export const isLeaderless = async (
  deps: Pick<CommunityDeps, 'places'>,
  community: Community,
  members: readonly Member[],
): Promise<boolean> =>
  community.state === 'active' && (await leadersOf(deps, community, members)).length === 0;

export const isOffice = ({ roles, agencyId }: PersonPrincipal, of: AgencyId): boolean =>
  agencyId === of && roles.includes('agency-admin');

async function save({ communities, clock }: CommunityDeps, next: Community): Promise<void> {
  const outcome = await communities.save({ ...next, updatedAt: clock.now().toISOString() });
  if (outcome !== 'saved') throw new CommunityChanged();
}

/** The reader joins: at once, or once a facilitator lets them in. */
export async function joinCommunity(
  deps: CommunityDeps,
  input: { readonly principal: PersonPrincipal; readonly communityId: CommunityId },
): Promise<void> {
  const { community, member } = await seenCommunity(deps, input);
  const place = await deps.places.placeOf(input.principal.personId);
  const maySee = community.openTo === 'all' || place?.agencyId === community.agencyId;
  if (!place || !maySee || community.state === 'closed' || isIn(member)) throw new CommunityNotNow();
  const all = await deps.communities.membersOf(community.communityId);
  if (all.filter(({ state }) => state === 'in' || state === 'asked').length >= mostMembers)
    throw new CommunityFull();
  const { agencyId, unitId } = place;
  const { communityId, joining } = community;
  const { personId } = input.principal;
  // Whom a facilitator has let out is let in again by one, however others come in.
  const letOut = member?.by !== undefined && member.by !== personId ? { by: member.by } : undefined;
  await keep(deps, {
    ...{ communityId, personId, agencyId, role: 'member' },
    ...(unitId !== undefined && { unitId }),
    ...{ ...letOut, state: joining === 'open' && !letOut ? 'in' : 'asked', rev: member?.rev ?? 0 },
  });
}

/** The reader leaves, or asks for nothing any more. Somebody has to remain who leads it. */
export async function leaveCommunity(
  deps: CommunityDeps,
  input: { readonly principal: PersonPrincipal; readonly communityId: CommunityId },
): Promise<void> {
  const { community, member } = await seenCommunity(deps, input);
  if (!member || (member.state !== 'in' && member.state !== 'asked')) throw new CommunityNotNow();
  if (community.state === 'active') await requireOther(deps, community, member);
  const { by, ...rest } = member;
  // Who asks to be let in again has still been let out.
  const stays = member.state === 'asked' && by !== undefined ? { by } : {};
  await take(deps, community, [member, { ...rest, ...stays, role: 'member', state: 'left' }]);
}

export type MemberStep = 'approve' | 'refuse' | 'remove' | 'facilitator' | 'member';

/** A facilitator lets somebody in or out, or shares the lead. */
export async function decideMember(
  deps: CommunityDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly communityId: CommunityId;
    readonly personId: PersonId;
    readonly step: MemberStep;
  },
): Promise<void> {
  const { principal, communityId, personId, step } = input;
  const { community } = await ledCommunity(deps, input);
  const member = await deps.communities.findMember(communityId, personId);
  if (!member) throw new CommunityNotFound();
  const from: Member['state'] = step === 'approve' || step === 'refuse' ? 'asked' : 'in';
  if (member.state !== from) throw new CommunityNotNow();
  if (step === 'remove' || step === 'member') await requireOther(deps, community, member);
  await take(deps, community, [member, { ...member, ...afterStep(step), by: principal.personId }]);
}

function afterStep(step: MemberStep): Partial<Pick<Member, 'state' | 'role'>> {
  switch (step) {
    case 'approve':
      return { state: 'in' };
    case 'refuse':
      return { state: 'refused' };
    case 'remove':
      return { state: 'left', role: 'member' };
    default:
      return { role: step };
  }
}

async function requireOther(deps: CommunityDeps, community: Community, member: Member): Promise<void> {
  if (!facilitates(member)) return;
  const all = await deps.communities.membersOf(member.communityId);
  const leaders = await leadersOf(deps, community, all);
  const isMeant = ({ personId }: Member) => personId === member.personId;
  // Where whoever goes is of elsewhere by now, nobody led it before either.
  if (leaders.some(isMeant) && leaders.every(isMeant)) throw new LastFacilitator();
}

async function keep({ communities, clock }: CommunityDeps, next: Omit<Member, 'since'>): Promise<void> {
  const outcome = await communities.saveMember({ ...next, since: clock.now().toISOString() });
  if (outcome !== 'saved') throw new CommunityChanged();
}

/** Who leads it no more goes with the community that was read before the others were, so that of two who go at once one stays. */
async function take(
  deps: CommunityDeps,
  community: Community,
  [before, next]: readonly [Member, Omit<Member, 'since'>],
): Promise<void> {
  const since = deps.clock.now().toISOString();
  if (!facilitates(before) || facilitates({ ...next, since })) return keep(deps, next);
  if ((await deps.communities.stepDown(community, { ...next, since })) !== 'saved')
    throw new CommunityChanged();
}
