import type { HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

const access = ['scope:plans/read'] as const;
const owner = 'agency' as const;

/** Few machines read plans. */
const answers = () => import('./plan-answers.ts');

/** Annual plans of an agency for its own systems. Nobody is named in them. */
export function addPlanRoutes(app: HttpApp, { annualPlan }: Pick<ApiDeps, 'annualPlan'>): void {
  app.route({ method: 'GET', path: '/api/annual-plans', access, owner }, async (c) =>
    (await answers()).answerPlans(c, await annualPlan()),
  );
  app.route({ method: 'GET', path: '/api/annual-plans/:year', access, owner }, async (c) =>
    (await answers()).answerPlan(c, await annualPlan()),
  );
  app.route({ method: 'GET', path: '/api/annual-plans/:year/realisation', access, owner }, async (c) =>
    (await answers()).answerRealisation(c, await annualPlan()),
  );
  app.route({ method: 'GET', path: '/api/need-signals', access, owner }, async (c) =>
    (await answers()).answerSignals(c, await annualPlan()),
  );
}
