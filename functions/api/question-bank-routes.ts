import { type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import type { ApiDeps } from './deps.ts';
import { readQuery } from './read-query.ts';

const write = ['scope:questions/write'] as const;
const status = z.enum(['draft', 'ready']).default('draft');
const category = z.string().max(400).default('');
const importQuerySchema = z.strictObject({
  ...{ status, category },
  dryRun: z.enum(['true', 'false']).default('false'),
});
const moduleSchema = z.strictObject({
  ...{ status, category, dryRun: z.boolean().default(false) },
  courseId: z.string().max(64),
  moduleId: z.string().max(64),
});
/** What a function takes as a body. */
const maxBodyBytes = 5 * 1024 * 1024;

/** Few machines move questions in bulk. */
const moving = () => import('./question-transfer.ts');

/** Questions in bulk: out of the bank, and into it; the same again adds nothing. */
export function addQuestionBankRoutes(app: HttpApp, deps: ApiDeps): void {
  const path = '/api/question-bank';
  app.route({ method: 'GET', path, access: ['scope:questions/read'] }, async (c) => {
    const { exportQuestions, questionQuerySchema } = await moving();
    const query = readQuery(c.req.query(), questionQuerySchema);
    const document = await exportQuestions(deps, { principal: c.get('principal'), query });
    return c.body(document, 200, { 'content-type': 'application/json' });
  });
  app.route({ method: 'POST', path, access: write, maxBodyBytes }, async (c) => {
    const { dryRun, ...wish } = readQuery(c.req.query(), importQuerySchema);
    const { importQuestions, readBankDocument } = await moving();
    const questions = readBankDocument(await readJson(c.req, z.unknown()), wish);
    const input = { principal: c.get('principal'), questions, dryRun: dryRun === 'true' };
    return c.json(await importQuestions(deps, input));
  });
  app.route({ method: 'POST', path: `${path}/modules`, access: write }, async (c) => {
    const { courseId, moduleId, dryRun, ...wish } = await readJson(c.req, moduleSchema);
    const principal = c.get('principal');
    const { importQuestions, readModuleQuestions } = await moving();
    const questions = await readModuleQuestions(deps, { principal, courseId, moduleId, wish });
    return c.json(await importQuestions(deps, { principal, questions, dryRun }));
  });
}
