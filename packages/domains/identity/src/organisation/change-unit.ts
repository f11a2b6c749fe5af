import { type AgencyId, type Clock, provinceName } from '@sinau/kernel';
import * as z from 'zod';
import { IdentityNotFound, InvalidField, UnitInUse } from '../errors.ts';
import { type UnitId, unitIdSchema } from '../ids.ts';
import type { Administrator } from '../people/authority.ts';
import { daySchema } from '../people/career.ts';
import type { PeopleStore } from '../people/ports.ts';
import { alterUnits, assertFree, assertParent, today } from './alter-units.ts';
import { assertAdministersTenant } from './assert-tenant.ts';
import { nameSchema, type Unit } from './organisation.ts';
import type { OrganisationStore } from './ports.ts';
import { dayBefore, hasCircle } from './unit-tree.ts';

/**
 * `null` as a parent moves a unit to the top, as a province it is where the unit above is. `from`: the first day of the new state, @default today; of
 * the place no day is kept.
 */
export const changeUnitRequestSchema = z.strictObject({
  name: nameSchema.exactOptional(),
  parentId: unitIdSchema.nullable().exactOptional(),
  from: daySchema.exactOptional(),
  /** Two digits, the code of the Ministry of Home Affairs. */
  province: z
    .string()
    .refine((code) => provinceName(code) !== undefined, { message: 'is no code of a province' })
    .nullable()
    .exactOptional(),
  /** In a remote place (3T), with everything below. */
  remote: z.boolean().exactOptional(),
});
export type ChangeUnitRequest = z.infer<typeof changeUnitRequestSchema>;

/** `null` opens an ended unit again. */
export const endUnitRequestSchema = z.strictObject({ lastDay: daySchema.nullable() });
export type EndUnitRequest = z.infer<typeof endUnitRequestSchema>;

interface Deps {
  readonly organisations: OrganisationStore;
  readonly clock: Clock;
}

interface Input<Request> {
  readonly principal: Administrator;
  readonly agencyId: AgencyId;
  readonly unitId: UnitId;
  readonly request: Request;
}

/** Renames or moves a unit with all that is below it, and says where it is; how it was called and where it stood before stays known by day. */
export async function changeUnit(deps: Deps, input: Input<ChangeUnitRequest>): Promise<Unit> {
  const { principal, agencyId, unitId, request } = input;
  await assertAdministersTenant(deps, principal, { kind: 'agency', agencyId });
  const now = today(deps.clock.now());
  return alterUnits(deps, agencyId, (units) => {
    const was = found(units, unitId);
    const before = placed(was, request);
    const from = request.from ?? now;
    const { parentId: oldParent, ...rest } = before;
    const parentId = request.parentId === undefined ? oldParent : (request.parentId ?? undefined);
    const name = request.name ?? before.name;
    if (name === before.name && parentId === oldParent) return before;
    const since = before.past.at(-1)?.until;
    const begin = before.past.length === 0 ? before.validFrom : undefined;
    if (from > now || (since !== undefined && from <= since) || (begin !== undefined && from < begin)) {
      throw new InvalidField({ path: '/from', message: 'is after today or before an earlier change' });
    }
    assertParent(units, parentId, from);
    // A change on the very day that the present state began corrects it.
    const until = dayBefore(from);
    const corrects = from === begin || until === since;
    const spell = { until, name: before.name, ...(oldParent && { parentId: oldParent }) };
    const after: Unit = {
      ...rest,
      name,
      ...(parentId && { parentId }),
      past: corrects ? before.past : [...before.past, spell].slice(-mostSpells),
    };
    assertFree(units, after);
    const tree = units.map((unit) => (unit === was ? after : unit));
    if (hasCircle(tree, unitId, from)) {
      throw new InvalidField({ path: '/parentId', message: 'is below this unit' });
    }
    return after;
  });
}

/** The same object where nothing changes. */
function placed(
  unit: Unit,
  { province = unit.province ?? null, remote = unit.remote ?? false }: ChangeUnitRequest,
): Unit {
  if (province === (unit.province ?? null) && remote === (unit.remote ?? false)) return unit;
  const { province: _, remote: __, ...rest } = unit;
  return { ...rest, ...(province !== null && { province }), ...(remote && { remote: true as const }) };
}

/** More changes than a unit sees in decades. */
const mostSpells = 100;

/** Ends a unit that nobody works in any more and that has no units below, or opens it again. */
export async function endUnit(
  deps: Deps & { readonly people: Pick<PeopleStore, 'listByUnit'> },
  input: Input<EndUnitRequest>,
): Promise<Unit> {
  const { principal, agencyId, unitId, request } = input;
  await assertAdministersTenant(deps, principal, { kind: 'agency', agencyId });
  const now = today(deps.clock.now());
  return alterUnits(deps, agencyId, async (units) => {
    const before = found(units, unitId);
    const { validTo: _, ...open } = before;
    const { lastDay } = request;
    if (lastDay === null) {
      if (before.validTo === undefined) return before;
      assertParent(units, before.parentId, now);
      assertFree(units, open);
      return open;
    }
    if (lastDay === before.validTo) return before;
    const begin = before.past.at(-1)?.until ?? dayBefore(before.validFrom);
    if (lastDay > now || lastDay <= begin) {
      throw new InvalidField({ path: '/lastDay', message: 'is after today or before an earlier change' });
    }
    const hasUnits = units.some((unit) => unit.parentId === unitId && unit.validTo === undefined);
    const { people } = await deps.people.listByUnit({ agencyId, unitId }, { limit: 1 });
    if (hasUnits || people.length > 0) throw new UnitInUse();
    return { ...open, validTo: lastDay };
  });
}

function found(units: readonly Unit[], unitId: UnitId): Unit {
  const unit = units.find((one) => one.unitId === unitId);
  if (!unit) throw new IdentityNotFound('unit');
  return unit;
}
