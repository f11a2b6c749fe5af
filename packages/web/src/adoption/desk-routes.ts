import type { ChampionsPorts } from '../champions/ports.ts';
import type { Portal } from '../visit.ts';
import type { HabitsPorts } from './habit-ports.ts';
import { agencyAdoptionPath, nudgesPath, teamWeekPath } from './paths.ts';
import type { AgencyAdoptionPorts, NudgesPorts, TeamWeekPorts } from './ports.ts';

// Few people ever see these.
const visits = () => import('./desk-visits.tsx');

/** What helps people to learn, for operators and agencies. */
export function registerAdoptionDesk(
  portal: Portal,
  ports: {
    readonly nudges: NudgesPorts;
    readonly agencyAdoption: AgencyAdoptionPorts;
    readonly teamWeek: TeamWeekPorts;
    readonly habits: HabitsPorts;
    readonly champions: ChampionsPorts;
  },
): void {
  const access = ['role:operator'] as const;
  portal.person({ method: 'GET', path: nudgesPath, access }, async (visit) =>
    (await visits()).showNudges(visit, ports.nudges),
  );
  portal.person({ method: 'POST', path: nudgesPath, access }, async (visit) =>
    (await visits()).startNudge(visit, ports.nudges),
  );
  portal.person({ method: 'POST', path: `${nudgesPath}/:kind/:version/stop`, access }, async (visit) =>
    (await visits()).stopNudge(visit, ports.nudges),
  );
  portal.person({ method: 'GET', path: agencyAdoptionPath, access: ['role:agency-admin'] }, async (visit) =>
    (await visits()).showAgency(visit, ports.agencyAdoption),
  );
  const team = { access: ['role:supervisor'], reads: { what: 'team' } } as const;
  portal.person({ method: 'GET', path: teamWeekPath, ...team }, async (visit) =>
    (await visits()).showTeamWeek(visit, ports),
  );
}
