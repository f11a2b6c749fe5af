import type { HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

export type ObligationRouteDeps = Pick<ApiDeps, 'obligations' | 'signer'>;

// Few machines require courses of people.
const answers = () => import('./obligation-answers.ts');

const exceptions = () => import('./exception-answers.ts');

const required = () => import('./required-answers.ts');

const access = ['scope:enrolments/write'] as const;
const path = '/api/obligations';
const one = `${path}/:obligationId`;

/** What an agency requires of audiences of its people, made by its own systems. */
export function addObligationRoutes(app: HttpApp, deps: ObligationRouteDeps): void {
  app.route({ method: 'GET', path, access }, async (c) => (await answers()).answerList(c, deps));
  app.route({ method: 'POST', path, access }, async (c) => (await answers()).answerMade(c, deps));
  const reads = { what: 'learning' } as const;
  // It names who has finished already.
  app.route({ method: 'POST', path: `${path}/preview`, access, reads }, async (c) =>
    (await answers()).answerPreview(c, deps),
  );
  app.route({ method: 'GET', path: one, access }, async (c) => (await answers()).answerOne(c, deps));
  app.route({ method: 'GET', path: `${one}/duties`, access, reads }, async (c) =>
    (await answers()).answerDuties(c, deps),
  );
  app.route({ method: 'POST', path: `${one}/terms/preview`, access }, async (c) =>
    (await exceptions()).answerTermsPreview(c, deps),
  );
  app.route({ method: 'PUT', path: `${one}/terms`, access }, async (c) =>
    (await exceptions()).answerTerms(c, deps),
  );
  // Reasons may tell of an illness.
  app.route({ method: 'GET', path: `${one}/exceptions`, access, reads }, async (c) =>
    (await exceptions()).answerExceptions(c, deps),
  );
  app.route({ method: 'PUT', path: `${one}/exceptions/:personId`, access }, async (c) =>
    (await exceptions()).answerException(c, deps),
  );
  app.route({ method: 'DELETE', path: `${one}/exceptions/:personId`, access }, async (c) =>
    (await exceptions()).answerExceptionUndone(c, deps),
  );
  app.route({ method: 'POST', path: `${one}/path/preview`, access }, async (c) =>
    (await required()).answerPathPreview(c, deps),
  );
  app.route({ method: 'PUT', path: `${one}/path`, access }, async (c) =>
    (await required()).answerPath(c, deps),
  );
  app.route({ method: 'POST', path: `${one}/courses/:courseId/preview`, access }, async (c) =>
    (await required()).answerCoursePreview(c, deps),
  );
  app.route({ method: 'PUT', path: `${one}/courses/:courseId`, access }, async (c) =>
    (await required()).answerCourse(c, deps),
  );
  app.route({ method: 'POST', path: `${one}/changes/:change/undo`, access }, async (c) =>
    (await required()).answerChangeUndone(c, deps),
  );
  for (const step of ['pause', 'resume', 'end'] as const) {
    app.route({ method: 'POST', path: `${one}/${step}`, access }, async (c) =>
      (await answers()).answerStep(c, deps, step),
    );
  }
}
