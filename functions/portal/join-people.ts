import {
  assignRoles,
  changePerson,
  createUnit,
  currentEmployeeNumber,
  disablePerson,
  enablePerson,
  endViewing,
  findPerson,
  getPerson,
  grantableRoles,
  IdentityNotFound,
  InvalidField,
  listAgencies,
  listUnits,
  mayAdministerPerson,
  mayBeViewed,
  movePerson,
  organisationName,
  type Person,
  startViewing,
  type UnitId,
  viewingRequestSchema,
} from '@sinau/identity';
import { type AgencyId, maskEmployeeNumber, type PersonId, type PersonPrincipal } from '@sinau/kernel';
import type { PeoplePorts, PersonView } from '@sinau/web';
import { readCookie, sessionCookie } from './cookies.ts';
import type { PortalDeps } from './deps.ts';
import { changeService, serviceViewOf } from './join-service.ts';
import { agencyIdFor, joinUnits, type UnitPorts } from './join-units.ts';
import { requestOfForm } from './request-of-form.ts';

type Deps = Pick<
  PortalDeps,
  | 'people'
  | 'organisations'
  | 'clock'
  | 'ids'
  | 'signer'
  | 'obligations'
  | 'enrolments'
  | 'courses'
  | 'paths'
  | 'credit'
  | 'sessions'
  | 'digest'
  | 'readings'
>;

export function joinPeople(deps: Deps): PeoplePorts {
  return {
    personOf: async (principal, id) => viewOf(deps, principal, await read(deps, principal, id)),
    change: async (principal, id, { name, email, unitId, supervisor }) => {
      const supervisorId = await supervisorIdOf(deps, principal, supervisor);
      const request = {
        ...{ name, email },
        ...(unitId !== undefined && { unitId: unitId as UnitId | null }),
        ...(supervisorId !== undefined && { supervisorId }),
      };
      await aboutSupervisor(changePerson(deps, { principal, personId: id as PersonId, request }));
    },
    changeService: async (principal, id, change) => {
      await changeService(deps, { principal, person: await read(deps, principal, id), change });
    },
    assignRoles: async (principal, id, roles) => {
      await assignRoles(deps, { principal, personId: id as PersonId, request: { roles: [...roles] } });
    },
    namedSupervisors: async (principal) =>
      (await import('./join-supervisors.ts')).namedSupervisorsOf(deps, principal),
    giveSupervisorRole: async (principal, ids) =>
      (await import('./join-supervisors.ts')).giveRoleTo(deps, principal, ids),
    move: async (principal, id, place) => {
      const person = await read(deps, principal, id);
      const request = await placeOf(deps, person, {
        agencyId: place.agencyId as AgencyId,
        ...(place.workingAgencyId !== undefined && { workingAgencyId: place.workingAgencyId as AgencyId }),
      });
      await movePerson(deps, { principal, personId: person.personId, request });
    },
    viewAs: async (principal, request, { personId, ...given }) => {
      const { reason } = requestOfForm(viewingRequestSchema, given);
      const token = readCookie(request, sessionCookie);
      if (token === undefined) throw new IdentityNotFound('person');
      const note = () =>
        deps.readings.note({ principal, what: 'portal-as', personId: personId as PersonId, reason });
      const input = { principal, token, personId: personId as PersonId, request: { reason } };
      await startViewing({ ...deps, note }, input);
    },
    endViewing: async (request) => {
      const token = readCookie(request, sessionCookie);
      if (token !== undefined) await endViewing(deps, { token });
    },
    disable: async (principal, id) => {
      await disablePerson(deps, { principal, personId: id as PersonId });
    },
    enable: async (principal, id) => {
      await enablePerson(deps, { principal, personId: id as PersonId });
    },
    agencies: (principal) => listAgencies(deps, { principal }),
    ...unitPorts(deps),
    teamOf: async (principal) => (await import('./join-team.ts')).teamOf(deps, principal),
  };
}

function unitPorts(deps: Deps): Pick<PeoplePorts, 'unitsOf' | 'createUnit'> & UnitPorts {
  return {
    ...joinUnits(deps),
    unitsOf: async (principal, id) => {
      const agencyId = agencyIdFor(principal, id);
      const [units, agency] = await Promise.all([
        listUnits(deps, { principal, agencyId }),
        organisationName(deps, { kind: 'agency', agencyId }),
      ]);
      if (agency === undefined) throw new IdentityNotFound('agency');
      return { agency, units };
    },
    createUnit: async (principal, { agencyId, name, parentId }) => {
      const request = {
        ...{ agencyId: agencyIdFor(principal, agencyId), name },
        ...(parentId !== undefined && { parentId: parentId as UnitId }),
      };
      await createUnit(deps, { principal, request });
    },
  };
}

function read(deps: Deps, principal: PersonPrincipal, id: string): Promise<Person> {
  return getPerson(deps, { principal, personId: id as PersonId });
}

