import { InvalidInput } from '@sinau/kernel';
import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { reportHref } from '../reports/paths.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { SiasnDeskPage } from './desk-page.tsx';
import { SiasnIndexesPage } from './indexes-page.tsx';
import { SiasnLinePage } from './line-page.tsx';
import { siasnIndexesPath, siasnLineHref, siasnPath, siasnSettingsPath } from './paths.ts';
import {
  type SiasnPorts,
  type SiasnSettingsForm,
  type SiasnStateName,
  siasnDecisionNames,
  siasnStateNames,
} from './ports.ts';
import { SiasnRowsPage } from './rows-page.tsx';
import { SiasnSettingsPage } from './settings-page.tsx';

const refOf = ({ context }: PersonVisit) => ({
  personId: context.req.param('personId') ?? '',
  lineId: context.req.param('lineId') ?? '',
});

export const showDesk = (visit: PersonVisit, ports: SiasnPorts): Promise<Response> => desk(visit, ports, {});

interface DeskForms {
  readonly session?: FormState;
  readonly file?: FormState;
  readonly release?: FormState;
}

async function desk(
  { context, ui, person, notice }: PersonVisit,
  ports: SiasnPorts,
  forms: DeskForms,
): Promise<Response> {
  const view = await ports.deskOf(person);
  const isWrong = Object.values(forms).some((form) => form !== undefined);
  return answerPage(context, <SiasnDeskPage {...{ ui, view, notice, ...forms }} />, isWrong ? 422 : 200);
}

const sessionSchema = z.object({ token: z.string().trim().min(20).max(8_000) });

export async function openSession(visit: PersonVisit, ports: SiasnPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const messages = { token: ui.t.siasn.tokenWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, sessionSchema, messages);
  // Never shown again: it is a key to the data of everybody in the agency.
  const bare = (form: FormState): FormState => ({ ...form, values: {} });
  if (!read.ok) return desk(visit, ports, { session: bare(read.form) });
  const done = await attempt(visit, read.form, () => ports.openSession(person, read.data.token));
  return done.ok ? goTo(context, siasnPath, 'saved') : desk(visit, ports, { session: bare(done.form) });
}

export async function closeSession(visit: PersonVisit, ports: SiasnPorts): Promise<Response> {
  const { context, person, ui } = visit;
  await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  await ports.closeSession(person);
  return goTo(context, siasnPath, 'saved');
}

const fileSchema = z.object({
  year: z.string().regex(/^20\d\d$/),
  format: z.enum(['xlsx', 'csv']),
});

export async function orderFile(visit: PersonVisit, ports: SiasnPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const messages = { year: ui.t.reports.yearWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, fileSchema, messages);
  if (!read.ok) return desk(visit, ports, { file: read.form });
  const order = { ...read.data, year: Number(read.data.year), locale: ui.locale };
  const done = await attempt(visit, read.form, () => ports.orderFile(person, order));
  return done.ok ? goTo(context, reportHref(done.value)) : desk(visit, ports, { file: done.form });
}

const reportOf = ({ context }: PersonVisit) => context.req.param('reportId') ?? '';

export async function markFile(visit: PersonVisit, ports: SiasnPorts): Promise<Response> {
  await readForm(visit.context, z.object({}), { other: visit.ui.t.shell.fieldWrong });
  await ports.markFile(visit.person, reportOf(visit));
  return goTo(visit.context, siasnPath, 'saved');
}

const releaseSchema = z.object({ reason: z.string().trim().min(3).max(200) });

export async function releaseFile(visit: PersonVisit, ports: SiasnPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const messages = { reason: ui.t.siasn.releaseWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, releaseSchema, messages);
  if (!read.ok) return desk(visit, ports, { release: read.form });
  await ports.releaseFile(person, { reportId: reportOf(visit), ...read.data });
  return goTo(context, siasnPath, 'saved');
}

