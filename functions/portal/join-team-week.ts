import type { TeamWeekPorts } from '@sinau/web';
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
      return readTeamWeek({ ...deps, duties, persons, evaluations, recognitions }, personId);
    },
  };
}
