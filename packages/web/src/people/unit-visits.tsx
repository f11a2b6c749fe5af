import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, readForm, withWords } from '../visit.ts';
import type { At } from './at.ts';
import { UnitsPage } from './units-page.tsx';

const unitSchema = z.object({
  name: z.string().trim().min(2).max(200),
  parentId: z.string().max(64),
});

export function showUnits(at: At): Promise<Response> {
  return answerUnits(at, emptyForm, 200);
}

export async function createUnit(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui, person } = visit;
  const { wrong } = ui.t.people;
  const read = await readForm(context, unitSchema, { ...wrong, other: ui.t.shell.fieldWrong });
  if (!read.ok) return answerUnits(at, read.form, 422);
  const { name, parentId } = read.data;
  const agencyId = context.req.param('agencyId');
  const done = await attempt(visit, read.form, () =>
    ports.createUnit(person, { name, ...(parentId && { parentId }), ...(agencyId && { agencyId }) }),
  );
  if (!done.ok) return answerUnits(at, withWords(ui, done.form, wrong), 422);
  return goTo(context, new URL(context.req.url).pathname, 'created');
}

async function answerUnits(
  { visit, ports, desk }: At,
  form: FormState,
  status: 200 | 422,
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const { agency, units } = await ports.unitsOf(person, context.req.param('agencyId'));
  const path = new URL(context.req.url).pathname;
  const page = (
    <UnitsPage ui={ui} desk={desk} path={path} agency={agency} units={units} form={form} notice={notice} />
  );
  return answerPage(context, page, status);
}
