import type { HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

export type EvaluationRouteDeps = Pick<ApiDeps, 'evaluations' | 'signer' | 'clock'>;

// Few machines ask for these.
const answers = () => import('./evaluation-answers.ts');

/** What people said of training, for systems of agencies (their people) and of providers (their courses). Nobody is named in it. */
export function addEvaluationRoutes(app: HttpApp, deps: EvaluationRouteDeps): void {
  const read = { method: 'GET', access: ['scope:evaluations/read'] } as const;
  app.route({ ...read, path: '/api/evaluations' }, async (c) => (await answers()).answerResults(c, deps));
  app.route({ ...read, path: '/api/evaluations/words' }, async (c) => (await answers()).answerWords(c, deps));
}
