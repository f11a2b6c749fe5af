import type { Portal } from '../visit.ts';
import { evaluationsPath, teamEvaluationsPath } from './paths.ts';
import type { EvaluationsPorts } from './ports.ts';

const visits = () => import('./visits.tsx');

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
