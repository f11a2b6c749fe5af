import * as z from 'zod';
import type { FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import type { NamedSupervisorsView, PeoplePorts } from './ports.ts';
import { SupervisorsPage, supervisorsPath } from './supervisors-page.tsx';

export async function showSupervisors(visit: PersonVisit, ports: PeoplePorts): Promise<Response> {
  const view = await ports.namedSupervisors(visit.person);
  return answer(visit, view, { values: { personId: everybody(view) }, errors: {} });
}

/** Whoever the page lists is chosen until somebody says otherwise. */
const everybody = ({ people }: NamedSupervisorsView) =>
  people.flatMap(({ personId, mayGive }) => (mayGive ? [personId] : [])).join(' ');

const idField = z.string().min(1).max(64);
const givingSchema = z.object({
  personId: z.preprocess(
    (given) => (typeof given === 'string' ? [given] : given),
    // No more than a page shows.
    z.array(idField).min(1).max(100),
  ),
});

export async function giveRole(visit: PersonVisit, ports: PeoplePorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { wrong } = ui.t.people.supervisors;
  const read = await readForm(context, givingSchema, { ...wrong, other: ui.t.shell.fieldWrong });
  if (!read.ok) return answer(visit, await ports.namedSupervisors(person), read.form);
  const done = await attempt(visit, read.form, () => ports.giveSupervisorRole(person, read.data.personId));
  if (done.ok) return goTo(context, supervisorsPath, 'rolesGiven');
  return answer(visit, await ports.namedSupervisors(person), withWords(ui, done.form, wrong));
}

function answer(visit: PersonVisit, view: NamedSupervisorsView, form: FormState): Promise<Response> {
  const { context, ui, notice } = visit;
  const isWrong = form.failure !== undefined || Object.keys(form.errors).length > 0;
  const page = <SupervisorsPage ui={ui} view={view} form={form} notice={notice} />;
  return answerPage(context, page, isWrong ? 422 : 200);
}
