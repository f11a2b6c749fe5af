import {
  changeUnit,
  endUnit,
  IdentityNotFound,
  listUnitPeople,
  listUnits,
  organisationName,
  showUnits,
  type UnitId,
} from '@sinau/identity';
import type { AgencyId, PersonPrincipal } from '@sinau/kernel';
import type { PeoplePorts } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'people' | 'organisations' | 'clock' | 'signer'>;
export type UnitPorts = Pick<
  PeoplePorts,
  'unitTreeOf' | 'unitOf' | 'unitPeopleOf' | 'changeUnit' | 'endUnit'
>;

/** Units of an agency for the pages of administrators and operators. */
export function joinUnits(deps: Deps): UnitPorts {
  return {
    unitTreeOf: async (principal, id) => {
      const agencyId = agencyIdFor(principal, id);
      const [shown, agency] = await Promise.all([
        showUnits(deps, { principal, agencyId }),
        organisationName(deps, { kind: 'agency', agencyId }),
      ]);
      if (agency === undefined) throw new IdentityNotFound('agency');
      return {
        ...{ agency, withoutUnit: shown.withoutUnit },
        units: shown.units.map(({ unit, ...node }) => ({ ...node, validFrom: unit.validFrom })),
        ended: shown.ended.map(({ unitId, name, validTo = '' }) => ({ unitId, name, validTo })),
      };
    },
    unitOf: async (principal, at) => {
      const units = await listUnits(deps, { principal, agencyId: agencyIdFor(principal, at.agencyId) });
      const names = new Map<string, string>(units.map(({ unitId, name }) => [unitId, name]));
      const unit = units.find(({ unitId }) => unitId === at.unitId);
      if (!unit) throw new IdentityNotFound('unit');
      const { unitId, name, parentId, validFrom, validTo, province, remote = false } = unit;
      return {
        ...{ unitId, name, validFrom, ...(parentId && { parentId }), ...(validTo && { validTo }), remote },
        ...(province !== undefined && { province }),
        past: unit.past.map(({ until, name: was, parentId: above }) => ({
          until,
          path: [...(above ? [names.get(above) ?? ''] : []), was].join(' / '),
        })),
      };
    },
    unitPeopleOf: async (principal, { agencyId, unitId, pageToken }) => {
      const page = await listUnitPeople(deps, {
        ...{ principal, agencyId: agencyIdFor(principal, agencyId), unitId: unitId as UnitId },
        ...(pageToken !== undefined && { pageToken }),
      });
      return {
        people: page.people.map(({ personId, name, email, status, maskedEmployeeNumber }) => ({
          ...{ personId, name, email, status },
          ...(maskedEmployeeNumber !== undefined && { maskedEmployeeNumber }),
        })),
        ...(page.nextPageToken && { next: page.nextPageToken }),
      };
    },
    changeUnit: async (principal, at, { name, parentId, from, ...place }) => {
      const to = { name, parentId: parentId as UnitId | null, ...place };
      const request = { ...to, ...(from !== undefined && { from }) };
      await changeUnit(deps, { ...placeOf(principal, at), request });
    },
    endUnit: async (principal, at, lastDay) => {
      await endUnit(deps, { ...placeOf(principal, at), request: { lastDay } });
    },
  };
}

function placeOf(principal: PersonPrincipal, at: { readonly agencyId?: string; readonly unitId: string }) {
  return { principal, agencyId: agencyIdFor(principal, at.agencyId), unitId: at.unitId as UnitId };
}

/** The agency that an operator's page names, or the administrator's own, which comes from the session alone. */
export function agencyIdFor(principal: PersonPrincipal, named: string | undefined): AgencyId {
  const agencyId = named ?? principal.agencyId;
  if (agencyId === undefined) throw new IdentityNotFound('agency');
  return agencyId as AgencyId;
}
