import type { Clock, Ids, PersonId } from '@sinau/kernel';
import { AlreadyTaken, ChangedMeanwhile, InvalidField, NotAllowed } from '../errors.ts';
import type { OrganisationStore } from '../organisation/ports.ts';
import { withStatus } from '../people/account.ts';
import { numberKindOf } from '../people/career-request.ts';
import { type ChangePersonRequest, changedPerson } from '../people/change-person.ts';
import { emailClaim, employeeNumberClaim } from '../people/claims.ts';
import { invitedPerson } from '../people/invite-person.ts';
import { currentEmployeeNumber, type Person } from '../people/person.ts';
import { assertPlace } from '../people/place.ts';
import type { PeopleStore } from '../people/ports.ts';
import { careerNews, rankNews } from './career-news.ts';
import type { IntakeInput, IntakeOutcome, IntakeProblem, IntakeRow } from './intake-row.ts';

interface Deps {
  readonly people: PeopleStore;
  readonly organisations: OrganisationStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

const tries = 4;

/**
 * Brings one row of an agency's list into force: the person of that number is created, changed or found to be so already.
 * Told again it changes nothing more. Authorises nobody but keeps to the agency: of people elsewhere it says only that.
 */
export async function intakePerson(deps: Deps, input: IntakeInput): Promise<IntakeOutcome> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    try {
      const outcome = await intakeOnce(deps, input);
      if (outcome !== 'again') return outcome;
    } catch (error) {
      // What a row says may contradict what is known, or the clock.
      if (error instanceof InvalidField) return refused('data-wrong');
      if (error instanceof AlreadyTaken) return refused('email-taken');
      if (error instanceof NotAllowed) return refused('closed-otherwise');
      throw error;
    }
  }
  throw new ChangedMeanwhile();
}

const refused = (problem: IntakeProblem): IntakeOutcome => ({ outcome: 'refused', problem });

async function intakeOnce(deps: Deps, input: IntakeInput): Promise<IntakeOutcome | 'again'> {
  const { row, agencyId } = input;
  const holder = await deps.people.findByClaim(employeeNumberClaim(row.number));
  if (holder && !isOf(holder, input)) return refused('belongs-elsewhere');
  const addressed =
    row.email === undefined ? undefined : await deps.people.findByClaim(emailClaim(row.email));
  if (addressed && addressed.personId !== holder?.personId) {
    if (holder || !isOf(addressed, input)) return refused('email-taken');
    if (currentEmployeeNumber(addressed)) return refused('number-other');
  }
  const supervisor =
    row.supervisor === undefined ? undefined : await supervisorOf(deps, input, row.supervisor);
  if (supervisor === 'unknown') return refused('supervisor-unknown');
  const supervisorId = supervisor === 'expected' ? undefined : supervisor;
  const awaits = supervisor === 'expected' ? ({ awaitsSupervisor: true } as const) : {};
  const before = holder ?? addressed;
  const done = before
    ? await change(deps, input, { before, supervisorId })
    : await create(deps, { ...input, agencyId }, supervisorId);
  return done === 'again' || done.outcome === 'refused' ? done : { ...done, ...awaits };
}

const isOf = ({ home }: Person, { agencyId }: IntakeInput) =>
  home.kind === 'agency' && home.agencyId === agencyId;

async function supervisorOf(
  { people }: Deps,
  input: IntakeInput,
  number: string,
): Promise<PersonId | 'expected' | 'unknown'> {
  const person = await people.findByClaim(employeeNumberClaim(number));
  if (person && isOf(person, input)) return person.personId;
  return input.isExpected(number) ? 'expected' : 'unknown';
}

async function create(
  deps: Deps,
  input: IntakeInput,
  supervisorId: PersonId | undefined,
): Promise<IntakeOutcome | 'again'> {
  const { row, agencyId, by, isTrial } = input;
  // Whoever has left before they came needs no account.
  if (row.isActive === false) return { outcome: 'skipped' };
  if (row.email === undefined) return refused('email-missing');
  if (row.status === undefined) return refused('status-missing');
  const { name, email, status, unitId, timeZone, since, post, contract } = row;
  const home = { kind: 'agency', agencyId } as const;
  const place = { home, ...(unitId && { unitId }), ...(supervisorId && { supervisorId }) };
  await assertPlace(deps, place);
  const { invitedBy, ...person } = invitedPerson(deps, {
    by: by ?? ('' as PersonId),
    request: {
      ...{ name, email, roles: ['learner'], ...place },
      ...(timeZone && { timeZone }),
      ...(since && { since }),
      employeeNumber: { kind: numberKindOf(status), value: row.number },
      employment: { status, ...(contract ? { contract } : since && { from: since }) },
      ...(post && { post: { ...post, ...(since && { from: since }) } }),
      ...rankNews(undefined, row),
    },
  });
  if (isTrial) return { outcome: 'created' };
  const added = await deps.people.add({ ...person, ...(by && invitedBy && { invitedBy }) });
  // Another list was faster, or took the address: looked at again.
  return added.outcome === 'taken' ? 'again' : { outcome: 'created', personId: person.personId };
}

async function change(
  deps: Deps,
  { row, by, isTrial }: IntakeInput,
  { before, supervisorId }: { readonly before: Person; readonly supervisorId: PersonId | undefined },
): Promise<IntakeOutcome | 'again'> {
  const { personId } = before;
  if (before.roles.some((role) => role === 'operator' || role === 'auditor' || role === 'reviewer')) {
    return refused('not-yours');
  }
  // Nobody closes their own account, or becomes their own supervisor.
  if ((row.isActive === false && personId === by) || supervisorId === personId) return refused('not-yours');
  const request = requestOf(deps, before, { row, supervisorId });
  const changed = await changedPerson(deps, before, { by: by ?? personId, request });
  // A person of the agency who brings a list decides; a machine that does opens nothing that a person has closed.
  const because = by === undefined ? 'list' : 'administrator';
  const actor = { because, ...(by && { by }), now: deps.clock.now() } as const;
  const after = withStatus(changed, row.isActive, actor);
  if (after === before) return { outcome: 'skipped', personId };
  if (isTrial) return { outcome: 'changed', personId };
  const result = await deps.people.replace(before, after);
  return result.outcome === 'stored' ? { outcome: 'changed', personId } : 'again';
}

function requestOf(
  { clock }: Deps,
  person: Person,
  { row, supervisorId }: { readonly row: IntakeRow; readonly supervisorId: PersonId | undefined },
): ChangePersonRequest {
  const { name, email, unitId, timeZone, since } = row;
  return {
    name,
    ...(email && { email }),
    ...(unitId && { unitId }),
    ...(supervisorId && { supervisorId }),
    ...(timeZone && { timeZone }),
    ...(since && { since }),
    ...careerNews(person, row, clock.now()),
  };
}
