import * as z from 'zod';
import { pathWords } from '../i18n/learning-paths.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { plainText } from '../layout/text.tsx';
import { download, encodingsIn, formatIn } from '../sheets.ts';
import type { Ui } from '../ui.ts';
import { answerPage, attempt, goTo, type PersonVisit, type ReadForm, readForm } from '../visit.ts';
import { PathFormPage } from './desk-form-page.tsx';
import { DeskPathsPage } from './desk-list-page.tsx';
import { PathMovePage } from './desk-move-page.tsx';
import { DeskPathPage } from './desk-path-page.tsx';
import {
  changePathSchema,
  formFrom,
  groupField,
  newPathForm,
  orderFrom,
  pathFormSchema,
  stepField,
} from './path-form.ts';
import { deskPathPath, type PathPlace } from './place.tsx';
import type { PathChoices, PathFaultView, PathSaved, PathsDeskPorts } from './ports.ts';

interface Desk {
  readonly ports: PathsDeskPorts;
  readonly place: PathPlace;
}

const pathIdIn = ({ context }: PersonVisit): string => (context.req.param('pathId') ?? '').slice(0, 64);

export async function showList(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const after = context.req.query('page');
  const list = await ports.list(person, after);
  return answerPage(
    context,
    <DeskPathsPage ui={ui} place={place} {...list} isFirst={after === undefined} notice={notice} />,
  );
}

export async function showNew(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  const { context, ui, person } = visit;
  const form = newPathForm(place.section === 'agency' ? 'agency' : 'all');
  const choices = await ports.choices(person);
  return answerPage(context, <PathFormPage {...{ ui, place, form, choices }} />);
}

export async function make(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  const { context, ui, person } = visit;
  const choices = await ports.choices(person);
  const read = await readForm(context, pathFormSchema, messagesOf(ui));
  const done = await saving({ ui, visit, choices }, read, (data) => ports.make(person, orderFrom(data)));
  if ('pathId' in done) return goTo(context, deskPathPath(place, done.pathId), 'created');
  const { form } = done;
  return answerPage(context, <PathFormPage {...{ ui, place, form, choices }} />, 422);
}

export async function showChange(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  const { context, ui, person } = visit;
  const [path, choices] = await Promise.all([ports.pathOf(person, pathIdIn(visit)), ports.choices(person)]);
  const form = formFrom(path.order, path.rev);
  return answerPage(context, <PathFormPage {...{ ui, place, form, choices, path }} />);
}

export async function change(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  const { context, ui, person } = visit;
  const pathId = pathIdIn(visit);
  const [path, choices] = await Promise.all([ports.pathOf(person, pathId), ports.choices(person)]);
  const read = await readForm(context, changePathSchema, messagesOf(ui));
  const done = await saving({ ui, visit, choices }, read, (data) =>
    ports.change(person, pathId, { order: orderFrom(data), rev: data.rev }),
  );
  if ('pathId' in done) return goTo(context, deskPathPath(place, pathId), 'saved');
  const { form } = done;
  return answerPage(context, <PathFormPage {...{ ui, place, form, choices, path }} />, 422);
}

type Saving = { readonly pathId: string } | { readonly form: FormState };

/** What does not fit together stays on the page, said where it stands. */
async function saving<Data>(
  { ui, visit, choices }: { readonly ui: Ui; readonly visit: PersonVisit; readonly choices: PathChoices },
  read: ReadForm<Data>,
  save: (data: Data) => Promise<PathSaved>,
): Promise<Saving> {
  if (!read.ok) return { form: read.form };
  const done = await attempt(visit, read.form, () => save(read.data));
  if (!done.ok) return { form: done.form };
  const { value } = done;
  if (value.outcome === 'saved') return { pathId: value.pathId };
  return { form: withFaults(ui, { form: read.form, choices }, value.faults) };
}

function messagesOf(ui: Ui) {
  const { wrong } = pathWords[ui.locale];
  return { title: wrong.title, about: wrong.about, other: ui.t.shell.fieldWrong };
}

interface Written {
  readonly form: FormState;
  readonly choices: PathChoices;
}

