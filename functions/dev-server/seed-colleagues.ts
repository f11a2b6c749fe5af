import type { CourseStore } from '@sinau/catalogue';
import {
  createUnit,
  employeeNumberClaim,
  listUnits,
  type OrganisationStore,
  type PeopleStore,
} from '@sinau/identity';
import type { AgencyId, Clock, Ids, Jp, PersonPrincipal } from '@sinau/kernel';
import { makeObligation } from '@sinau/obligations';
import type { HistoryDesk, PeopleDesk } from '@sinau/staffing';
import type { ObligationDesk } from '../shared/obligation-parts.ts';
import { colleagues, learned, moreUnits } from './seed/colleagues.ts';
import type { Seeded } from './seed/index.ts';

export interface ColleaguesDeps {
  readonly people: PeopleStore;
  readonly organisations: OrganisationStore;
  readonly courses: Pick<CourseStore, 'listOfProvider'>;
  readonly peopleDesk: PeopleDesk;
  readonly history: HistoryDesk;
  readonly obligations: ObligationDesk;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * An agency that somebody works in: colleagues with units, posts, grades and supervisors, what they learned this year, and a course that
 * everybody has to take. By the same ways as lists and administrators; once, since the last of them is looked for first. `seeded`: they are new here.
 */
export async function seedColleagues(deps: ColleaguesDeps, seeded: Seeded): Promise<'seeded' | 'known'> {
  const { tenants, people } = seeded;
  const admin = people.find(({ role }) => role === 'agency-admin');
  const last = colleagues.at(-1);
  if (!admin || !last || tenants.agency.kind !== 'agency') throw new Error('nobody administers the agency');
  if (await deps.people.findByClaim(employeeNumberClaim(last.number))) return 'known';
  const { agencyId } = tenants.agency;
  const by: PersonPrincipal = {
    ...{ kind: 'person', personId: admin.personId, name: admin.name, roles: ['agency-admin'], agencyId },
  };
  await seedUnits(deps, by, agencyId);
  const sender = { kind: 'person', id: by.personId, name: by.name } as const;
  await seedPeople(deps, { agencyId, by: sender });
  await seedLearning(deps, { agencyId, by: sender });
  await requireCourse(deps, by, seeded);
  return 'seeded';
}

async function seedUnits(
  deps: ColleaguesDeps,
  principal: PersonPrincipal,
  agencyId: AgencyId,
): Promise<void> {
  const known = await listUnits(deps, { principal, agencyId });
  for (const unit of moreUnits) {
    if (known.some(({ name }) => name === unit.name)) continue;
    const parentId = 'parent' in unit && known.find(({ name }) => name === unit.parent)?.unitId;
    const request = { agencyId, name: unit.name, ...(parentId && { parentId }) };
    await createUnit(deps, { principal, request });
  }
}

type At = Parameters<PeopleDesk['open']>[0];

async function seedPeople(deps: ColleaguesDeps, at: At): Promise<void> {
  const desk = await deps.peopleDesk.open(at);
  for (const row of colleagues) {
    const taken = await desk.take(row, { isTrial: false, isExpected: () => false });
    if (taken.outcome === 'refused') throw new Error(`a colleague was refused: ${row.name} ${taken.problem}`);
  }
}

/** In the January of this year, or of the year before while that is not over. */
async function seedLearning(deps: ColleaguesDeps, at: At): Promise<void> {
  const now = deps.clock.now();
  const year = now.getUTCFullYear() - (now.getUTCMonth() === 0 ? 1 : 0);
  const desk = await deps.history.open(at);
  for (const { learner, title, form, days, jp } of learned) {
    const endsOn = `${year}-01-${String(10 + days).padStart(2, '0')}`;
    const row = {
      ...{ learner, title, form, startsOn: `${year}-01-11`, endsOn, stated: (jp * 100) as Jp, abroad: false },
      organiser: 'Lembaga Pelatihan Contoh',
    };
    const taken = await desk.take(row, { isTrial: false });
    if (taken.outcome === 'refused')
      throw new Error(`learning of a colleague was refused: ${title} ${taken.problem}`);
  }
}

/** The sample course, until the end of the year. */
async function requireCourse(
  deps: ColleaguesDeps,
  principal: PersonPrincipal,
  { tenants }: Seeded,
): Promise<void> {
  if (tenants.provider.kind !== 'provider') return;
  const { courses } = await deps.courses.listOfProvider(tenants.provider.providerId, { limit: 1 });
  const [course] = courses;
  if (!course) return;
  const on = `${deps.clock.now().getUTCFullYear()}-12-31`;
  await makeObligation(deps.obligations, {
    principal,
    request: {
      ...{ title: 'Keamanan informasi bagi semua pegawai', courseIds: [course.courseId], audience: {} },
      ...{ due: { kind: 'once', on }, note: 'Surat Edaran Contoh Nomor 1.' },
    },
  });
}
