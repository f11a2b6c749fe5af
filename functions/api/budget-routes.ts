import type { EnrolmentStore, QuotaStore } from '@sinau/enrolment';
import type { HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

export type BudgetRouteDeps = Pick<
  ApiDeps,
  'annualPlan' | 'budget' | 'clock' | 'courses' | 'ids' | 'signer'
> & {
  readonly enrolments: EnrolmentStore;
  readonly quotas: QuotaStore;
};
export type BudgetContext = Parameters<Parameters<HttpApp['route']>[1]>[0];

// Few requests are about these.
const reading = () => import('./budget-answers.ts');
const writing = () => import('./budget-writing.ts');

const line = '/api/budget/lines/:lineId';

/** What an agency may spend on learning, for its own systems. */
export function addBudgetRoutes(app: HttpApp, deps: BudgetRouteDeps): void {
  const read = { method: 'GET', access: ['scope:budget/read'], owner: 'agency' } as const;
  app.route({ ...read, path: '/api/budget/lines' }, async (c) => (await reading()).lines(c, deps));
  app.route({ ...read, path: line }, async (c) => (await reading()).oneLine(c, deps));
  app.route({ ...read, path: `${line}/bookings`, reads: { what: 'seats' } }, async (c) =>
    (await reading()).bookings(c, deps),
  );
  app.route({ ...read, path: `${line}/entries` }, async (c) => (await reading()).entries(c, deps));
  app.route({ ...read, path: '/api/budget/course-costs' }, async (c) =>
    (await reading()).courseCosts(c, deps),
  );
  app.route({ ...read, path: '/api/budget/unit-costs' }, async (c) => (await reading()).unitCosts(c, deps));
  app.route({ ...read, path: '/api/budget/indicators' }, async (c) => (await reading()).indicators(c, deps));
  addWriting(app, deps);
}

function addWriting(app: HttpApp, deps: BudgetRouteDeps): void {
  const access = ['scope:budget/write'] as const;
  const post = { method: 'POST', access, owner: 'agency' } as const;
  const put = { method: 'PUT', access, owner: 'agency' } as const;
  app.route({ ...post, path: '/api/budget/lines' }, async (c) => (await writing()).open(c, deps));
  app.route({ ...put, path: line }, async (c) => (await writing()).terms(c, deps));
  app.route({ ...put, path: `${line}/ceiling` }, async (c) => (await writing()).ceiling(c, deps));
  app.route({ ...put, path: `${line}/state` }, async (c) => (await writing()).state(c, deps));
  app.route({ ...post, path: `${line}/bookings` }, async (c) => (await writing()).book(c, deps));
  app.route({ ...post, path: `${line}/bookings/:bookingId/steps` }, async (c) =>
    (await writing()).step(c, deps),
  );
  app.route({ ...post, path: '/api/budget/unit-costs' }, async (c) => (await writing()).unitCost(c, deps));
  app.route({ ...put, path: '/api/quotas/:quotaId/budget-line' }, async (c) =>
    (await writing()).quotaLine(c, deps),
  );
}
