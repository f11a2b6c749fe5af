import * as z from 'zod';
import { cohortWords } from '../i18n/cohorts.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { download, encodingsIn, formatIn } from '../sheets.ts';
import { lineField } from '../text-fields.ts';
import type { Ui } from '../ui.ts';
import { answerPage, attempt, goTo, type PersonVisit, type ReadForm, readForm } from '../visit.ts';
import {
  changeCohortSchema,
  dueFieldIn,
  formFrom,
  newCohortForm,
  newCohortSchema,
  orderFrom,
} from './cohort-form.ts';
import { DeskCohortPage } from './desk-cohort-page.tsx';
import { CohortFormPage } from './desk-form-page.tsx';
import { DeskCohortsPage } from './desk-list-page.tsx';
import { deskCohortPath, deskCohortsPath } from './paths.ts';
import type { CohortSaved, CohortsDeskPorts, NominatedView } from './ports.ts';

const cohortIdIn = ({ context }: PersonVisit): string => (context.req.param('cohortId') ?? '').slice(0, 64);

export async function showList(visit: PersonVisit, ports: CohortsDeskPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const after = context.req.query('page');
  const list = await ports.list(person, after);
  const props = { ui, ...list, isFirst: after === undefined, notice };
  return answerPage(context, <DeskCohortsPage {...props} />);
}

export async function showNew(visit: PersonVisit, ports: CohortsDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const choices = await ports.choices(person);
  return answerPage(context, <CohortFormPage ui={ui} form={newCohortForm} choices={choices} />);
}

export async function make(visit: PersonVisit, ports: CohortsDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readForm(context, newCohortSchema, messagesOf(ui));
  const done = await saving(visit, read, (data) =>
    ports.make(person, { subject: data.subject, order: orderFrom(data) }),
  );
  if ('cohortId' in done) return goTo(context, deskCohortPath(done.cohortId), 'created');
  const choices = await ports.choices(person);
  return answerPage(context, <CohortFormPage ui={ui} form={done.form} choices={choices} />, 422);
}

export async function showChange(visit: PersonVisit, ports: CohortsDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const [cohort, choices] = await Promise.all([
    ports.cohortOf(person, cohortIdIn(visit)),
    ports.choices(person),
  ]);
  const form = formFrom(
    cohort.order,
    cohort.rev,
    cohort.steps.map(({ stepId }) => stepId),
  );
  return answerPage(context, <CohortFormPage {...{ ui, form, choices, cohort }} />);
}

export async function change(visit: PersonVisit, ports: CohortsDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const cohortId = cohortIdIn(visit);
  const read = await readForm(context, changeCohortSchema, messagesOf(ui));
  const done = await saving(visit, read, (data) =>
    ports.change(person, cohortId, { order: orderFrom(data), rev: data.rev }),
  );
  if ('cohortId' in done) return goTo(context, deskCohortPath(cohortId), 'saved');
  const [cohort, choices] = await Promise.all([ports.cohortOf(person, cohortId), ports.choices(person)]);
  const { form } = done;
  return answerPage(context, <CohortFormPage {...{ ui, form, choices, cohort }} />, 422);
}

type Saving = { readonly cohortId: string } | { readonly form: FormState };

async function saving<Data>(
  visit: PersonVisit,
  read: ReadForm<Data>,
  save: (data: Data) => Promise<CohortSaved>,
): Promise<Saving> {
  if (!read.ok) return { form: read.form };
  const done = await attempt(visit, read.form, () => save(read.data));
  if (!done.ok) return { form: done.form };
  const { value } = done;
  if (value.outcome === 'saved') return { cohortId: value.cohortId };
  const messages: Readonly<Record<string, string>> = messagesOf(visit.ui);
  const wrong = value.fields.map((name) => {
    const field = dueFieldIn(read.form, name) ?? name;
    return [field, messages[name] ?? (field === name ? messages.other : messages.due)];
  });
  return { form: { ...read.form, errors: Object.fromEntries(wrong) } };
}

function messagesOf(ui: Ui) {
  return { ...cohortWords[ui.locale].wrong, other: ui.t.shell.fieldWrong };
}

export async function showCohort(visit: PersonVisit, ports: CohortsDeskPorts): Promise<Response> {
  return onCohortPage(visit, ports, { form: emptyForm, status: 200 });
}

