import { reportingDay } from '@sinau/compliance';
import { isTaken } from '@sinau/enrolment';
import {
  findPerson,
  type ListedPeople,
  listClients,
  listPeople,
  type PersonSummary,
  summaryOf,
} from '@sinau/identity';
import type { AgencyId, Jp, PersonPrincipal } from '@sinau/kernel';
import { consistentThrough } from '@sinau/lrs';
import { countWaiting, type PullState, readPulls } from '@sinau/records';
import {
  type AgencyPorts,
  type CourseView,
  type LearningRow,
  type PullProgress,
  type PullView,
  progressOf,
} from '@sinau/web';
import { courseViewOf } from './course-view.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import { ownTenant } from './own-tenant.ts';

const none = 0 as Jp;

export function joinAgency(deps: PortalDeps): AgencyPorts {
  return {
    peopleOf: async (principal, asked) => {
      const tenant = ownTenant(principal);
      const page = await askedPeople(deps, principal, asked);
      const { credit } = await deps.credit();
      const year = Number(reportingDay(deps.clock.now()).slice(0, 4));
      const people = await inTurns(page.people, async (person) => {
        const taken = (await deps.enrolments.listCurrent(person.personId)).filter(isTaken);
        return {
          personId: person.personId,
          name: person.name,
          status: person.status,
          lent: isLent(person, tenant.agencyId),
          activeCourses: taken.filter(({ state }) => state === 'active').length,
          completedCourses: taken.filter(({ state }) => state === 'completed').length,
          jpThisYear: (await credit.findYear(person.personId, year))?.recognised ?? none,
          ...(person.maskedEmployeeNumber && { maskedEmployeeNumber: person.maskedEmployeeNumber }),
        };
      });
      return { people, ...(page.nextPageToken && { nextPageToken: page.nextPageToken }) };
    },
    learningOf: async (principal, pageToken) => {
      const tenant = ownTenant(principal);
      const page = await listPeople(deps, {
        principal,
        tenant,
        ...(pageToken !== undefined && { pageToken }),
      });
      const rows = (await inTurns(page.people, (person) => rowsOf(deps, person))).flat();
      return { rows, ...(page.nextPageToken && { nextPageToken: page.nextPageToken }) };
    },
    pullOf: (principal) => pullOf(deps, principal),
  };
}

type Asked = Parameters<AgencyPorts['peopleOf']>[1];

/** One by what is theirs alone, else those whose name begins so. */
async function askedPeople(
  deps: PortalDeps,
  principal: PersonPrincipal,
  { search, pageToken }: Asked,
): Promise<ListedPeople> {
  const found = search === undefined ? undefined : await findPerson(deps, { principal, text: search });
  if (found) return { people: [summaryOf(found)] };
  return listPeople(deps, {
    ...{ principal, tenant: ownTenant(principal) },
    ...(search !== undefined && { beginning: search }),
    ...(pageToken !== undefined && { pageToken }),
  });
}

/** Works elsewhere, or belongs elsewhere and works here. */
const isLent = ({ home, workingAgencyId }: PersonSummary, agencyId: AgencyId): boolean =>
  (workingAgencyId !== undefined && workingAgencyId !== agencyId) ||
  (home.kind === 'agency' && home.agencyId !== agencyId);

/** Clients that may pull or read, each with its place in the agency's feed. */
async function pullOf(deps: PortalDeps, principal: PersonPrincipal): Promise<PullView> {
  const tenant = ownTenant(principal);
  const clients = await listClients(deps, { principal, tenant });
  const { total, clients: states } = await readPulls(deps, tenant);
  const byClient = new Map(states.map((state) => [state.clientId, state]));
  const first = await countWaiting(deps, { agencyId: tenant.agencyId, places: new Map(), chunks: 1 });
  const unread = {
    position: 0,
    filtered: false,
    ...(total !== undefined && { total }),
    ...(first.oldestStored !== undefined && { oldestStored: first.oldestStored }),
  };
  const pulling = clients.filter(
    ({ scopes, disabledAt }) =>
      disabledAt === undefined && (scopes.includes('records/read') || scopes.includes('statements/read')),
  );
  return {
    rows: pulling.map(({ clientId, name, scopes, lastUsedAt }) => {
      const state = byClient.get(clientId);
      const row = { clientId, client: name, scopes };
      if (!scopes.includes('records/read')) return { ...row, ...(lastUsedAt && { lastPullAt: lastUsedAt }) };
      return { ...row, feed: progressIn(state ?? unread), ...(state && { lastPullAt: state.at }) };
    }),
    ...(total !== undefined && { total }),
    consistentThrough: await consistentThrough(deps, 'national'),
    tokenUrl: `${deps.portalOrigin}/oauth/token`,
    recordsUrl: `${deps.portalOrigin}/records`,
    xapiUrl: `${deps.portalOrigin}/xapi`,
  };
}

function progressIn(state: Omit<PullState, 'clientId' | 'at'>): PullProgress {
  const { total, position, filtered, oldestStored } = state;
  return {
    filtered,
    ...(total !== undefined && { total }),
    ...(position !== undefined && { position }),
    ...(oldestStored !== undefined && { oldestWaiting: oldestStored }),
  };
}

/** What one person takes, the newest first. */
async function rowsOf(deps: PortalDeps, { personId, name }: PersonSummary): Promise<readonly LearningRow[]> {
  const enrolments = (await deps.enrolments.listCurrent(personId)).filter(isTaken);
  const rows = await inTurns(enrolments, async (enrolment) => {
    const course = await courseViewOf(deps, {
      personId,
      courseId: enrolment.courseId,
      enrolment,
      asObserver: true,
    });
    return rowOf({ personId, name }, course);
  });
  return [...rows].sort((a, b) => Date.parse(b.enrolledAt) - Date.parse(a.enrolledAt));
}

function rowOf(person: Pick<PersonSummary, 'personId' | 'name'>, course: CourseView): LearningRow {
  const { percent, begun } = progressOf(course);
  const { state = 'active', enrolledAt = '', completedAt, providerWord } = course.enrolment ?? {};
  const isTakenBack = providerWord?.takenBack !== undefined;
  return {
    ...person,
    courseId: course.courseId,
    course: course.title,
    state: isTakenBack ? 'taken-back' : state,
    percent,
    begun,
    enrolledAt,
    ...(completedAt !== undefined && { completedAt }),
    ...(providerWord && { providerWord }),
  };
}
