import { forClientsOf, type HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

export type AgreementRouteDeps = Pick<
  ApiDeps,
  'agreements' | 'sharing' | 'disclosures' | 'organisations' | 'clock' | 'ids'
>;
export type AgreementContext = Parameters<Parameters<HttpApp['route']>[1]>[0];

// Few machines make or stop agreements.
const answers = () => import('./agreement-answers.ts');
const decisions = () => import('./sharing-answers.ts');

const read = ['scope:agreements/read'] as const;
const write = ['scope:agreements/write'] as const;
const sharing = ['scope:sharing/write'] as const;
const ofProvider = '/api/providers/:providerId/agreements';
const oneVersion = `${ofProvider}/:agreementId/:version`;

/** What providers may hear of people: made by machines of the platform, read by those of providers, stopped by those of agencies. */
export function addAgreementRoutes(app: HttpApp, deps: AgreementRouteDeps): void {
  addVersionRoutes(app, deps);
  addStepRoutes(app, deps);
  addSharingRoutes(forClientsOf('agency', app), deps);
}

function addVersionRoutes(app: HttpApp, deps: AgreementRouteDeps): void {
  app.route({ method: 'GET', path: ofProvider, access: read }, async (c) => (await answers()).list(c, deps));
  app.route({ method: 'POST', path: ofProvider, access: write }, async (c) =>
    (await answers()).draft(c, deps),
  );
  app.route({ method: 'POST', path: `${ofProvider}/:agreementId/versions`, access: write }, async (c) =>
    (await answers()).revise(c, deps),
  );
  app.route({ method: 'GET', path: oneVersion, access: read }, async (c) => (await answers()).show(c, deps));
  app.route({ method: 'PUT', path: oneVersion, access: write }, async (c) =>
    (await answers()).change(c, deps),
  );
  app.route({ method: 'DELETE', path: oneVersion, access: write }, async (c) =>
    (await answers()).remove(c, deps),
  );
}

function addStepRoutes(app: HttpApp, deps: AgreementRouteDeps): void {
  app.route({ method: 'POST', path: `${oneVersion}/activate`, access: write }, async (c) =>
    (await answers()).activate(c, deps),
  );
  app.route({ method: 'POST', path: `${oneVersion}/close`, access: write }, async (c) =>
    (await answers()).close(c, deps),
  );
  app.route({ method: 'POST', path: `${ofProvider}/revoke-all`, access: write }, async (c) =>
    (await answers()).revokeAll(c, deps),
  );
}

/** The agency is that of the client. */
function addSharingRoutes(app: HttpApp, deps: AgreementRouteDeps): void {
  const one = '/api/sharing/:providerId';
  app.route({ method: 'GET', path: '/api/sharing', access: sharing }, async (c) =>
    (await decisions()).list(c, deps),
  );
  app.route({ method: 'GET', path: one, access: sharing }, async (c) => (await decisions()).history(c, deps));
  app.route({ method: 'PUT', path: one, access: sharing }, async (c) => (await decisions()).decide(c, deps));
}
