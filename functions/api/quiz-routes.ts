import { type HttpApp, readJson } from '@sinau/platform/http';
import {
  changeQuiz,
  createQuiz,
  deleteQuiz,
  freezeQuiz,
  getQuiz,
  listQuizzes,
  newQuizSchema,
  placementSchema,
  placeQuiz,
  type QuizDraft,
  quizChangeSchema,
} from '@sinau/questions';
import { writeQuizDocument } from '@sinau/quiz';
import * as z from 'zod';
import { createQuizCourses } from '../shared/quiz-courses.ts';
import type { ApiDeps } from './deps.ts';
import { readQuery } from './read-query.ts';

const read = ['scope:questions/read'] as const;
const write = ['scope:questions/write'] as const;
const revSchema = z.strictObject({ rev: z.coerce.number().int().positive() });

/** Quizzes that a provider makes of its bank, and the way into a course. */
export function addQuizRoutes(app: HttpApp, deps: ApiDeps): void {
  app.route({ method: 'GET', path: '/api/quizzes', access: read }, async (c) => {
    const quizzes = await listQuizzes(deps, { principal: c.get('principal') });
    return c.json({
      quizzes: quizzes.map(({ quizId, title, updatedAt, rev }) => ({
        ...{ quizId, title, updatedAt, rev },
        url: `/api/quizzes/${quizId}`,
      })),
    });
  });
  app.route({ method: 'POST', path: '/api/quizzes', access: write }, async (c) => {
    const request = await readJson(c.req, newQuizSchema);
    const made = viewOf(await createQuiz(deps, { principal: c.get('principal'), request }));
    c.header('location', made.url);
    return c.json(made, 201);
  });
  addOneQuizRoutes(app, deps);
}

function addOneQuizRoutes(app: HttpApp, deps: ApiDeps): void {
  const path = '/api/quizzes/:quizId';
  app.route({ method: 'GET', path, access: read }, async (c) =>
    c.json(viewOf(await getQuiz(deps, { principal: c.get('principal'), quizId: c.req.param('quizId') }))),
  );
  app.route({ method: 'PUT', path, access: write }, async (c) => {
    const change = await readJson(c.req, quizChangeSchema);
    const own = { principal: c.get('principal'), quizId: c.req.param('quizId') };
    return c.json(viewOf(await changeQuiz(deps, { ...own, change })));
  });
  app.route({ method: 'DELETE', path, access: write }, async (c) => {
    const { rev } = readQuery(c.req.query(), revSchema);
    await deleteQuiz(deps, { principal: c.get('principal'), quizId: c.req.param('quizId'), rev });
    return c.body(null, 204);
  });
  app.route({ method: 'GET', path: `${path}/document`, access: read }, async (c) => {
    const own = { principal: c.get('principal'), quizId: c.req.param('quizId') };
    const { quiz } = await freezeQuiz(deps, await getQuiz(deps, own));
    return c.body(writeQuizDocument(quiz), 200, { 'content-type': 'application/json' });
  });
  app.route({ method: 'POST', path: `${path}/placements`, access: write }, async (c) => {
    const request = await readJson(c.req, placementSchema);
    const own = { principal: c.get('principal'), quizId: c.req.param('quizId') };
    const placed = await placeQuiz({ ...deps, courses: createQuizCourses(deps) }, { ...own, request });
    const { packageId, courseId, at } = placed;
    c.header('location', `/api/imports/${packageId}`);
    return c.json({ packageId, courseId, at, url: `/api/imports/${packageId}` }, 202);
  });
}

/** Title, introduction, sections, rules and `rev` are what a change takes. */
function viewOf({ providerId: _, placements, ...quiz }: QuizDraft) {
  return {
    ...quiz,
    placements: placements.map(({ digest: _digest, ...placement }) => placement),
    url: `/api/quizzes/${quiz.quizId}`,
  };
}
