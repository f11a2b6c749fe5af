import type { HttpApp } from '@sinau/platform/http';
import { casePath } from '../shared/case-naming.ts';
import type { ApiDeps } from './deps.ts';

export type CaseRouteDeps = Pick<
  ApiDeps,
  'competency' | 'organisations' | 'clock' | 'digest' | 'portalOrigin'
>;

// Few requests ask for these.
const answers = () => import('./case-answers.ts');

/** Dictionaries as CASE 1.1 reads them (1EdTech REST/JSON binding, section 3): the nine of the nation, and those of the caller's agency. */
export function addCaseRoutes(app: HttpApp, deps: CaseRouteDeps): void {
  const read = { method: 'GET', access: ['scope:competence/read'], owner: 'agency' } as const;
  app.route({ ...read, path: `${casePath}/CFDocuments` }, async (c) =>
    (await answers()).answerDocuments(c, deps),
  );
  for (const kind of [
    ...(['CFDocuments', 'CFPackages', 'CFItems', 'CFItemAssociations'] as const),
    ...(['CFAssociations', 'CFRubrics'] as const),
  ]) {
    app.route({ ...read, path: `${casePath}/${kind}/:sourcedId` }, async (c) =>
      (await answers()).answerOne(c, deps, kind),
    );
  }
}
