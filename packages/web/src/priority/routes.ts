import type { Portal } from '../visit.ts';
import { priorityPath } from './paths.ts';
import type { PriorityPorts } from './ports.ts';

const visits = () => import('./visits.tsx');

/** Rights to be put before others of one waiting list (PP 11/2017 Ps 231–236). */
export function registerPriority(portal: Portal, ports: PriorityPorts): void {
  const access = ['person'] as const;
  portal.person({ method: 'GET', path: priorityPath, access, allWords: true }, async (visit) =>
    (await visits()).showOwn(visit, ports),
  );
  const use = { method: 'POST', path: `${priorityPath}/:seatId/use`, access, allWords: true } as const;
  portal.person(use, async (visit) => (await visits()).use(visit, ports));
}
