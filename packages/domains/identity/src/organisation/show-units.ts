import type { AgencyId, Clock } from '@sinau/kernel';
import { IdentityNotFound } from '../errors.ts';
import type { UnitId } from '../ids.ts';
import { type Administrator, mayAdminister } from '../people/authority.ts';
import type { PeopleStore } from '../people/ports.ts';
import { today } from './alter-units.ts';
import type { Unit } from './organisation.ts';
import type { OrganisationStore } from './ports.ts';
import { subtree, type UnitOnDay, unitsOn } from './unit-tree.ts';

/** A unit in the tree of a day. */
export interface ShownUnit extends UnitOnDay {
  /** 0 at the top. */
  readonly depth: number;
  /** People who work in it now, and in all of its branch. */
  readonly people: number;
  readonly branchPeople: number;
  readonly unit: Unit;
}

export interface ShownUnits {
  readonly day: string;
  /** Each parent before its children, siblings by name. */
  readonly units: readonly ShownUnit[];
  readonly withoutUnit: number;
  /** Ended before that day, latest first. */
  readonly ended: readonly Unit[];
}

/** How an agency is organised, on any day; the counts are those of now. */
export async function showUnits(
  deps: {
    readonly organisations: OrganisationStore;
    readonly people: Pick<PeopleStore, 'countByUnit'>;
    readonly clock: Clock;
  },
  input: { readonly principal: Administrator; readonly agencyId: AgencyId; readonly day?: string },
): Promise<ShownUnits> {
  const { principal, agencyId } = input;
  if (!mayAdminister(principal, { kind: 'agency', agencyId })) throw new IdentityNotFound('agency');
  const [all, heads] = await Promise.all([
    deps.organisations.listUnits(agencyId),
    deps.people.countByUnit(agencyId),
  ]);
  const day = input.day ?? today(deps.clock.now());
  const byId = new Map(all.map((unit) => [unit.unitId, unit]));
  const units = unitsOn(all, day);
  const there = new Set(units.map(({ unitId }) => unitId));
  // One whose parent is not there on that day is at the top of it.
  const tops = units
    .filter(({ parentId }) => parentId === undefined || !there.has(parentId))
    .sort((a, b) => a.name.localeCompare(b.name, 'id'));
  const shown = tops
    .flatMap((top) => branch(units, top.unitId, heads))
    .map(({ node, ...rest }) => ({
      ...node,
      ...rest,
      unit: byId.get(node.unitId) as Unit,
    }));
  return {
    ...{ day, units: shown, withoutUnit: heads.get('') ?? 0 },
    ended: all
      .filter(({ validTo }) => validTo !== undefined && validTo < day)
      .sort((a, b) => ((a.validTo ?? '') < (b.validTo ?? '') ? 1 : -1)),
  };
}

function branch(units: readonly UnitOnDay[], top: UnitId, heads: ReadonlyMap<UnitId | '', number>) {
  const nodes = subtree(units, top);
  const depths = new Map<string, number>();
  const sums = new Map<string, number>();
  for (const { unitId, parentId } of nodes) {
    depths.set(unitId, unitId === top ? 0 : (depths.get(parentId ?? '') ?? 0) + 1);
  }
  // Children come after their parents, so that backwards every sum is whole before it counts above.
  for (const { unitId, parentId } of [...nodes].reverse()) {
    const sum = (sums.get(unitId) ?? 0) + (heads.get(unitId) ?? 0);
    sums.set(unitId, sum);
    if (unitId !== top && parentId !== undefined) sums.set(parentId, (sums.get(parentId) ?? 0) + sum);
  }
  return nodes.map((node) => ({
    node,
    depth: depths.get(node.unitId) ?? 0,
    people: heads.get(node.unitId) ?? 0,
    branchPeople: sums.get(node.unitId) ?? 0,
  }));
}
