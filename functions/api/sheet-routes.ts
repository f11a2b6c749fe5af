import { mostSheetBytes } from '@sinau/catalogue/sheet';
import { InvalidInput } from '@sinau/kernel';
import type { HttpApp } from '@sinau/platform/http';
import * as z from 'zod';
import type { ApiDeps } from './deps.ts';

const path = '/api/course-sheet';
const flavour = z.enum(['plain', 'excel']).default('plain');
const readQuerySchema = z.strictObject({
  content: z.enum(['courses', 'template']).default('courses'),
  flavour,
});
const sendQuerySchema = z.strictObject({ mode: z.enum(['check', 'apply']).default('check') });

/** Few machines send tables. */
const sheets = () => import('@sinau/catalogue/sheet');

/** Courses of a provider as a table: to be filled in, brought in, and taken out again. */
export function addSheetRoutes(
  app: HttpApp,
  deps: Pick<ApiDeps, 'courses' | 'content' | 'activityBase' | 'clock' | 'ids' | 'digest'>,
): void {
  app.route({ method: 'GET', path, access: ['scope:courses/read'] }, async (c) => {
    const query = parse(readQuerySchema, c.req.query());
    const { exportSheet, sheetTemplate } = await sheets();
    const text =
      query.content === 'template'
        ? sheetTemplate(query.flavour)
        : await exportSheet(deps, { principal: c.get('principal'), flavour: query.flavour });
    return c.body(text, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="sinau-courses.csv"',
    });
  });
  const access = ['scope:courses/write'] as const;
  app.route({ method: 'POST', path, access, maxBodyBytes: mostSheetBytes * 2 }, async (c) => {
    const { mode } = parse(sendQuerySchema, c.req.query());
    const { importSheet } = await sheets();
    return c.json(await importSheet(deps, { principal: c.get('principal'), text: await c.req.text(), mode }));
  });
}

function parse<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path: at, message }) => ({ path: `/${at.join('/')}`, message }));
  throw new InvalidInput('Some parameters are not right.', { issues });
}
