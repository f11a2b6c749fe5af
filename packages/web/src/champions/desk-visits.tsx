import * as z from 'zod';
import { championWords } from '../i18n/champions.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { AgencyChampionsPage } from './desk-page.tsx';
import { agencyChampionsPath } from './paths.ts';
import type { ChampionsDeskPorts } from './ports.ts';

export async function showList(visit: PersonVisit, ports: ChampionsDeskPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const page = context.req.query('page')?.slice(0, 1_000);
  const view = await ports.listOf(person, page);
  return answerPage(
    context,
    <AgencyChampionsPage ui={ui} view={view} isFirst={page === undefined} notice={notice} />,
  );
}

async function again(visit: PersonVisit, ports: ChampionsDeskPorts, form: FormState): Promise<Response> {
  const view = await ports.listOf(visit.person, undefined);
  return answerPage(
    visit.context,
    <AgencyChampionsPage ui={visit.ui} view={view} form={form} isFirst />,
    422,
  );
}

const nameSchema = z.object({
  who: z.string().trim().min(3).max(254),
  unitId: z.string().max(64).default(''),
});

export async function nameOne(visit: PersonVisit, ports: ChampionsDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { wrong, enough } = championWords[ui.locale].desk;
  const read = await readForm(context, nameSchema, { ...wrong, other: ui.t.shell.fieldWrong });
  if (!read.ok) return again(visit, ports, read.form);
  const { who, unitId } = read.data;
  const done = await attempt(visit, read.form, () =>
    ports.name(person, { who, ...(unitId !== '' && { unitId }) }),
  );
  if (!done.ok) return again(visit, ports, inWords(done.form, wrong));
  if (done.value === 'nobody') return again(visit, ports, { ...read.form, errors: { who: wrong.who } });
  if (done.value === 'enough') return again(visit, ports, { ...read.form, errors: { unitId: enough } });
  return goTo(context, agencyChampionsPath, 'saved');
}

/** What is refused of a field, in the words of the page. */
function inWords(form: FormState, wrong: Readonly<Record<string, string>>): FormState {
  const errors = Object.entries(form.errors).map(([name, said]) => [name, wrong[name] ?? said]);
  return { ...form, errors: Object.fromEntries(errors) };
}

export async function takeBack(visit: PersonVisit, ports: ChampionsDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  const personId = (context.req.param('personId') ?? '').slice(0, 64);
  const done = await attempt(visit, emptyForm, () => ports.takeBack(person, personId));
  return done.ok ? goTo(context, agencyChampionsPath, 'saved') : again(visit, ports, done.form);
}
