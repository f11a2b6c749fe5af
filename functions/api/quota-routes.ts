import type { EnrolmentStore, QuotaStore } from '@sinau/enrolment';
import type { HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

const access = ['scope:enrolments/write'] as const;

export type QuotaRouteDeps = Pick<ApiDeps, 'clock' | 'courses' | 'ids' | 'people' | 'organisations'> & {
  readonly enrolments: EnrolmentStore;
  readonly quotas: QuotaStore;
};
export type QuotaContext = Parameters<Parameters<HttpApp['route']>[1]>[0];

// Few requests ask for these.
const answers = () => import('./quota-answers.ts');

/** Seats that an agency has at providers, and what they cost, for its own systems and those of the platform. */
export function addQuotaRoutes(app: HttpApp, deps: QuotaRouteDeps): void {
  app.route({ method: 'GET', path: '/api/quotas', access }, async (c) => (await answers()).list(c, deps));
  app.route({ method: 'POST', path: '/api/quotas', access }, async (c) => (await answers()).create(c, deps));
  app.route({ method: 'PUT', path: '/api/quotas/:quotaId', access }, async (c) =>
    (await answers()).change(c, deps),
  );
  app.route({ method: 'PUT', path: '/api/quotas/:quotaId/pools', access }, async (c) =>
    (await answers()).divide(c, deps),
  );
  app.route({ method: 'GET', path: '/api/costs', access }, async (c) => (await answers()).costs(c, deps));
  app.route({ method: 'GET', path: '/api/costs/seats', access, reads: { what: 'seats' } }, async (c) =>
    (await answers()).seats(c, deps),
  );
}
