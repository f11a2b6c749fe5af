import { InvalidInput } from '@sinau/kernel';
import * as z from 'zod';
import { talentWords } from '../i18n/talent.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { onlyField } from '../only-field.ts';
import { download, formatIn } from '../sheets.ts';
import { lineField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { TalentListPage } from './list-page.tsx';
import { PlacePage, type RefusedForm, TalentPage } from './pages.tsx';
import { talentListPath, talentPath, talentPersonPath } from './paths.ts';
import { TalentPersonPage } from './person-page.tsx';
import {
  performanceNames,
  potentialNames,
  predicateNames,
  type TalentListView,
  type TalentPorts,
} from './ports.ts';

const yearSchema = z.coerce.number().int().min(2015).max(2100).optional().catch(undefined);
const yearIn = ({ context }: PersonVisit) => yearSchema.parse(context.req.query('year'));
const wordsFor = ({ ui }: PersonVisit) => talentWords[ui.locale];
const personIn = ({ context }: PersonVisit): string => (context.req.param('personId') ?? '').slice(0, 64);

export async function showYear(
  visit: PersonVisit,
  ports: TalentPorts,
  refused?: RefusedForm,
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const view = await ports.yearOf(person, yearIn(visit));
  return answerPage(
    context,
    <TalentPage ui={ui} view={view} notice={notice} refused={refused} />,
    refused ? 422 : 200,
  );
}

const placeSchema = z.object({
  year: z.coerce.number().int().min(2015).max(2100),
  performance: z.enum(performanceNames),
  potential: z.enum(potentialNames),
});

export async function showPlace(visit: PersonVisit, ports: TalentPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const wish = placeSchema.safeParse({
    year: context.req.query('year'),
    performance: context.req.query('performance'),
    potential: context.req.query('potential'),
  });
  if (!wish.success) throw new InvalidInput('The address names no box. Open it from the table of the year.');
  const page = (context.req.query('page') ?? '').slice(0, 1_000);
  const view = await ports.placeOf(person, { ...wish.data, ...(page !== '' && { page }) });
  return answerPage(context, <PlacePage ui={ui} view={view} isFirst={page === ''} />);
}

export async function downloadYear(visit: PersonVisit, ports: TalentPorts): Promise<Response> {
  const { ui, person } = visit;
  const format = formatIn(visit);
  const { year } = await ports.yearOf(person, yearIn(visit));
  const body = await ports.fileOf(person, { year, format, language: ui.locale });
  return download(visit, { format, name: `sinau-${wordsFor(visit).fileName}-${year}`, body, headers: {} });
}

export async function find(visit: PersonVisit, ports: TalentPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const words = wordsFor(visit);
  const schema = z.object({
    number: z
      .string()
      .max(60)
      .transform((text) => text.replaceAll(/\s/g, ''))
      .pipe(z.string().regex(/^\d{18}$/)),
  });
  const read = await readForm(context, schema, { number: words.nobody, other: ui.t.shell.fieldWrong });
  if (!read.ok) return showYear(visit, ports, { name: 'find', form: read.form });
  const personId = await ports.personWith(person, read.data.number);
  if (personId !== undefined && personId !== person.personId)
    return goTo(context, talentPersonPath(personId));
  const number = personId === undefined ? words.nobody : words.ownPerson;
  return showYear(visit, ports, { name: 'find', form: { ...read.form, errors: { number } } });
}

const points = z
  .string()
  .trim()
  .regex(/^\d{1,3}([.,]\d{1,2})?$/)
  .transform((text) => Math.round(Number(text.replace(',', '.')) * 100))
  .pipe(z.int().min(0).max(10_000));
const rev = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

export async function setThresholds(visit: PersonVisit, ports: TalentPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { wrong } = wordsFor(visit);
  const schema = z.object({ rev, middleFrom: points, highFrom: points });
  const messages = { middleFrom: wrong.score, highFrom: wrong.score, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, schema, messages);
  const refuse = (form: FormState) => showYear(visit, ports, { name: 'thresholds', form });
  if (!read.ok) return refuse(read.form);
  if (read.data.middleFrom >= read.data.highFrom)
    return refuse({ ...read.form, errors: { highFrom: wrong.highFrom } });
  const done = await attempt(visit, read.form, () => ports.setThresholds(person, read.data));
  return done.ok ? goTo(context, talentPath, 'saved') : refuse(done.form);
}

export async function showPerson(
  visit: PersonVisit,
  ports: TalentPorts,
  form?: FormState,
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const view = await ports.personOf(person, personIn(visit));
  const offered = { ...emptyForm, values: { year: String(view.offeredYear) } };
  const page = <TalentPersonPage ui={ui} view={view} form={form ?? offered} notice={notice} />;
  return answerPage(context, page, form ? 422 : 200);
}

const predicateChoice = z.enum(predicateNames.map((one) => `predicate:${one}` as const));
const recordSchema = z.object({
  year: z
    .string()
    .regex(/^20\d\d$/)
    .transform(Number),
  performance: z.union([z.enum(performanceNames), predicateChoice]),
  potential: z.union([z.literal(''), z.enum(potentialNames)]).optional(),
  score: z.union([z.literal(''), points]).optional(),
  basis: lineField(3, 120),
  foundOn: z.iso.date(),
});

export async function record(visit: PersonVisit, ports: TalentPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { wrong } = wordsFor(visit);
  const read = await readForm(context, recordSchema, { ...wrong, other: ui.t.shell.fieldWrong });
  if (!read.ok) return showPerson(visit, ports, read.form);
  const { performance, potential = '', score = '', ...rest } = read.data;
  if ((potential === '') === (score === ''))
    return showPerson(visit, ports, { ...read.form, errors: { potential: wrong.potential } });
  const predicate = predicateNames.find((one) => performance === `predicate:${one}`);
  const side = performanceNames.find((one) => one === performance);
  const order = {
    ...rest,
    ...(predicate && { predicate }),
    ...(side && { performance: side }),
    ...(potential !== '' && { potential }),
    ...(score !== '' && { score }),
  };
  const done = await attempt(visit, read.form, () => ports.record(person, personIn(visit), order));
  if (!done.ok) return showPerson(visit, ports, withWords(ui, done.form, wrong));
  return goTo(context, talentPersonPath(personIn(visit)), 'saved');
}

const withdrawSchema = z.object({ year: recordSchema.shape.year, rev, reason: lineField(3, 300) });

export async function withdraw(visit: PersonVisit, ports: TalentPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { wrong } = wordsFor(visit);
  const read = await readForm(context, withdrawSchema, {
    reason: wrong.reason,
    other: ui.t.shell.fieldWrong,
  });
  const refuse = (form: FormState) => {
    const [failure] = Object.values(form.errors);
    return showPerson(visit, ports, { ...emptyForm, failure: form.failure ?? failure ?? ui.t.problem.other });
  };
  if (!read.ok) return refuse(read.form);
  const { year, ...order } = read.data;
  const at = { personId: personIn(visit), year };
  const done = await attempt(visit, read.form, () => ports.withdraw(person, at, order));
  return done.ok ? goTo(context, talentPersonPath(at.personId), 'saved') : refuse(done.form);
}

export async function showList({ context, ui }: PersonVisit): Promise<Response> {
  return answerPage(context, <TalentListPage ui={ui} />);
}

export async function listTemplate({ context }: PersonVisit, ports: TalentPorts): Promise<Response> {
  return context.body(await ports.template(), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="sinau-talenta.csv"',
  });
}

