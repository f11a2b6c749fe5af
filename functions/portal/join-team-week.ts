import type { PersonPrincipal } from '@sinau/kernel';
import type { TeamWeekPorts } from '@sinau/web';
import { readTeamWaits } from '../shared/team-waits.ts';
import { readTeamWeek } from '../shared/team-week.ts';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<
  PortalDeps,
  | 'people'
  | 'obligations'
  | 'enrolments'
  | 'courses'
  | 'paths'
  | 'competency'
  | 'evaluations'
  | 'recognition'
  | 'external'
  | 'events'
  | 'cohorts'
  | 'collaboration'
  | 'clock'
>;

/** The week of a supervisor's team. */
export function joinTeamWeek(deps: Deps): TeamWeekPorts {
  return {
    async weekOf({ personId }) {
      const [{ duties }, { persons }, { evaluations }, { recognitions }] = await Promise.all([
        deps.obligations(),
        deps.competency(),
        deps.evaluations(),
        deps.recognition(),
      ]);
      const waits = (supervisor: PersonPrincipal) => readTeamWaits(deps, supervisor);
      return readTeamWeek({ ...deps, duties, persons, evaluations, recognitions, waits }, personId);
    },
  };
}
