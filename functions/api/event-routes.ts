import type { HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

const access = ['scope:events/read'] as const;

/** Few machines ask for these. */
const answers = () => import('./event-answers.ts');

/** Events of the agency or provider of the caller, and how many seats are taken. Who takes part is not told here. */
export function addEventRoutes(app: HttpApp, { events, signer }: Pick<ApiDeps, 'events' | 'signer'>): void {
  app.route({ method: 'GET', path: '/api/events', access }, async (c) =>
    (await answers()).answerEvents(c, { ...(await events()), signer }),
  );
  app.route({ method: 'GET', path: '/api/events/:eventId', access }, async (c) =>
    (await answers()).answerEvent(c, { ...(await events()), signer }),
  );
}
