import type { HttpApp } from '@sinau/platform/http';
import type { LtiServicesDeps } from './deps.ts';
import { addLineItemRoutes } from './line-item-routes.ts';
import { addRosterRoute } from './roster-route.ts';
import { addScoreRoutes } from './score-routes.ts';
import { addTokenRoute } from './token-route.ts';

/** What tools call by themselves: tokens, grades, rosters (LTI Advantage). */
export function addServiceRoutes(app: HttpApp, deps: LtiServicesDeps): void {
  addTokenRoute(app, deps);
  addLineItemRoutes(app, deps);
  addScoreRoutes(app, deps);
  addRosterRoute(app, deps);
}
