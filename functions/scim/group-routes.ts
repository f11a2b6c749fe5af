import { IdentityNotFound, type Unit } from '@sinau/identity';
import type { HttpApp } from '@sinau/platform/http';
import { filterTest, groupKind, groupUrn, projectResource, type Resource, ScimRefused } from '@sinau/scim';
import { answer, listAnswer } from './answers.ts';
import { access, callerOf, root } from './caller.ts';
import type { ScimDeps } from './deps.ts';
import { readListQuery, readProjection } from './list-query.ts';
import { readUnitWords, type UnitWords } from './unit-words.ts';

const path = `${root}/Groups`;
const one = `${path}/:unitId`;

/** Units of the agency, to be read: ids and paths for the mapping of departments. Roles are no groups, and are given in Sinau. */
export function addGroupRoutes(app: HttpApp, deps: ScimDeps): void {
  app.route({ method: 'GET', path, access }, async (c) => {
    const { filter, startIndex, count, projection } = readListQuery(c.req.query());
    const units = await readUnitWords(deps, callerOf(c.get('principal')).agencyId);
    const all = units.open.map((unit) => groupOf(deps, unit, units));
    const found = filter ? all.filter(filterTest(groupKind, filter)) : all;
    const page = found.sort(byName).slice(startIndex - 1, startIndex - 1 + count);
    const resources = page.map((group) => projectResource(groupKind, group, projection));
    return answer(c, listAnswer({ resources, total: found.length, startIndex }));
  });
  app.route({ method: 'GET', path: one, access }, async (c) => {
    const units = await readUnitWords(deps, callerOf(c.get('principal')).agencyId);
    const unit = units.open.find(({ unitId }) => unitId === c.req.param('unitId'));
    if (!unit) throw new IdentityNotFound('unit');
    const group = groupOf(deps, unit, units);
    return answer(c, projectResource(groupKind, group, readProjection(c.req.query())));
  });
  const refuse = () => {
    throw new ScimRefused(
      'scim.not-offered',
      'Groups are the units of the agency: they are made and changed in Sinau. Who works in one is said by the department of a user.',
    );
  };
  app.route({ method: 'POST', path, access }, refuse);
  for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
    app.route({ method, path: one, access }, refuse);
  }
}

function groupOf({ portalOrigin }: ScimDeps, unit: Unit, units: UnitWords): Resource {
  const { unitId, createdAt } = unit;
  return {
    schemas: [groupUrn],
    id: unitId,
    displayName: units.wordsFor(unitId),
    meta: { resourceType: 'Group', created: createdAt, location: `${portalOrigin}${path}/${unitId}` },
  };
}

const byName = (a: Resource, b: Resource) => String(a.displayName).localeCompare(String(b.displayName), 'id');