async function onCohortPage(
  visit: PersonVisit,
  ports: CohortsDeskPorts,
  given: { readonly form: FormState; readonly status: 200 | 422; readonly nominated?: NominatedView },
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const { status, ...rest } = given;
  const cohortId = cohortIdIn(visit);
  const after = context.req.query('page');
  const [cohort, roster] = await Promise.all([
    ports.cohortOf(person, cohortId),
    ports.roster(person, cohortId, after),
  ]);
  const props = { ui, cohort, roster, notice, isFirst: after === undefined, ...rest };
  return answerPage(context, <DeskCohortPage {...props} />, status);
}

const actSchema = z.object({ act: z.enum(['open', 'close', 'remove']) });

export async function act(visit: PersonVisit, ports: CohortsDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const cohortId = cohortIdIn(visit);
  const read = await readForm(context, actSchema, { other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, emptyForm, () => ports.act(person, cohortId, read.data.act))
    : read;
  if (!done.ok) return onCohortPage(visit, ports, { form: done.form, status: 422 });
  const isGone = read.ok && read.data.act === 'remove';
  return isGone
    ? goTo(context, deskCohortsPath, 'deleted')
    : goTo(context, deskCohortPath(cohortId), 'saved');
}

const reason = lineField(5, 300);
const cancelSchema = z.object({ reason });

export async function cancel(visit: PersonVisit, ports: CohortsDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const cohortId = cohortIdIn(visit);
  const { reasonWrong } = cohortWords[ui.locale];
  const read = await readForm(context, cancelSchema, { reason: reasonWrong, other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.cancel(person, cohortId, read.data.reason))
    : read;
  return done.ok
    ? goTo(context, deskCohortPath(cohortId), 'saved')
    : onCohortPage(visit, ports, { form: done.form, status: 422 });
}

const mostNamed = 200;
const peopleSchema = z.object({ people: z.string().trim().min(3).max(10_000) });

export async function nominate(visit: PersonVisit, ports: CohortsDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const cohortId = cohortIdIn(visit);
  const { peopleWrong } = cohortWords[ui.locale];
  const read = await readForm(context, peopleSchema, { people: peopleWrong, other: ui.t.shell.fieldWrong });
  if (!read.ok) return onCohortPage(visit, ports, { form: read.form, status: 422 });
  const who = read.data.people
    .split(/[\n,;]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (who.length > mostNamed) {
    const form = { ...read.form, errors: { people: peopleWrong } };
    return onCohortPage(visit, ports, { form, status: 422 });
  }
  const done = await attempt(visit, read.form, () => ports.nominate(person, cohortId, who));
  if (!done.ok) return onCohortPage(visit, ports, { form: done.form, status: 422 });
  return onCohortPage(visit, ports, { form: emptyForm, status: 200, nominated: done.value });
}

const seatSchema = z.object({ personId: z.string().max(64), reason });

export async function takeBack(visit: PersonVisit, ports: CohortsDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const cohortId = cohortIdIn(visit);
  const { reasonWrong } = cohortWords[ui.locale];
  const read = await readForm(context, seatSchema, { reason: reasonWrong, other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, emptyForm, () => ports.takeBack(person, cohortId, read.data))
    : read;
  if (done.ok) return goTo(context, deskCohortPath(cohortId), 'saved');
  const form = { ...emptyForm, failure: done.form.failure ?? reasonWrong };
  return onCohortPage(visit, ports, { form, status: 422 });
}

/** Everybody in a cohort as a table for spreadsheets. */
export async function sendRoster(visit: PersonVisit, ports: CohortsDeskPorts): Promise<Response> {
  const { ui, person } = visit;
  const cohortId = cohortIdIn(visit);
  const words = cohortWords[ui.locale];
  const [cohort, people] = await Promise.all([
    ports.cohortOf(person, cohortId),
    ports.wholeRoster(person, cohortId),
  ]);
  const rows = people.map(({ name, state, rank, done, needed, late, completedAt }) => [
    ...[name, rank ? `${words.seat[state]} (${words.rank[rank]})` : words.seat[state]],
    ...[done, needed, late, completedAt?.slice(0, 10) ?? ''],
  ]);
  const table = {
    title: words.roster,
    rows: [words.fileColumns, ...rows],
    notes: { title: words.fileNotes, rows: [[cohort.name], [words.fileRule]] },
  };
  const how = { format: formatIn(visit), encodings: encodingsIn(visit) };
  return download(visit, { ...how, name: words.fileName, ...(await ports.sheet(table, how)) });
}
