import {
  InvalidInput,
  maskEmployeeNumber,
  openPageToken,
  type PersonPrincipal,
  type Signer,
  sealPageToken,
  type Tenant,
} from '@sinau/kernel';
import { IdentityNotFound } from '../errors.ts';
import { tenantName } from '../tenant.ts';
import { mayAdminister } from './authority.ts';
import { currentEmployeeNumber, type Person } from './person.ts';
import type { PeopleStore } from './ports.ts';

/** A person in a list: the employee number masked, nothing about accounts and sessions. */
export type PersonSummary = Pick<
  Person,
  'personId' | 'name' | 'email' | 'status' | 'roles' | 'home' | 'workingAgencyId' | 'unitId' | 'supervisorId'
> & { readonly maskedEmployeeNumber?: string };

export interface ListedPeople {
  readonly people: readonly PersonSummary[];
  /** For the next page; bound to this caller and tenant. */
  readonly nextPageToken?: string;
}

const pageSize = 50;

interface ListPeople {
  readonly principal: PersonPrincipal;
  readonly tenant: Tenant;
  readonly pageToken?: string;
  /** Of their name; what follows 254 characters is left out. */
  readonly beginning?: string;
}

const longestBeginning = 254;

/** People of one tenant, by name, for those who administer it. */
export async function listPeople(
  deps: { readonly people: PeopleStore; readonly signer: Signer },
  input: ListPeople,
): Promise<ListedPeople> {
  const { principal, tenant, pageToken } = input;
  const beginning = input.beginning?.slice(0, longestBeginning).toWellFormed() ?? '';
  if (!mayAdminister(principal, tenant)) {
    throw new IdentityNotFound(tenant.kind === 'provider' ? 'provider' : 'agency');
  }
  const among = beginning === '' ? '' : ` ${JSON.stringify(beginning)}`;
  const purpose = `people ${tenantName(tenant)} ${principal.personId}${among}`;
  const after = pageToken === undefined ? undefined : openPageToken(deps.signer, purpose, pageToken);
  if (pageToken !== undefined && typeof after !== 'string') {
    throw new InvalidInput('This page link is not valid any more. Start from the first page.');
  }
  const page = await deps.people.listByHome(tenant, {
    ...{ limit: pageSize, beginning },
    ...(typeof after === 'string' && { after }),
  });
  return {
    people: page.people.map(summaryOf),
    ...(page.next && { nextPageToken: sealPageToken(deps.signer, purpose, page.next) }),
  };
}

/** The signed-in supervisor's team, by name. */
export async function listMyTeam(
  deps: { readonly people: PeopleStore },
  input: { readonly principal: PersonPrincipal },
): Promise<readonly PersonSummary[]> {
  return (await deps.people.listTeam(input.principal.personId)).map(summaryOf);
}

export function summaryOf(person: Person): PersonSummary {
  const { personId, name, email, status, roles, home, workingAgencyId, unitId, supervisorId } = person;
  const number = currentEmployeeNumber(person);
  return {
    personId,
    name,
    email,
    status,
    roles,
    home,
    ...(workingAgencyId && { workingAgencyId }),
    ...(unitId && { unitId }),
    ...(supervisorId && { supervisorId }),
    ...(number && { maskedEmployeeNumber: maskEmployeeNumber(number.value) }),
  };
}
