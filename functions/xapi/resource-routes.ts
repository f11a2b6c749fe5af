import { getActivity, getPerson } from '@sinau/lrs';
import type { HttpApp } from '@sinau/platform/http';
import { parseActivitiesQuery, parseAgentsQuery, supportedVersions } from '@sinau/xapi';
import { createSolutionHider } from '../shared/hide-solutions.ts';
import { callerOf, storeOf } from './caller.ts';
import type { XapiDeps } from './deps.ts';
import { refused } from './read-statements.ts';
import { requireVersion } from './request-version.ts';
import { parametersOf, refuseParameters } from './statement-writes.ts';

/** About, Agents and Activities. */
export function addResourceRoutes(app: HttpApp, deps: XapiDeps): void {
  const access = [
    'scope:statements/read',
    'scope:statements/read/mine',
    'scope:profile',
    'scope:state',
    'au',
  ] as const;

  app.route({ method: 'GET', path: '/xapi/about', access: ['anyone'] }, (c) => {
    refuseParameters(c);
    return c.json({
      version: supportedVersions,
      extensions: { [`${deps.issuer}/xapi/openapi`]: '/api/openapi.json' },
    });
  });

  app.route({ method: 'GET', path: '/xapi/agents', access }, async (c) => {
    const query = parseAgentsQuery(parametersOf(c), requireVersion(c.req));
    if (!query.ok) throw refused('The parameters are not right.', query.issues);
    const caller = callerOf(c.get('principal'));
    if (caller.kind === 'au') await deps.aus.check(caller, { resource: 'agents', agent: query.agent });
    return c.json(getPerson(query.agent));
  });

  app.route({ method: 'GET', path: '/xapi/activities', access }, async (c) => {
    const query = parseActivitiesQuery(parametersOf(c), requireVersion(c.req));
    if (!query.ok) throw refused('The parameters are not right.', query.issues);
    const caller = callerOf(c.get('principal'));
    if (caller.kind === 'au') await deps.aus.check(caller, { resource: 'activities' });
    const store = storeOf(caller);
    const activity = await getActivity(deps.lrs, { store, activityId: query.activityId });
    if (caller.kind !== 'au' || !activity.definition) return c.json(activity);
    const hider = createSolutionHider(deps.issuer);
    return c.json({ ...activity, definition: hider.definitionFor(activity.id, activity.definition) });
  });
}