async function viewOf(deps: Deps, principal: PersonPrincipal, person: Person): Promise<PersonView> {
  const number = currentEmployeeNumber(person);
  const [home, place] = await Promise.all([
    organisationName(deps, person.home),
    placeViewOf(deps, principal, person),
  ]);
  return {
    personId: person.personId,
    name: person.name,
    email: person.email,
    status: person.status,
    roles: person.roles,
    invitedAt: person.invitedAt,
    isSelf: person.personId === principal.personId,
    mayBeViewed: principal.roles.includes('operator') && mayBeViewed(person, deps.clock.now()),
    editable: mayAdministerPerson(principal, person),
    isLentHere: isLentTo(principal, person),
    grantable: grantableRoles(principal, person.home),
    accountChanges: await changesOf(deps, person),
    ...(home !== undefined && { home }),
    ...(place && { place }),
    ...(number && { maskedEmployeeNumber: maskEmployeeNumber(number.value) }),
    ...(person.disabledAt !== undefined && { disabledAt: person.disabledAt }),
  };
}

/** Works at the reader's agency and belongs to another one, which alone changes them. */
const isLentTo = ({ agencyId }: PersonPrincipal, { home, workingAgencyId }: Person): boolean =>
  agencyId !== undefined &&
  workingAgencyId === agencyId &&
  !(home.kind === 'agency' && home.agencyId === agencyId);

/** Latest first, with the names of people; a client is called by its id. */
async function changesOf(
  { people }: Deps,
  { accountChanges = [] }: Person,
): Promise<PersonView['accountChanges']> {
  const ids = [...new Set(accountChanges.flatMap(({ by }) => (by === undefined ? [] : [by as PersonId])))];
  const names = new Map((await people.findMany(ids)).map(({ personId, name }) => [`${personId}`, name]));
  return accountChanges
    .map(({ by, ...change }) => ({ ...change, ...(by !== undefined && { by: names.get(by) ?? by }) }))
    .toReversed();
}

async function placeViewOf(
  deps: Deps,
  principal: PersonPrincipal,
  person: Person,
): Promise<PersonView['place']> {
  const { home, workingAgencyId, unitId, supervisorId } = person;
  if (home.kind !== 'agency') return undefined;
  const { agencyId } = home;
  // Whoever borrows somebody reads of them; the units of their home are for those who may change them.
  const isTheirs = mayAdministerPerson(principal, person);
  const [units, supervisor, workingAgency] = await Promise.all([
    isTheirs ? listUnits(deps, { principal, agencyId }) : [],
    supervisorId && deps.people.find(supervisorId),
    workingAgencyId && organisationName(deps, { kind: 'agency', agencyId: workingAgencyId }),
  ]);
  return {
    agencyId,
    units,
    service: serviceViewOf(person),
    ...(workingAgencyId && { workingAgencyId }),
    ...(workingAgency !== undefined && { workingAgency }),
    ...(unitId && { unitId }),
    ...(supervisor && { supervisor: supervisorViewOf(principal, supervisor) }),
  };
}

function supervisorViewOf(principal: PersonPrincipal, person: Person) {
  const { personId, name, email, roles } = person;
  if (roles.includes('supervisor')) return { name, email };
  const mayGive = personId !== principal.personId && mayAdministerPerson(principal, person);
  return { name, email, lacksRole: mayGive ? { personId } : {} };
}

/** By address or number, among those the principal may see; the form's field keeps its name in a refusal. */
async function supervisorIdOf(
  deps: Deps,
  principal: PersonPrincipal,
  text: string | null | undefined,
): Promise<PersonId | null | undefined> {
  if (text === null || text === undefined) return text;
  const person = await findPerson(deps, { principal, text });
  if (!person) throw unknownSupervisor();
  return person.personId;
}

const unknownSupervisor = () =>
  new InvalidField({ path: '/supervisor', message: 'is not known in this agency' });

async function aboutSupervisor(change: Promise<unknown>): Promise<void> {
  try {
    await change;
  } catch (error) {
    const paths = error instanceof InvalidField ? error.issues.map(({ path }) => path) : [];
    throw paths.includes('/supervisorId') ? unknownSupervisor() : error;
  }
}

/** A unit belongs to the home agency, a supervisor to one of both: what no longer fits is left behind. */
async function placeOf(
  deps: Deps,
  { home, unitId, supervisorId }: Person,
  place: { readonly agencyId: AgencyId; readonly workingAgencyId?: AgencyId },
) {
  const stays = home.kind === 'agency' && home.agencyId === place.agencyId;
  if (!stays) return place;
  const supervisor = supervisorId && (await deps.people.find(supervisorId));
  const theirs = supervisor && supervisor.home.kind === 'agency' ? supervisor.home.agencyId : undefined;
  const fits = theirs !== undefined && (theirs === place.agencyId || theirs === place.workingAgencyId);
  return { ...place, ...(unitId && { unitId }), ...(fits && supervisorId && { supervisorId }) };
}
