import type { AgencyId, PersonId, Tenant } from '@sinau/kernel';
import { InvalidField } from '../errors.ts';
import type { UnitId } from '../ids.ts';
import type { OrganisationStore } from '../organisation/ports.ts';
import type { PeopleStore } from './ports.ts';

/** Where in the organisation a person stands. */
export interface Place {
  readonly home: Tenant;
  readonly workingAgencyId?: AgencyId;
  readonly unitId?: UnitId;
  readonly supervisorId?: PersonId;
}

/**
 * Unit, working agency and supervisor exist and belong together: the unit to the home agency, the supervisor to the
 * home or the working agency. A foreign one is answered like an absent one.
 */
export async function assertPlace(
  deps: { readonly organisations: OrganisationStore; readonly people: PeopleStore },
  place: Place,
): Promise<void> {
  const agencyId = place.home.kind === 'agency' ? place.home.agencyId : undefined;
  const { workingAgencyId, unitId, supervisorId } = place;
  if (workingAgencyId && !(agencyId && (await deps.organisations.findAgency(workingAgencyId)))) {
    throw unknown('/workingAgencyId');
  }
  if (unitId) {
    const unit = agencyId && (await deps.organisations.findUnit(agencyId, unitId));
    if (!unit || unit.validTo !== undefined) throw unknown('/unitId');
  }
  if (!supervisorId) return;
  const supervisor = await deps.people.find(supervisorId);
  const theirs = supervisor?.home.kind === 'agency' ? supervisor.home.agencyId : undefined;
  if (!theirs || (theirs !== agencyId && theirs !== workingAgencyId)) throw unknown('/supervisorId');
}

const unknown = (path: string) => new InvalidField({ path, message: 'is not known in this agency' });
