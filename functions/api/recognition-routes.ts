import type { HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

export type RecognitionRouteDeps = Pick<ApiDeps, 'recognition' | 'priority' | 'signer' | 'clock'>;

// Few machines ask for these.
const answers = () => import('./recognition-answers.ts');

/** What people of an agency are recognised for, and their rights to priority, for its systems. What was done, and who proposed it, stays with people. */
export function addRecognitionRoutes(app: HttpApp, deps: RecognitionRouteDeps): void {
  const read = { method: 'GET', access: ['scope:recognitions/read'] } as const;
  const reads = { what: 'people' } as const;
  app.route({ ...read, path: '/api/recognitions', reads }, async (c) =>
    (await answers()).answerRecognitions(c, deps),
  );
  app.route({ ...read, path: '/api/recognitions/counts' }, async (c) =>
    (await answers()).answerCounts(c, deps),
  );
  app.route({ ...read, path: '/api/priority-seats', reads }, async (c) =>
    (await answers()).answerPrioritySeats(c, deps),
  );
}
