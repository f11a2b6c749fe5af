import { forClientsOf, type HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

export type LearningPathRouteDeps = Pick<ApiDeps, 'paths' | 'signer'>;

// Few machines look after paths.
const answers = () => import('./learning-path-answers.ts');

const access = ['scope:enrolments/write'] as const;
const path = '/api/learning-paths';
const one = `${path}/:pathId`;

/** Learning paths of an agency and who is on them, for its own systems. */
export function addLearningPathRoutes(app: HttpApp, deps: LearningPathRouteDeps): void {
  const ofAgencies = forClientsOf('agency', app);
  ofAgencies.route({ method: 'GET', path, access }, async (c) => (await answers()).answerList(c, deps));
  ofAgencies.route({ method: 'GET', path: one, access }, async (c) => (await answers()).answerOne(c, deps));
  ofAgencies.route({ method: 'GET', path: `${one}/people`, access, reads: { what: 'learning' } }, async (c) =>
    (await answers()).answerPeople(c, deps),
  );
}
