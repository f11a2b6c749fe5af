import {
  changePerson,
  InvalidField,
  newestGrade,
  type OrganisationStore,
  type PeopleStore,
  type Person,
} from '@sinau/identity';
import type { Clock, PersonPrincipal } from '@sinau/kernel';
import type { PeoplePorts, PersonView } from '@sinau/web';

type Change = Parameters<PeoplePorts['changeService']>[2];
type Service = NonNullable<PersonView['place']>['service'];

/** As it is now. */
export function serviceViewOf({ career }: Person): Service {
  const [employment, post] = [career?.employment.at(-1), career?.posts.at(-1)];
  const [grade, legalStanding, education] = [
    newestGrade(career),
    career?.legalStandings?.at(-1),
    career?.education?.at(-1),
  ];
  return {
    ...(employment && { employment }),
    ...(post && { post }),
    ...(grade && { grade }),
    ...(legalStanding && { legalStanding }),
    ...(education && { education }),
  };
}

/** The fields of the form by what the domain calls them. */
const fields: readonly (readonly [domain: string, form: string])[] = [
  ['/employeeNumber', '/number'],
  ['/employment/contract', '/contractFrom'],
  ['/employment/from', '/statusFrom'],
  ['/employment/status', '/status'],
  ['/post/level', '/level'],
  ['/post/from', '/postFrom'],
  ['/grade/from', '/gradeFrom'],
  ['/grade', '/grade'],
  ['/legalStanding/from', '/legalStandingFrom'],
  ['/education/from', '/educationFrom'],
];

export async function changeService(
  deps: { readonly people: PeopleStore; readonly organisations: OrganisationStore; readonly clock: Clock },
  input: { readonly principal: PersonPrincipal; readonly person: Person; readonly change: Change },
): Promise<void> {
  const { principal, person, change } = input;
  const { number, ...request } = change;
  const { contract } = request.employment ?? {};
  if (contract && (contract.from === '' || contract.to === '')) {
    throw new InvalidField({ path: '/contractFrom', message: 'has a first and a last day' });
  }
  const status = change.employment?.status ?? serviceViewOf(person).employment?.status;
  const kind = status === 'PPPK' ? ('NI_PPPK' as const) : ('NIP' as const);
  try {
    await changePerson(deps, {
      ...{ principal, personId: person.personId },
      request: { ...request, ...(number !== undefined && { employeeNumber: { kind, value: number } }) },
    });
  } catch (error) {
    if (!(error instanceof InvalidField)) throw error;
    const issue = error.issues?.[0];
    const field = fields.find(([domain]) => issue?.path.startsWith(domain))?.[1];
    throw field && issue ? new InvalidField({ ...issue, path: field }) : error;
  }
}
