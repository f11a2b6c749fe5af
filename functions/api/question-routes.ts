import { type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { ApiDeps } from './deps.ts';
import { addQuestionBankRoutes } from './question-bank-routes.ts';
import { readQuery } from './read-query.ts';

const read = ['scope:questions/read'] as const;
const write = ['scope:questions/write'] as const;

/** Loaded with the first request: few machines keep a bank. */
const bank = () => import('./question-answers.ts');
const copySchema = z.strictObject({ title: z.string().trim().min(1).max(200).exactOptional() });

/** The bank of a provider: everything that an author does in the studio. No route of it is for learners (case C5). */
export function addQuestionRoutes(app: HttpApp, deps: ApiDeps): void {
  app.route({ method: 'GET', path: '/api/questions', access: read }, async (c) => {
    const { listQuerySchema, listQuestions } = await bank();
    const { after, limit, ...query } = readQuery(c.req.query(), listQuerySchema);
    const principal = c.get('principal');
    const pages = sealedPages(deps, { list: 'questions', by: principal, of: query });
    const asked = { principal, query, limit, ...pages.open(after) };
    const { entries, next, ...counted } = await listQuestions(deps, asked);
    const goOn = (place: string) =>
      new URLSearchParams({ ...query, limit: String(limit), after: pages.seal(place) });
    return c.json({
      questions: entries.map((entry) => ({ ...entry, url: `/api/questions/${entry.questionId}` })),
      ...counted,
      ...(next !== undefined && { next: `/api/questions?${goOn(next)}` }),
    });
  });
  app.route({ method: 'POST', path: '/api/questions', access: write }, async (c) => {
    const { createQuestion, newQuestionSchema, viewOfQuestion } = await bank();
    const request = await readJson(c.req, newQuestionSchema);
    const made = viewOfQuestion(await createQuestion(deps, { principal: c.get('principal'), request }));
    c.header('location', made.url);
    return c.json(made, 201);
  });
  addOneQuestionRoutes(app, deps);
  addQuestionBankRoutes(app, deps);
}

function addOneQuestionRoutes(app: HttpApp, deps: ApiDeps): void {
  const path = '/api/questions/:questionId';
  app.route({ method: 'GET', path, access: read }, async (c) => {
    const { getQuestion, viewOfQuestion } = await bank();
    const own = { principal: c.get('principal'), questionId: c.req.param('questionId') };
    return c.json(viewOfQuestion(await getQuestion(deps, own)));
  });
  app.route({ method: 'PUT', path, access: write }, async (c) => {
    const { changeQuestion, questionChangeSchema, viewOfQuestion } = await bank();
    const change = await readJson(c.req, questionChangeSchema);
    const own = { principal: c.get('principal'), questionId: c.req.param('questionId') };
    return c.json(viewOfQuestion(await changeQuestion(deps, { ...own, change })));
  });
  for (const [name, turn] of [
    ['archive', 'archiveQuestion'],
    ['restore', 'restoreQuestion'],
  ] as const) {
    app.route({ method: 'POST', path: `${path}/${name}`, access: write }, async (c) => {
      const { viewOfQuestion, ...uses } = await bank();
      const own = { principal: c.get('principal'), questionId: c.req.param('questionId') ?? '' };
      return c.json(viewOfQuestion(await uses[turn](deps, own)));
    });
  }
  app.route({ method: 'POST', path: `${path}/duplicate`, access: write }, async (c) => {
    const { duplicateQuestion, viewOfQuestion } = await bank();
    const copy = await readJson(c.req, copySchema);
    const own = { principal: c.get('principal'), questionId: c.req.param('questionId') };
    const made = viewOfQuestion(await duplicateQuestion(deps, { ...own, ...copy }));
    c.header('location', made.url);
    return c.json(made, 201);
  });
}
