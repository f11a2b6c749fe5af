import { type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import type { ApiDeps } from './deps.ts';
import { readQuery } from './read-query.ts';

const read = ['scope:questions/read'] as const;
const write = ['scope:questions/write'] as const;
/** Loaded with the first request: few machines make quizzes. */
const bank = () => import('./quiz-answers.ts');
const revSchema = z.strictObject({ rev: z.coerce.number().int().positive() });

/** Quizzes that a provider makes of its bank, and the way into a course. */
export function addQuizRoutes(app: HttpApp, deps: ApiDeps): void {
  app.route({ method: 'GET', path: '/api/quizzes', access: read }, async (c) => {
    const { listQuizzes } = await bank();
    const quizzes = await listQuizzes(deps, { principal: c.get('principal') });
    return c.json({
      quizzes: quizzes.map(({ quizId, title, updatedAt, rev }) => ({
        ...{ quizId, title, updatedAt, rev },
        url: `/api/quizzes/${quizId}`,
      })),
    });
  });
  app.route({ method: 'POST', path: '/api/quizzes', access: write }, async (c) => {
    const { createQuiz, newQuizSchema, viewOfQuiz } = await bank();
    const request = await readJson(c.req, newQuizSchema);
    const made = viewOfQuiz(await createQuiz(deps, { principal: c.get('principal'), request }));
    c.header('location', made.url);
    return c.json(made, 201);
  });
  addOneQuizRoutes(app, deps);
}

function addOneQuizRoutes(app: HttpApp, deps: ApiDeps): void {
  const path = '/api/quizzes/:quizId';
  app.route({ method: 'GET', path, access: read }, async (c) => {
    const { getQuiz, viewOfQuiz } = await bank();
    const own = { principal: c.get('principal'), quizId: c.req.param('quizId') };
    return c.json(viewOfQuiz(await getQuiz(deps, own)));
  });
  app.route({ method: 'PUT', path, access: write }, async (c) => {
    const { changeQuiz, quizChangeSchema, viewOfQuiz } = await bank();
    const change = await readJson(c.req, quizChangeSchema);
    const own = { principal: c.get('principal'), quizId: c.req.param('quizId') };
    return c.json(viewOfQuiz(await changeQuiz(deps, { ...own, change })));
  });
  app.route({ method: 'DELETE', path, access: write }, async (c) => {
    const { rev } = readQuery(c.req.query(), revSchema);
    const { deleteQuiz } = await bank();
    await deleteQuiz(deps, { principal: c.get('principal'), quizId: c.req.param('quizId'), rev });
    return c.body(null, 204);
  });
  app.route({ method: 'GET', path: `${path}/document`, access: read }, async (c) => {
    const own = { principal: c.get('principal'), quizId: c.req.param('quizId') };
    const { freezeQuiz, getQuiz, writeQuizDocument } = await bank();
    const { quiz } = await freezeQuiz(deps, await getQuiz(deps, own));
    return c.body(writeQuizDocument(quiz), 200, { 'content-type': 'application/json' });
  });
  app.route({ method: 'POST', path: `${path}/placements`, access: write }, async (c) => {
    const { createQuizCourses, placementSchema, placeQuiz } = await bank();
    const request = await readJson(c.req, placementSchema);
    const own = { principal: c.get('principal'), quizId: c.req.param('quizId') };
    const placed = await placeQuiz({ ...deps, courses: createQuizCourses(deps) }, { ...own, request });
    const { packageId, courseId, at } = placed;
    c.header('location', `/api/imports/${packageId}`);
    return c.json({ packageId, courseId, at, url: `/api/imports/${packageId}` }, 202);
  });
}