const statusOf = (view: TalentListView): 200 | 422 => (view.outcome === 'read' ? 200 : 422);

export async function tryList(visit: PersonVisit, ports: TalentPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { fileMissing, fileLarge } = wordsFor(visit);
  const file = await onlyField(visit, 'file');
  if (!(file instanceof File) || file.size === 0 || file.size > ports.maxBytes) {
    const failure = file instanceof File && file.size > 0 ? fileLarge : fileMissing;
    return answerPage(context, <TalentListPage ui={ui} failure={failure} />, 422);
  }
  const view = await ports.tryList(person, new Uint8Array(await file.arrayBuffer()));
  return answerPage(context, <TalentListPage ui={ui} view={view} />, statusOf(view));
}

export async function takeList(visit: PersonVisit, ports: TalentPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const text = await onlyField(visit, 'text');
  if (typeof text !== 'string') throw new InvalidInput('The form has no text.');
  const view = await ports.takeList(person, text);
  return answerPage(context, <TalentListPage ui={ui} view={view} />, statusOf(view));
}

/** Where whoever changes the language on the page of results comes back to. */
export const backToList = async ({ context }: PersonVisit): Promise<Response> =>
  goTo(context, talentListPath);
export const backToYear = async ({ context }: PersonVisit): Promise<Response> => goTo(context, talentPath);
export const backToPerson = async (visit: PersonVisit): Promise<Response> =>
  goTo(visit.context, talentPersonPath(personIn(visit)));
