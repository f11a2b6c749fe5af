import type { PeopleStore, Person } from '@sinau/identity';
import type { HttpApp } from '@sinau/platform/http';
import { addCaseRoutes, type CaseRouteDeps } from './case-routes.ts';
import type { ApiDeps } from './deps.ts';

export type CompetenceRouteDeps = Pick<ApiDeps, 'competency' | 'signer' | 'clock'> &
  CaseRouteDeps & {
    readonly people: {
      findByClaim(
        claim: Parameters<PeopleStore['findByClaim']>[0],
      ): Promise<Pick<Person, 'personId'> | undefined>;
    };
  };

// Few requests are about these.
const answers = () => import('./competence-answers.ts');
const writing = () => import('./competence-writing.ts');

/** How an agency and its people stand beside what posts ask for, for its own systems; the dictionaries as CASE too. */
export function addCompetenceRoutes(app: HttpApp, deps: CompetenceRouteDeps): void {
  const read = { method: 'GET', access: ['scope:competence/read'], owner: 'agency' } as const;
  const write = { method: 'POST', access: ['scope:competence/write'], owner: 'agency' } as const;
  app.route({ ...read, path: '/api/competence/map' }, async (c) => (await answers()).answerMap(c, deps));
  app.route({ ...read, path: '/api/competence/dictionary' }, async (c) =>
    (await answers()).answerDictionary(c, deps),
  );
  app.route({ ...read, path: '/api/competence/standards' }, async (c) =>
    (await answers()).answerStandards(c, deps),
  );
  const list = { ...read, path: '/api/competence/people', reads: { what: 'competence' } } as const;
  app.route(list, async (c) => (await answers()).answerConcerned(c, deps));
  const person = '/api/people/:personId/competence';
  app.route({ ...read, path: person, reads: { what: 'competence', of: 'personId' } }, async (c) =>
    (await answers()).answerPerson(c, deps),
  );
  app.route({ ...write, path: '/api/competence/assessments' }, async (c) =>
    (await writing()).answerAssessed(c, deps),
  );
  app.route({ ...write, path: `${person}/withdrawals` }, async (c) =>
    (await writing()).answerWithdrawn(c, deps),
  );
  addCaseRoutes(app, deps);
}
