import type { Portal } from '../visit.ts';
import { deskCohortsPath, teamCohortsPath } from './paths.ts';
import type { CohortsDeskPorts, CohortsPorts } from './ports.ts';

const everybody = () => import('./visits.tsx');
const desk = () => import('./desk-visits.tsx');
const late = () => import('./late-visits.tsx');

const one = '/:cohortId';

const deskRoutes = [
  ['GET', '', 'showList'],
  ['GET', '/new', 'showNew'],
  ['POST', '/new', 'make'],
  ['GET', `${one}/change`, 'showChange'],
  ['POST', `${one}/change`, 'change'],
  ['POST', `${one}/act`, 'act'],
  ['POST', `${one}/cancel`, 'cancel'],
  ['POST', `${one}/people`, 'nominate'],
  ['POST', `${one}/seats`, 'takeBack'],
] as const;

/** Cohorts, for supervisors of those who learn, and for the agency that holds them. */
export function registerCohortsDesk(
  portal: Portal,
  ports: { readonly cohorts: CohortsPorts; readonly cohortsDesk: CohortsDeskPorts },
): void {
  const team = { path: teamCohortsPath, access: ['role:supervisor'] } as const;
  portal.person({ ...team, method: 'GET', reads: { what: 'team' } }, async (visit) =>
    (await everybody()).showTeam(visit, ports.cohorts),
  );
  portal.person({ ...team, method: 'POST' }, async (visit) =>
    (await everybody()).decide(visit, ports.cohorts),
  );
  portal.person({ ...team, path: `${teamCohortsPath}/nominate`, method: 'POST' }, async (visit) =>
    (await everybody()).nominate(visit, ports.cohorts),
  );
  registerDesk(portal, ports.cohortsDesk);
}

function registerDesk(portal: Portal, ports: CohortsDeskPorts): void {
  const access = ['role:agency-admin'] as const;
  for (const [method, below, name] of deskRoutes) {
    portal.person({ method, path: `${deskCohortsPath}${below}`, access }, async (visit) =>
      (await desk())[name](visit, ports),
    );
  }
  // These show who is in it, and how far.
  const reads = { what: 'learning' } as const;
  portal.person({ method: 'GET', path: `${deskCohortsPath}${one}`, access, reads }, async (visit) =>
    (await desk()).showCohort(visit, ports),
  );
  portal.person({ method: 'GET', path: `${deskCohortsPath}${one}/late`, access, reads }, async (visit) =>
    (await late()).showLate(visit, ports),
  );
  portal.person({ method: 'GET', path: `${deskCohortsPath}${one}/roster`, access, reads }, async (visit) =>
    (await desk()).sendRoster(visit, ports),
  );
}
