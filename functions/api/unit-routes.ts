import {
  changeUnit,
  changeUnitRequestSchema,
  createUnit,
  createUnitRequestSchema,
  daySchema,
  endUnit,
  endUnitRequestSchema,
  IdentityNotFound,
  listUnitPeople,
  showUnits,
  type Unit,
  type UnitId,
} from '@sinau/identity';
import type { AgencyId, ClientPrincipal, Principal } from '@sinau/kernel';
import { type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import type { ApiDeps } from './deps.ts';
import { readQuery } from './read-query.ts';

const read = ['scope:people/read'] as const;
const write = ['scope:people/write'] as const;
const one = '/api/units/:unitId';

const { agencyId: _, ...newUnit } = createUnitRequestSchema.shape;
const querySchema = z.object({ day: daySchema.exactOptional() });
const newUnitSchema = z.strictObject(newUnit);

/** How the agency of the caller is organised, by day, and who works where. */
export function addUnitRoutes(
  app: HttpApp,
  deps: Pick<ApiDeps, 'organisations' | 'people' | 'signer' | 'clock' | 'ids'>,
): void {
  app.route({ method: 'GET', path: '/api/units', access: read }, async (c) => {
    const { day } = readQuery(c.req.query(), querySchema);
    const caller = callerOf(c.get('principal'));
    const shown = await showUnits(deps, { ...caller, ...(day !== undefined && { day }) });
    return c.json({
      day: shown.day,
      units: shown.units.map(({ unit, unitId, name, parentId, people, branchPeople }) => ({
        ...{ unitId, name, ...(parentId && { parentId }), people, branchPeople },
        ...{ ...datesOf(unit), ...placeOf(unit) },
      })),
      withoutUnit: shown.withoutUnit,
      ended: shown.ended.map(viewOf),
    });
  });
  app.route({ method: 'POST', path: '/api/units', access: write }, async (c) => {
    const caller = callerOf(c.get('principal'));
    const request = { ...(await readJson(c.req, newUnitSchema)), agencyId: caller.agencyId };
    const unit = await createUnit(deps, { principal: caller.principal, request });
    return c.json(viewOf(unit), 201);
  });
  app.route({ method: 'PATCH', path: one, access: write }, async (c) => {
    const request = await readJson(c.req, changeUnitRequestSchema);
    return c.json(viewOf(await changeUnit(deps, { ...at(c), request })));
  });
  app.route({ method: 'POST', path: `${one}/end`, access: write }, async (c) => {
    const request = await readJson(c.req, endUnitRequestSchema);
    return c.json(viewOf(await endUnit(deps, { ...at(c), request })));
  });
  app.route({ method: 'GET', path: `${one}/people`, access: read, reads: { what: 'people' } }, async (c) => {
    const after = c.req.query('after');
    const { people, nextPageToken } = await listUnitPeople(deps, {
      ...at(c),
      ...(after !== undefined && { pageToken: after }),
    });
    const path = `/api/units/${encodeURIComponent(c.req.param('unitId') ?? '')}/people`;
    return c.json({
      people: people.map(({ personId, name, status, unitId, supervisorId, maskedEmployeeNumber }) => ({
        ...{ personId, name, status },
        ...(unitId && { unitId }),
        ...(supervisorId && { supervisorId }),
        ...(maskedEmployeeNumber !== undefined && { maskedEmployeeNumber }),
      })),
      ...(nextPageToken && { next: `${path}?after=${encodeURIComponent(nextPageToken)}` }),
    });
  });
}

/** The agency comes from the client alone. */
function callerOf(principal: Principal): {
  readonly principal: ClientPrincipal;
  readonly agencyId: AgencyId;
} {
  if (principal.kind !== 'client' || principal.tenant.kind !== 'agency') throw new IdentityNotFound('agency');
  return { principal, agencyId: principal.tenant.agencyId };
}

const at = (c: {
  get(name: 'principal'): Principal;
  readonly req: { param(name: string): string | undefined };
}) => ({ ...callerOf(c.get('principal')), unitId: (c.req.param('unitId') ?? '') as UnitId });

const placeOf = ({ province, remote }: Unit) => ({
  ...(province !== undefined && { province }),
  ...(remote && { remote }),
});

const datesOf = ({ validFrom, validTo }: Unit) => ({ validFrom, ...(validTo !== undefined && { validTo }) });

const viewOf = (unit: Unit) => ({
  ...{ unitId: unit.unitId, name: unit.name, ...(unit.parentId && { parentId: unit.parentId }) },
  ...{ ...datesOf(unit), ...placeOf(unit) },
  past: unit.past,
});