export async function showRows(
  { context, ui, person, notice }: PersonVisit,
  ports: SiasnPorts,
): Promise<Response> {
  const asked = context.req.query('state');
  const state: SiasnStateName = siasnStateNames.find((one) => one === asked) ?? 'queued';
  const token = context.req.query('page');
  const { rows, nextPageToken: next } = await ports.rowsOf(person, { state, token });
  const isFirst = token === undefined;
  return answerPage(context, <SiasnRowsPage {...{ ui, state, rows, next, isFirst, notice }} />);
}

export const showLine = (visit: PersonVisit, ports: SiasnPorts): Promise<Response> => oneLine(visit, ports);

async function oneLine(visit: PersonVisit, ports: SiasnPorts, form?: FormState): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const words = context.req.query('q')?.slice(0, 100).trim() ?? '';
  const [line, found] = await Promise.all([
    ports.lineOf(person, refOf(visit)),
    words === '' ? [] : ports.findSubjects(person, words),
  ]);
  const page = <SiasnLinePage {...{ ui, line, words, found, notice, form: form ?? emptyForm }} />;
  return answerPage(context, page, form ? 422 : 200);
}

const decideSchema = z.object({ decision: z.enum(siasnDecisionNames) });

export async function decide(visit: PersonVisit, ports: SiasnPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const read = await readForm(context, decideSchema, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return oneLine(visit, ports, read.form);
  const ref = refOf(visit);
  const done = await attempt(visit, read.form, () => ports.decide(person, { ...ref, ...read.data }));
  return done.ok ? goTo(context, siasnLineHref(ref), 'saved') : oneLine(visit, ports, done.form);
}

const chooseSchema = z.object({
  subjectId: z
    .string()
    .regex(/^[0-9A-Fa-f]{32}$/)
    .optional(),
  levelId: z
    .string()
    .regex(/^[1-8]$/)
    .optional(),
  scope: z.enum(['line', 'course']),
});

export async function choose(visit: PersonVisit, ports: SiasnPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const messages = { subjectId: ui.t.siasn.hexWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, chooseSchema, messages);
  if (!read.ok) return oneLine(visit, ports, read.form);
  const { subjectId, levelId, scope } = read.data;
  const ref = refOf(visit);
  const choice = {
    ...{ ...ref, scope },
    ...(subjectId !== undefined && { subjectId: subjectId.toUpperCase() }),
    ...(levelId !== undefined && { levelId: Number(levelId) }),
  };
  const done = await attempt(visit, read.form, () => ports.choose(person, choice));
  return done.ok ? goTo(context, siasnLineHref(ref), 'saved') : oneLine(visit, ports, done.form);
}

export async function showSettings(visit: PersonVisit, ports: SiasnPorts): Promise<Response> {
  const { settings } = await ports.deskOf(visit.person);
  const { isOn, environment, fromYear, siasnAgencyId = '', subjectId = '', consumerKey = '' } = settings;
  const values = {
    ...{ isOn: isOn ? 'yes' : '', environment, fromYear: String(fromYear) },
    ...{ siasnAgencyId, subjectId, consumerKey },
  };
  return settingsPage(visit, ports, { form: { values, errors: {} } });
}

async function settingsPage(
  { context, ui, person, notice }: PersonVisit,
  ports: SiasnPorts,
  given: { readonly form: FormState; readonly status?: 200 | 422; readonly listNote?: ListNote },
): Promise<Response> {
  const { settings } = await ports.deskOf(person);
  const { form, status = 200, listNote } = given;
  return answerPage(context, <SiasnSettingsPage {...{ ui, settings, form, notice, listNote }} />, status);
}

export interface ListNote {
  readonly tone: 'success' | 'error';
  readonly text: string;
}

const blank = (schema: z.ZodType<string>) =>
  z.preprocess((given) => (given === '' ? undefined : given), schema.optional());
const hex = z
  .string()
  .trim()
  .regex(/^[0-9A-Fa-f]{32}$/);

const settingsSchema = z.object({
  isOn: z.literal('yes').optional(),
  environment: z.enum(['training', 'production']),
  fromYear: z.string().regex(/^20\d\d$/),
  siasnAgencyId: blank(hex),
  subjectId: blank(hex),
  consumerKey: blank(z.string().trim().max(200)),
  consumerSecret: blank(z.string().max(500)),
});

export async function saveSettings(visit: PersonVisit, ports: SiasnPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const { hexWrong } = ui.t.siasn;
  const messages = {
    ...{ siasnAgencyId: hexWrong, subjectId: hexWrong },
    ...{ fromYear: ui.t.reports.yearWrong, other: ui.t.shell.fieldWrong },
  };
  const read = await readForm(context, settingsSchema, messages);
  const bare = ({ values, ...form }: FormState): FormState => ({
    ...{ ...form, values: { ...values, consumerSecret: '' } },
  });
  if (!read.ok) return settingsPage(visit, ports, { form: bare(read.form), status: 422 });
  const done = await attempt(visit, read.form, () => ports.save(person, settingsOf(read.data)));
  return done.ok
    ? goTo(context, siasnPath, 'saved')
    : settingsPage(visit, ports, { form: bare(done.form), status: 422 });
}

function settingsOf(data: z.output<typeof settingsSchema>): SiasnSettingsForm {
  const { environment, fromYear, isOn, siasnAgencyId, subjectId, consumerKey, consumerSecret } = data;
  return {
    ...{ isOn: isOn === 'yes', environment, fromYear: Number(fromYear) },
    ...(siasnAgencyId !== undefined && { siasnAgencyId: siasnAgencyId.toUpperCase() }),
    ...(subjectId !== undefined && { subjectId: subjectId.toUpperCase() }),
    ...(consumerKey !== undefined && { consumerKey }),
    ...(consumerSecret !== undefined && { consumerSecret }),
  };
}

/** BKN's list of kinds of courses, as the agency has it. */
export async function loadSubjects(visit: PersonVisit, ports: SiasnPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const words = ui.t.siasn;
  const body = await context.req.parseBody().catch((cause: unknown) => {
    throw new InvalidInput('The body is not a well-formed form.', { cause });
  });
  const { file } = body;
  const say = (note: ListNote) =>
    settingsPage(visit, ports, {
      form: emptyForm,
      status: note.tone === 'error' ? 422 : 200,
      listNote: note,
    });
  if (!(file instanceof File) || file.size === 0 || file.size > ports.maxBytes)
    return say({ tone: 'error', text: words.listFile });
  const read = await ports.loadSubjects(person, await file.text());
  if (!read.ok) return say({ tone: 'error', text: words.listWrong[read.because] });
  return goTo(context, `${siasnSettingsPath}#subjects`, 'saved');
}

export const showIndexes = (visit: PersonVisit, ports: SiasnPorts): Promise<Response> =>
  indexesPage(visit, ports, emptyForm);

async function indexesPage(
  { context, ui, person, notice }: PersonVisit,
  ports: SiasnPorts,
  form: FormState,
): Promise<Response> {
  const view = await ports.indexesOf(person);
  const page = <SiasnIndexesPage {...{ ui, view, form, notice }} />;
  return answerPage(context, page, form === emptyForm ? 200 : 422);
}

const switchSchema = z.object({ isOn: z.enum(['yes', 'no']) });

export async function switchIndexes(visit: PersonVisit, ports: SiasnPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const read = await readForm(context, switchSchema, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return indexesPage(visit, ports, read.form);
  const isOn = read.data.isOn === 'yes';
  const done = await attempt(visit, read.form, () => ports.switchIndexes(person, isOn));
  return done.ok ? goTo(context, siasnIndexesPath, 'saved') : indexesPage(visit, ports, done.form);
}

export async function readIndexesNow(visit: PersonVisit, ports: SiasnPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const read = await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, read.form, () => ports.readIndexesNow(person));
  return done.ok ? goTo(context, siasnIndexesPath, 'saved') : indexesPage(visit, ports, done.form);
}
