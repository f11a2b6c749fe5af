import type { Portal } from '../visit.ts';
import type { HabitsPorts } from './habit-ports.ts';
import { habitsPath } from './paths.ts';

const visits = () => import('./habit-visits.tsx');

const routes = [
  ['GET', habitsPath, 'showHabits'],
  ['POST', `${habitsPath}/time`, 'pledgeTime'],
  ['POST', `${habitsPath}/course`, 'pledgeCourse'],
  ['POST', `${habitsPath}/team-time`, 'pledgeTeamTime'],
  ['POST', `${habitsPath}/away`, 'noteAway'],
  ['POST', `${habitsPath}/away/remove`, 'forgetAway'],
  ['POST', `${habitsPath}/hide`, 'hide'],
  ['POST', `${habitsPath}/pledges/:pledgeId/renew`, 'renew'],
  ['POST', `${habitsPath}/pledges/:pledgeId/let-go`, 'letGo'],
  ['POST', `${habitsPath}/pledges/:pledgeId/share`, 'share'],
] as const;

/** A person's own weeks and pledges. */
export function registerHabits(portal: Portal, ports: HabitsPorts): void {
  for (const [method, path, name] of routes) {
    portal.person({ method, path, access: ['person'] }, async (visit) =>
      (await visits())[name](visit, ports),
    );
  }
}
