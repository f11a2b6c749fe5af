import {
  addModule,
  type CourseId,
  changeSettings,
  commentReview,
  commentSchema,
  courseSettingsSchema,
  decideReview,
  decisionSchema,
  draftEditSchema,
  editDraft,
  freezeDraft,
  getReview,
  listReviews,
  newModuleSchema,
  submissionSchema,
  submitForReview,
  withdrawReview,
} from '@sinau/catalogue';
import { type HttpApp, readJson } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';
import { placeOf } from './version-place.ts';
import { viewOfCourse, viewOfReview, viewOfVersion } from './views.ts';

const write = ['scope:courses/write'] as const;

/** Drafts: everything an editor does in the studio. */
export function addDraftRoutes(app: HttpApp, deps: ApiDeps): void {
  app.route({ method: 'PATCH', path: '/api/courses/:courseId', access: write }, async (c) => {
    const courseId = c.req.param('courseId') as CourseId;
    const edit = await readJson(c.req, draftEditSchema);
    return c.json(viewOfCourse(await editDraft(deps, { principal: c.get('principal'), courseId, edit })));
  });
  app.route({ method: 'POST', path: '/api/courses/:courseId/modules', access: write }, async (c) => {
    const courseId = c.req.param('courseId') as CourseId;
    const module = await readJson(c.req, newModuleSchema);
    return c.json(
      viewOfCourse(await addModule(deps, { principal: c.get('principal'), courseId, module })),
      201,
    );
  });
  app.route({ method: 'PATCH', path: '/api/courses/:courseId/settings', access: write }, async (c) => {
    const courseId = c.req.param('courseId') as CourseId;
    const settings = await readJson(c.req, courseSettingsSchema);
    return c.json(
      viewOfCourse(await changeSettings(deps, { principal: c.get('principal'), courseId, settings })),
    );
  });
  app.route({ method: 'POST', path: '/api/courses/:courseId/versions', access: write }, async (c) => {
    const courseId = c.req.param('courseId') as CourseId;
    const { version } = await freezeDraft(deps, { principal: c.get('principal'), courseId });
    return c.json(viewOfVersion(version), 201);
  });
}

/** Reviews: the provider submits, somebody of the platform decides. */
export function addReviewRoutes(app: HttpApp, deps: ApiDeps): void {
  const course = '/api/courses/:courseId';
  const review = `${course}/versions/:version/review`;
  const both = ['scope:courses/read', 'scope:courses/review'] as const;
  app.route({ method: 'POST', path: `${course}/submit`, access: write, owner: 'provider' }, async (c) => {
    const courseId = c.req.param('courseId') as CourseId;
    const submission = await readJson(c.req, submissionSchema);
    const done = await submitForReview(deps, { principal: c.get('principal'), courseId, submission });
    return c.json(viewOfReview(done.review), 201);
  });
  app.route({ method: 'POST', path: `${course}/withdraw`, access: write, owner: 'provider' }, async (c) => {
    const courseId = c.req.param('courseId') as CourseId;
    return c.json(viewOfCourse(await withdrawReview(deps, { principal: c.get('principal'), courseId })));
  });
  app.route({ method: 'GET', path: '/api/reviews', access: ['scope:courses/review'] }, async (c) => {
    const reviews = await listReviews(deps, { principal: c.get('principal') });
    return c.json({ reviews: reviews.map(viewOfReview) });
  });
  app.route({ method: 'GET', path: review, access: both }, async (c) => {
    const at = { principal: c.get('principal'), ...placeOf(c.req.param()) };
    const found = await getReview(deps, at);
    const { versionRule, rev } = found.course;
    return c.json({
      ...viewOfReview(found.review),
      ...{ content: viewOfVersion(found.version), versionRule, rev },
    });
  });
  app.route({ method: 'POST', path: `${review}/comments`, access: both }, async (c) => {
    const comment = await readJson(c.req, commentSchema);
    const at = { principal: c.get('principal'), ...placeOf(c.req.param()) };
    return c.json(viewOfReview(await commentReview(deps, { ...at, comment })), 201);
  });
  app.route({ method: 'POST', path: `${review}/decision`, access: ['scope:courses/review'] }, async (c) => {
    const decision = await readJson(c.req, decisionSchema);
    const at = { principal: c.get('principal'), ...placeOf(c.req.param()) };
    return c.json(viewOfReview((await decideReview(deps, { ...at, decision })).review));
  });
}
