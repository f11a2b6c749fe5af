import type { UnitId, UnitTree } from '@sinau/identity';
import {
  currentEmployeeNumber,
  isAwayOn,
  type OrganisationStore,
  type PeopleStore,
  type Person,
  serviceOf,
  subtree,
} from '@sinau/identity';
import { type AgencyId, type Clock, type Digest, localDateOf } from '@sinau/kernel';
import type { Member, MemberDirectory } from '@sinau/obligations';

interface Deps {
  readonly people: Pick<PeopleStore, 'find' | 'listByUnit' | 'countByUnit'>;
  readonly organisations: Pick<OrganisationStore, 'readTree'>;
  readonly digest: Digest;
  readonly clock: Clock;
}

type List = { readonly agencyId: AgencyId; readonly unitIds?: readonly string[] };

/** A tree is looked at again after so long: one that was changed meanwhile is noticed by the round of the night. */
const treeMs = 30_000;

/** Identity as obligations ask it. */
export function createMemberDirectory(deps: Deps): MemberDirectory {
  const treeOf = keptTrees(deps);
  /** Units that people are looked for in, `''` for none. */
  const unitsOf = async ({ agencyId, unitIds }: List): Promise<readonly (UnitId | '')[]> => {
    const heads = [...(await deps.people.countByUnit(agencyId)).keys()].toSorted();
    if (!unitIds) return heads;
    const under = await unitsBelow(treeOf, agencyId, unitIds);
    return heads.filter((unitId) => unitId !== '' && under.has(unitId));
  };
  return {
    async memberOf(personId) {
      const person = await deps.people.find(personId);
      if (!person || person.status === 'disabled') return undefined;
      return memberFrom(deps, treeOf, person);
    },
    async pageOf(list, { limit, after }) {
      const units = await unitsOf(list);
      const { people, next } = await peopleIn(deps, { agencyId: list.agencyId, units }, { limit, after });
      const members = await Promise.all(people.map((person) => memberFrom(deps, treeOf, person)));
      return { members: members.flatMap((member) => member ?? []), ...(next !== undefined && { next }) };
    },
    async headsOf(list) {
      const [heads, units] = await Promise.all([deps.people.countByUnit(list.agencyId), unitsOf(list)]);
      return units.reduce((sum, unitId) => sum + (heads.get(unitId) ?? 0), 0);
    },
    async basisOf({ agencyId, unitIds }) {
      if (!unitIds) return '';
      return deps.digest.sha1([...(await unitsBelow(treeOf, agencyId, unitIds))].toSorted().join(' '));
    },
  };
}

type TreeOf = (agencyId: AgencyId, unitId?: UnitId) => Promise<UnitTree>;

/** With `unitId`, one that has it, if there is any. */
function keptTrees({ organisations, clock }: Deps): TreeOf {
  const trees = new Map<AgencyId, { readonly tree: Promise<UnitTree>; readonly untilMs: number }>();
  const read = (agencyId: AgencyId) => {
    const kept = { tree: organisations.readTree(agencyId), untilMs: clock.now().getTime() + treeMs };
    // Few agencies at once: a worker is on one, and facts come in the order of imports.
    if (trees.size > 20) trees.clear();
    trees.set(agencyId, kept);
    return kept.tree;
  };
  return async (agencyId, unitId) => {
    const kept = trees.get(agencyId);
    const tree = await (kept && kept.untilMs > clock.now().getTime() ? kept.tree : read(agencyId));
    const knows = unitId === undefined || tree.units.some((unit) => unit.unitId === unitId);
    return knows || !kept ? tree : read(agencyId);
  };
}

async function unitsBelow(treeOf: TreeOf, agencyId: AgencyId, unitIds: readonly string[]) {
  const { units } = await treeOf(agencyId);
  return new Set(unitIds.flatMap((top) => subtree(units, top as UnitId).map(({ unitId }) => unitId)));
}

async function memberFrom(deps: Deps, treeOf: TreeOf, person: Person): Promise<Member | undefined> {
  const { personId, home, unitId } = person;
  if (home.kind !== 'agency') return undefined;
  const { agencyId } = home;
  const zone = serviceOf(person, '9999-12-31').timeZone;
  const today = localDateOf(deps.clock.now().getTime(), zone);
  // Nothing is required of who is on leave without pay, suspended and the like; back at work they are met again.
  if (isAwayOn(person, today)) return undefined;
  const { employment, post } = serviceOf(person, today);
  const status = employment?.status ?? person.career?.employment[0]?.status ?? statusOfNumber(person);
  return {
    ...{ personId, agencyId, status, timeZone: zone },
    units: unitId === undefined ? [] : await unitsAbove(treeOf, agencyId, unitId),
    ...(post && { postFamily: post.family, postTitle: post.title }),
  };
}

/** Where nobody has said: whoever has a NI PPPK is one. */
const statusOfNumber = (person: Person): Member['status'] =>
  currentEmployeeNumber(person)?.kind === 'NI_PPPK' ? 'PPPK' : 'PNS';

async function unitsAbove(treeOf: TreeOf, agencyId: AgencyId, unitId: UnitId): Promise<readonly UnitId[]> {
  const { units } = await treeOf(agencyId, unitId);
  const parents = new Map(units.map((unit) => [unit.unitId, unit.parentId]));
  const path: UnitId[] = [];
  for (let at: UnitId | undefined = unitId; at !== undefined && !path.includes(at); at = parents.get(at)) {
    path.push(at);
  }
  return path;
}

/** Unit by unit; the cursor names the unit and whoever was last in it. */
async function peopleIn(
  deps: Deps,
  { agencyId, units }: { readonly agencyId: AgencyId; readonly units: readonly (UnitId | '')[] },
  page: { readonly limit: number; readonly after: string | undefined },
): Promise<{ readonly people: readonly Person[]; readonly next?: string }> {
  const [from = '', ...rest] = (page.after ?? ' ').split(' ');
  let after = rest.join(' ');
  const people: Person[] = [];
  for (const unitId of units.filter((one) => one >= from)) {
    if (people.length >= page.limit) return { people, next: `${unitId} ` };
    const found = await deps.people.listByUnit(
      { agencyId, ...(unitId !== '' && { unitId }) },
      { limit: page.limit - people.length, ...(after !== '' && unitId === from && { after }) },
    );
    after = '';
    people.push(...found.people);
    if (found.next !== undefined) return { people, next: `${unitId} ${found.next}` };
  }
  return { people };
}
