import type { HttpApp } from '@sinau/platform/http';
import { packageLimits } from '@sinau/rostering/one-roster-package';
import type { ApiDeps } from './deps.ts';

const path = '/api/connections/:connectionId/packages';
const maxBodyBytes = packageLimits.file;

/** Few machines send packages. */
const answers = () => import('./package-answers.ts');

/** Packages of OneRoster, for universities without a server of it. */
export function addPackageRoutes(app: HttpApp, deps: Pick<ApiDeps, 'tables'>): void {
  app.route({ method: 'GET', path, access: ['scope:connections/read'] }, async (c) => {
    const at = { principal: c.get('principal'), connectionId: c.req.param('connectionId') ?? '' };
    return c.json(await (await answers()).shown(await deps.tables(), at));
  });
  // The body is the package: no form around it.
  const sent = { path, access: ['scope:connections/write'] as const, maxBodyBytes, replayable: false };
  app.route({ method: 'POST', ...sent }, async (c) => {
    const { status, body } = await (await answers()).sent(await deps.tables(), {
      ...{ principal: c.get('principal'), connectionId: c.req.param('connectionId') ?? '' },
      ...{ name: c.req.query('name') ?? '', bytes: new Uint8Array(await c.req.arrayBuffer()) },
    });
    return c.json(body, status);
  });
}
