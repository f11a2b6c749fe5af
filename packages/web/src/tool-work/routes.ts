import type { PersonVisit, Portal } from '../visit.ts';
import type { ToolWorkPorts } from './ports.ts';

const pages = () => import('./answers.tsx');
const reads = { what: 'results' } as const;

/** What tools say of the work of learners, and the way to look at it there (Submission Review). */
export function registerToolWork(portal: Portal, ports: ToolWorkPorts): void {
  const own = '/courses/:courseId/learn/:partId/work';
  portal.person({ method: 'GET', path: own, access: ['person'] }, async (visit: PersonVisit) =>
    (await pages()).openOwn(visit, ports),
  );
  const access = ['role:provider-author'] as const;
  const course = '/studio/courses/:courseId/results';
  portal.person({ method: 'GET', path: course, access, reads }, async (visit) =>
    (await pages()).showCourse(visit, ports),
  );
  const one = `${course}/:moduleId/review`;
  const readsOne = { ...reads, of: 'told' } as const;
  portal.person({ method: 'GET', path: one, access, reads: readsOne }, async (visit) =>
    (await pages()).openOne(visit, ports),
  );
}
