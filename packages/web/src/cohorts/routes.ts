import type { Portal } from '../visit.ts';
import { cohortsPath } from './paths.ts';
import type { CohortsPorts } from './ports.ts';

// Most pages are of courses.
const everybody = () => import('./visits.tsx');
const late = () => import('./late-visits.tsx');

const one = '/:cohortId';

const routes = [
  ['GET', '', 'showList'],
  ['POST', `${one}/apply`, 'apply'],
  ['POST', `${one}/confirm`, 'confirm'],
  ['GET', `${one}/calendar.ics`, 'sendCalendar'],
  ['GET', `${one}/leave`, 'askLeave'],
  ['POST', `${one}/leave`, 'leave'],
] as const;

/** Cohorts, for whoever learns and whoever looks after one. */
export function registerCohorts(portal: Portal, ports: CohortsPorts): void {
  for (const [method, below, name] of routes) {
    const path = `${cohortsPath}${below}`;
    const route = { method, path, access: ['person'], allWords: true, viewable: method === 'GET' } as const;
    portal.person(route, async (visit) => (await everybody())[name](visit, ports));
  }
  // Whoever looks after it is shown who is in it.
  const shown = { path: `${cohortsPath}${one}`, access: ['person'], allWords: true, viewable: true } as const;
  portal.person({ ...shown, method: 'GET', reads: { what: 'learning' } }, async (visit) =>
    (await everybody()).showCohort(visit, ports),
  );
  portal.person(
    {
      ...{ method: 'GET', path: `${shown.path}/late`, access: ['person'], allWords: true },
      reads: { what: 'learning' },
    },
    async (visit) => (await late()).showOwnLate(visit, ports),
  );
}
