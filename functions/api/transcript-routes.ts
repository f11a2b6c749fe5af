import type { HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

export type TranscriptRouteDeps = Pick<ApiDeps, 'people' | 'transcripts'>;

// Few requests are about these.
const answers = () => import('./transcript-answers.ts');

/** Yearly transcripts of an agency's people, for its own systems. */
export function addTranscriptRoutes(app: HttpApp, deps: TranscriptRouteDeps): void {
  const path = '/api/people/:personId/transcripts/:year';
  // Whoever may read every line may have them printed.
  const of = { access: ['scope:credit/read'], owner: 'agency' } as const;
  const reads = { what: 'lesson-hours', of: 'personId' } as const;
  app.route({ method: 'POST', path, ...of }, async (c) => (await answers()).answerOrdered(c, deps));
  app.route({ method: 'GET', path, ...of, reads }, async (c) => (await answers()).answerTranscript(c, deps));
  app.route({ method: 'GET', path: `${path}/pdf`, ...of, reads }, async (c) =>
    (await answers()).answerPdf(c, deps),
  );
  app.route({ method: 'GET', path: `${path}/clr`, ...of, reads }, async (c) =>
    (await answers()).answerRecord(c, deps),
  );
}
