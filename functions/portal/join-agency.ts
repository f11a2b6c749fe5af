import { isTaken } from '@sinau/enrolment';
import { listClients, listPeople, organisationName, type PersonSummary } from '@sinau/identity';
import { type Jp, localDateOf, type PersonPrincipal, yearOf } from '@sinau/kernel';
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

/** Pages of people the overview counts over; an agency with more is told that it is partial. */
const countedPages = 4;
const recentRows = 5;

export function joinAgency(deps: PortalDeps): AgencyPorts {
  return {
    overviewOf: (principal) => overviewOf(deps, principal),
    peopleOf: async (principal, pageToken) => {
      const tenant = ownTenant(principal);
      const page = await listPeople(deps, {
        principal,
        tenant,
        ...(pageToken !== undefined && { pageToken }),
      });
      const people = await inTurns(page.people, async (person) => {
        const rows = await rowsOf(deps, person);
        return {
          personId: person.personId,
          name: person.name,
          status: person.status,
          lent: person.workingAgencyId !== undefined && person.workingAgencyId !== tenant.agencyId,
          activeCourses: rows.filter(({ state }) => state === 'active').length,
          completedCourses: rows.filter(({ state }) => state === 'completed').length,
          jpThisYear: earnedThisYear(deps, rows),
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

interface Row extends LearningRow {
  readonly jp: Jp;
}

/** What one person takes, the newest first. */
async function rowsOf(deps: PortalDeps, { personId, name }: PersonSummary): Promise<readonly Row[]> {
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

function rowOf(person: Pick<PersonSummary, 'personId' | 'name'>, course: CourseView): Row {
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
    jp: (isTakenBack ? undefined : course.jp) ?? (0 as Jp),
  };
}

/** By the calendar of western Indonesia, where agencies report; the person's own zone decides once JP are credited. */
function earnedThisYear(deps: Pick<PortalDeps, 'clock'>, rows: readonly Row[]): Jp {
  const yearAt = (ms: number) => yearOf(localDateOf(ms, 'Asia/Jakarta'));
  const year = yearAt(deps.clock.now().getTime());
  return rows
    .filter(({ completedAt }) => completedAt !== undefined && yearAt(Date.parse(completedAt)) === year)
    .reduce((sum, { jp }) => sum + jp, 0) as Jp;
}

async function overviewOf(deps: PortalDeps, principal: PersonPrincipal) {
  const tenant = ownTenant(principal);
  const agency = (await organisationName(deps, tenant)) ?? '';
  const people: PersonSummary[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < countedPages; page += 1) {
    const read = await listPeople(deps, { principal, tenant, ...(pageToken !== undefined && { pageToken }) });
    people.push(...read.people);
    pageToken = read.nextPageToken;
    if (pageToken === undefined) break;
  }
  const rows = (await inTurns(people, (person) => rowsOf(deps, person))).flat();
  const completed = rows.filter(({ state }) => state === 'completed');
  return {
    agency,
    people: people.length,
    partial: pageToken !== undefined,
    enrolled: rows.length,
    started: rows.filter(({ begun }) => begun).length,
    completed: completed.length,
    jpEarned: earnedThisYear(deps, rows),
    recent: [...completed]
      .sort((a, b) => Date.parse(b.completedAt ?? '') - Date.parse(a.completedAt ?? ''))
      .slice(0, recentRows),
  };
}
