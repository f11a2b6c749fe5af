import type { Portal } from '../visit.ts';
import { evaluationsPath, resultsPath, teamEvaluationsPath } from './paths.ts';
import type { EvaluationResultsPorts, EvaluationsPorts } from './ports.ts';

const visits = () => import('./visits.tsx');
const results = () => import('./result-visits.tsx');

const ownRoutes = [
  ['GET', evaluationsPath, 'showList'],
  ['GET', `${evaluationsPath}/:evaluationId`, 'showOne'],
  ['POST', `${evaluationsPath}/:evaluationId/end`, 'answerEnd'],
  ['POST', `${evaluationsPath}/:evaluationId/applied`, 'answerApplied'],
] as const;

/** What learners say of what they finished, and supervisors of what arrives at work. */
export function registerEvaluations(portal: Portal, ports: EvaluationsPorts): void {
  for (const [method, path, name] of ownRoutes) {
    portal.person({ method, path, access: ['person'], allWords: true }, async (visit) =>
      (await visits())[name](visit, ports),
    );
  }
  const access = ['role:supervisor'] as const;
  const list = { method: 'GET', path: teamEvaluationsPath, access, reads: { what: 'team' } } as const;
  portal.person(list, async (visit) => (await visits()).showTeam(visit, ports));
  const one = { path: `${teamEvaluationsPath}/:personId/:evaluationId`, access };
  const reads = { what: 'learning', of: 'personId' } as const;
  portal.person({ method: 'GET', ...one, reads }, async (visit) =>
    (await visits()).showTeamOne(visit, ports),
  );
  portal.person({ method: 'POST', ...one }, async (visit) =>
    (await visits()).answerAsSupervisor(visit, ports),
  );
}

const resultRoutes = [
  [resultsPath, 'showYear'],
  [`${resultsPath}/file`, 'downloadYear'],
  [`${resultsPath}/courses/:courseId`, 'showCourse'],
  [`${resultsPath}/events/:eventId`, 'showEvent'],
] as const;

/** Results for those who make and pay for training. */
export function registerEvaluationResults(portal: Portal, ports: EvaluationResultsPorts): void {
  const access = ['role:agency-admin'] as const;
  for (const [path, name] of resultRoutes) {
    portal.person({ method: 'GET', path, access }, async (visit) => (await results())[name](visit, ports));
  }
  const own = { path: '/studio/courses/:courseId/evaluations', access: ['role:provider-author'] } as const;
  portal.person({ method: 'GET', ...own }, async (visit) => (await results()).showOwnCourse(visit, ports));
  const held = { path: '/studio/events/:eventId/evaluations', access: ['role:provider-author'] } as const;
  portal.person({ method: 'GET', ...held }, async (visit) => (await results()).showOwnEvent(visit, ports));
}
