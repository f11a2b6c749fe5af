import { createUnit, disablePerson, type UnitId } from '@sinau/identity';
import { identityWorld } from '@sinau/identity/testing';
import type { AgencyId, PersonId } from '@sinau/kernel';
import type { Member } from '@sinau/obligations';
import { describe, expect, it } from 'vitest';
import { createMemberDirectory } from './obligation-members.ts';

async function world() {
  const identity = await identityWorld();
  const { tenants, operator: principal } = identity;
  const home = tenants.agencyA;
  const { agencyId } = home as { readonly agencyId: AgencyId };
  const unit = async (name: string, parentId?: UnitId) => {
    const request = { agencyId, name, ...(parentId && { parentId }) };
    return (await createUnit(identity, { principal, request })).unitId;
  };
  const top = await unit('Deputi');
  const below = await unit('Direktorat', top);
  const other = await unit('Sekretariat');
  const everybody: PersonId[] = [];
  for (const unitId of [top, below, below, below, other, undefined]) {
    everybody.push((await identity.invite(home, ['learner'], unitId ? { unitId } : {})).personId);
  }
  await identity.invite(tenants.agencyB, ['learner']);
  await identity.invite(tenants.providerA, ['provider-author']);
  return { ...identity, agencyId, everybody, top, below, other, members: createMemberDirectory(identity) };
}

describe('people of an agency', () => {
  it('are met each once, by pages of any size, and of units with all below them', async () => {
    const { members, agencyId, everybody: ids, top, other } = await world();
    const all = async (unitIds?: readonly string[], limit = 2) => {
      const found: Member[] = [];
      let after: string | undefined;
      do {
        const list = { agencyId, ...(unitIds && { unitIds }) };
        const page = await members.pageOf(list, { limit, ...(after !== undefined && { after }) });
        found.push(...page.members);
        after = page.next;
      } while (after !== undefined);
      return found.map(({ personId }) => personId).toSorted();
    };
    for (const limit of [1, 2, 3, 100]) expect(await all(undefined, limit)).toEqual(ids.toSorted());
    expect(await all([top])).toEqual(ids.slice(0, 4).toSorted());
    expect(await all([top, other])).toEqual(ids.slice(0, 5).toSorted());
    expect(await members.headsOf({ agencyId, unitIds: [top] })).toBe(4);
    expect(await members.headsOf({ agencyId })).toBe(6);
  });

  it('say where they are, and are nobody once their account is closed', async () => {
    const { members, everybody, below, top, operator: principal, ...deps } = await world();
    const [, second] = everybody;
    if (!second) throw new Error('nobody');
    const member = { units: [below, top], status: 'PNS', timeZone: 'Asia/Jakarta' };
    expect(await members.memberOf(second)).toMatchObject(member);
    await disablePerson(deps, { principal, personId: second });
    expect(await members.memberOf(second)).toBeUndefined();
    expect(await members.memberOf(principal.personId)).toBeUndefined();
  });

  it('are nobody while they are not at work by their legal standing, and met again from the day on which they are', async () => {
    const { members, everybody, people, clock, agencyId } = await world();
    const [, second] = everybody;
    const before = second && (await people.find(second));
    if (!second || !before) throw new Error('nobody');
    const today = clock.now().toISOString().slice(0, 10);
    const { career } = before;
    const standings = [{ from: today, standing: 'unpaid-leave' as const }];
    const later = new Date(clock.now().getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
    const legalStandings = [...standings, { from: later, standing: 'active' as const }];
    const lists = { employment: [], posts: [], stations: [], ...career };
    await people.replace(before, { ...before, career: { ...lists, legalStandings } });
    expect(await members.memberOf(second)).toBeUndefined();
    const { members: all } = await members.pageOf({ agencyId }, { limit: 100 });
    expect(all.map(({ personId }) => personId)).not.toContain(second);
    expect(all).toHaveLength(everybody.length - 1);
    clock.advance(30 * 86_400_000);
    expect(await members.memberOf(second)).toMatchObject({ personId: second });
  });

  it('are found by another basis once a unit came below', async () => {
    const identity = await world();
    const { agencyId, top, operator: principal } = identity;
    const basis = () => createMemberDirectory(identity).basisOf({ agencyId, unitIds: [top] });
    const before = await basis();
    expect(await basis()).toBe(before);
    await createUnit(identity, { principal, request: { agencyId, name: 'Subdirektorat', parentId: top } });
    expect(await basis()).not.toBe(before);
  });
});
