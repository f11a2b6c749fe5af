import { CourseNotFound, ownCourse } from '@sinau/catalogue';
import { launchTrial, readTrial, restartTrial, type TrialPlace } from '@sinau/delivery';
import type { PersonId, Principal } from '@sinau/kernel';
import { AccessDenied, type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import type { ApiDeps } from './deps.ts';
import { placeOf } from './version-place.ts';

const trialSchema = z.strictObject({
  /** Position of the part in document order, from 0. */
  auIndex: z.int().min(0).max(9_999),
  language: z.enum(['id', 'en']).exactOptional(),
  /** True: forget what was tried before. */
  anew: z.boolean().exactOptional(),
});

type Deps = Pick<ApiDeps, 'courses' | 'delivery' | 'trialStatements' | 'portalOrigin'>;

/** Own versions, published or not, as a learner would run them, and what their content tells the record store: into the sandbox. */
export function addTrialRoutes(app: HttpApp, deps: Deps): void {
  const path = '/api/courses/:courseId/versions/:version/trials';
  const { delivery } = deps;
  // The answer is a permission to launch: it is not kept to be given out again.
  app.route({ method: 'POST', path, access: ['scope:courses/write'], replayable: false }, async (c) => {
    const { auIndex, language, anew } = await readJson(c.req, trialSchema);
    const at = await trialOf(deps, c.get('principal'), c.req.param());
    if (anew) await restartTrial(delivery, at);
    const returnUrl = `${deps.portalOrigin}/studio/courses/${at.courseId}`;
    const locale = language && { locale: language };
    const { url, registration, sessionId, activityId, mode, launchMethod } = await launchTrial(delivery, {
      ...{ at, auIndex, returnUrl, ...locale },
    });
    return c.json({ url, registration, sessionId, activityId, launchMode: mode, launchMethod }, 201);
  });
  app.route({ method: 'GET', path, access: ['scope:courses/read'] }, async (c) => {
    const at = await trialOf(deps, c.get('principal'), c.req.param());
    const { registration, progress } = await readTrial(delivery, at);
    const told = registration === undefined ? [] : await deps.trialStatements(registration);
    return c.json({
      ...(registration !== undefined && { registration }),
      aus: progress.aus.map(({ state }, auIndex) => ({ auIndex, state })),
      statements: told.map(({ json }) => JSON.parse(json) as unknown),
    });
  });
}

/** One trial a client and version. */
async function trialOf(
  deps: Deps,
  principal: Principal,
  params: Record<string, string>,
): Promise<TrialPlace> {
  const { courseId, version } = placeOf(params);
  if (principal.kind !== 'client') throw new AccessDenied('Trials of people are in the studio.');
  await ownCourse(deps, { principal, courseId });
  if (!(await deps.courses.findVersion(courseId, version))) throw new CourseNotFound();
  return { personId: principal.clientId as PersonId, courseId, version };
}