function withFaults(ui: Ui, written: Written, faults: readonly PathFaultView[]): FormState {
  const { wrong } = pathWords[ui.locale];
  const errors: Record<string, string> = {};
  const failures: string[] = [];
  for (const fault of faults) {
    switch (fault.kind) {
      case 'cycle': {
        const names = fault.labels.map((label) => nameOf(ui, written, label));
        failures.push(wrong.cycle([...names, ...names.slice(0, 1)].join(' → ')));
        break;
      }
      case 'no-units':
        errors.audience = wrong.noUnits;
        break;
      case 'too-many-steps':
      case 'provider-audience':
        failures.push(wrong[fault.kind]);
        break;
      case 'needs-too-many':
        errors[groupField(fault.group, 'needs')] = wrong.needs;
        break;
      case 'no-title':
        errors[groupField(fault.group, 'title')] = wrong.part;
        break;
      case 'no-steps':
        errors[stepField(fault.group, 0, 'of')] = wrong.noSteps;
        break;
      case 'nothing':
        errors[groupField(0, 'title')] = wrong.part;
        break;
      case 'unknown-prerequisite':
        errors[stepField(fault.group, fault.step, 'after')] = wrong[fault.kind];
        break;
      case 'twice':
      case 'not-open':
        errors[stepField(fault.group, fault.step, 'of')] = wrong[fault.kind];
    }
  }
  const [failure] = failures;
  return { ...written.form, errors, ...(failure !== undefined && { failure: failures.join(' ') }) };
}

/** A step by its number and what was chosen for it; a part by its number and title. */
function nameOf(ui: Ui, { form, choices }: Written, label: string): string {
  const [group = 0, step] = label.split('.').map((part) => Number(part) - 1);
  if (step === undefined) return `${label} ${form.values[groupField(group, 'title')] ?? ''}`.trim();
  const of = form.values[stepField(group, step, 'of')];
  const title = [...choices.courses, ...choices.events].find(([id]) => id === of)?.[1];
  return title ? `${label} ${plainText(ui, title)}` : label;
}

export async function showPath(visit: PersonVisit, desk: Desk): Promise<Response> {
  return onPathPage(visit, desk, { form: emptyForm, status: 200 });
}

async function onPathPage(
  visit: PersonVisit,
  { ports, place }: Desk,
  { form, status }: { readonly form: FormState; readonly status: 200 | 422 },
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const pathId = pathIdIn(visit);
  const after = context.req.query('page');
  const [path, people] = await Promise.all([
    ports.pathOf(person, pathId),
    place.seesPeople ? ports.people(person, pathId, after) : undefined,
  ]);
  const props = { ui, place, path, form, notice, isFirst: after === undefined, ...(people && { people }) };
  return answerPage(context, <DeskPathPage {...props} />, status);
}

const actSchema = z.object({ act: z.enum(['publish', 'retire', 'reopen', 'remove']) });

export async function act(visit: PersonVisit, desk: Desk): Promise<Response> {
  const { context, ui, person } = visit;
  const { ports, place } = desk;
  const pathId = pathIdIn(visit);
  const read = await readForm(context, actSchema, { other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, emptyForm, () => ports.act(person, pathId, read.data.act))
    : read;
  if (!done.ok) return onPathPage(visit, desk, { form: done.form, status: 422 });
  const isGone = read.ok && read.data.act === 'remove';
  return isGone ? goTo(context, place.path, 'deleted') : goTo(context, deskPathPath(place, pathId), 'saved');
}

export async function showMove(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  const { context, ui, person } = visit;
  const pathId = pathIdIn(visit);
  const [path, preview] = await Promise.all([ports.pathOf(person, pathId), ports.preview(person, pathId)]);
  return answerPage(context, <PathMovePage {...{ ui, place, path, preview }} />);
}

const moveSchema = z.object({ version: z.coerce.number().int().min(1) });

export async function move(visit: PersonVisit, desk: Desk): Promise<Response> {
  const { context, ui, person } = visit;
  const pathId = pathIdIn(visit);
  const read = await readForm(context, moveSchema, { other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, emptyForm, () => desk.ports.move(person, pathId, read.data.version))
    : read;
  return done.ok
    ? goTo(context, deskPathPath(desk.place, pathId), 'saved')
    : onPathPage(visit, desk, { form: done.form, status: 422 });
}

/** Everybody on a path as a table for spreadsheets. */
export async function sendPeople(visit: PersonVisit, { ports }: Desk): Promise<Response> {
  const { ui, person } = visit;
  const pathId = pathIdIn(visit);
  const words = pathWords[ui.locale];
  const [path, people] = await Promise.all([ports.pathOf(person, pathId), ports.wholePeople(person, pathId)]);
  const rows = people.rows.map(({ name, state, version, done, needed, joinedAt, completedAt }) => [
    ...[name, words.memberState[state], version, done, needed],
    ...[joinedAt.slice(0, 10), completedAt?.slice(0, 10) ?? ''],
  ]);
  const cut = people.isCut ? [[words.fileCut(ui.format.number(rows.length))]] : [];
  const table = {
    title: words.people,
    rows: [words.fileColumns, ...rows, ...cut],
    notes: { title: words.fileNotes, rows: [[path.title], [words.fileRule]] },
  };
  const how = { format: formatIn(visit), encodings: encodingsIn(visit) };
  return download(visit, { ...how, name: words.fileName, ...(await ports.sheet(table, how)) });
}
