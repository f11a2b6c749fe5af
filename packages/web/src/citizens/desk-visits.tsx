import * as z from 'zod';
import { citizensWords } from '../i18n/citizens.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { lineField, textField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { CommentsPage } from './comments-page.tsx';
import { EndPage, PosterPage, PromiseFormPage, ServiceFormPage } from './desk-form-pages.tsx';
import { DeskListPage } from './desk-list-page.tsx';
import { DeskServicePage } from './desk-service-page.tsx';
import { deskPath } from './paths.ts';
import {
  type CitizensDeskPorts,
  commentStateNames,
  hidingReasonNames,
  type PromiseView,
  promiseStateNames,
  type ServiceWords,
} from './ports.ts';
import { answerResults, resultsWish } from './results-file.ts';

const serviceIdIn = ({ context }: PersonVisit): string => (context.req.param('serviceId') ?? '').slice(0, 64);
const surveyIdIn = ({ context }: PersonVisit): string => (context.req.param('surveyId') ?? '').slice(0, 64);
const promiseIdIn = ({ context }: PersonVisit): string => (context.req.param('promiseId') ?? '').slice(0, 64);

/** An empty field is one that was left out. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .preprocess((given) => (given === '' ? undefined : given), schema.optional())
    .transform((value) => value as z.output<Schema> | undefined);

export async function showServices(visit: PersonVisit, ports: CitizensDeskPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  return answerPage(context, <DeskListPage ui={ui} rows={await ports.list(person)} notice={notice} />);
}

export const showNew = ({ context, ui }: PersonVisit): Promise<Response> =>
  answerPage(context, <ServiceFormPage ui={ui} form={emptyForm} />);

const line = lineField(3, 120);
const words = { name: line, unit: optional(line), about: optional(textField(0, 1000)) };
const wordsSchema = z.object(words);
const changeSchema = z.object({ ...words, rev: z.coerce.number().int().positive() });

const messagesOf = ({ ui }: PersonVisit) => {
  const { nameWrong, aboutWrong } = citizensWords[ui.locale];
  return { name: nameWrong, unit: nameWrong, about: aboutWrong, other: ui.t.shell.fieldWrong };
};

const wordsIn = ({ name, unit, about }: z.output<typeof wordsSchema>): ServiceWords => ({
  name,
  ...(unit !== undefined && { unit }),
  ...(about !== undefined && { about }),
});

export async function add(visit: PersonVisit, ports: CitizensDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readForm(context, wordsSchema, messagesOf(visit));
  const done = read.ok ? await attempt(visit, read.form, () => ports.add(person, wordsIn(read.data))) : read;
  if (!done.ok) return answerPage(context, <ServiceFormPage ui={ui} form={done.form} />, 422);
  return goTo(context, deskPath((done as { readonly value: string }).value), 'created');
}

export async function showService(visit: PersonVisit, ports: CitizensDeskPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const view = await ports.serviceOf(person, serviceIdIn(visit));
  return answerPage(context, <DeskServicePage ui={ui} view={view} form={emptyForm} notice={notice} />);
}

export async function sendResults(visit: PersonVisit, ports: CitizensDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const wish = resultsWish(context, ui);
  return answerResults(context, wish, await ports.resultsOf(person, serviceIdIn(visit), wish));
}

export async function showPoster(visit: PersonVisit, ports: CitizensDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  return answerPage(context, <PosterPage ui={ui} {...(await ports.posterOf(person, serviceIdIn(visit)))} />);
}

export async function showChange(visit: PersonVisit, ports: CitizensDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const service = await ports.serviceOf(person, serviceIdIn(visit));
  const { name, unit = '', about = '', rev } = service;
  const form: FormState = { values: { name, unit, about, rev: String(rev) }, errors: {} };
  return answerPage(context, <ServiceFormPage ui={ui} service={service} form={form} />);
}

export async function change(visit: PersonVisit, ports: CitizensDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const serviceId = serviceIdIn(visit);
  const read = await readForm(context, changeSchema, messagesOf(visit));
  const done = read.ok
    ? await attempt(visit, read.form, () =>
        ports.change(person, serviceId, { words: wordsIn(read.data), rev: read.data.rev }),
      )
    : read;
  if (done.ok) return goTo(context, deskPath(serviceId), 'saved');
  const service = await ports.serviceOf(person, serviceId);
  return answerPage(context, <ServiceFormPage ui={ui} service={service} form={done.form} />, 422);
}

const stateSchema = z.object({ state: z.enum(['open', 'closed']) });

export async function openOrClose(visit: PersonVisit, ports: CitizensDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readForm(context, stateSchema, { other: ui.t.shell.fieldWrong });
  return onServicePage(visit, ports, {
    ...{ read, done: 'saved' },
    run: (data) => ports.openOrClose(person, serviceIdIn(visit), data.state),
  });
}

const planSchema = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  served: optional(
    z
      .string()
      .trim()
      .regex(/^[1-9]\d{0,8}$/),
  ),
  swapped: z.enum(['no', 'yes']),
});

export async function plan(visit: PersonVisit, ports: CitizensDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { dayWrong, servedWrong } = citizensWords[ui.locale];
  const messages = { from: dayWrong, to: dayWrong, served: servedWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, planSchema, messages);
  return onServicePage(visit, ports, {
    ...{ read, done: 'created' },
    run: ({ from, to, served, swapped }) =>
      ports.plan(person, serviceIdIn(visit), {
        ...{ from, to, swapped: swapped === 'yes' },
        ...(served !== undefined && { served: Number(served) }),
      }),
  });
}

/** A form on the page of a service: what is refused comes back there. */
async function onServicePage<Data>(
  visit: PersonVisit,
  ports: CitizensDeskPorts,
  given: {
    readonly read:
      | { readonly ok: true; readonly data: Data; readonly form: FormState }
      | { readonly ok: false; readonly form: FormState };
    readonly done: 'saved' | 'created';
    readonly run: (data: Data) => Promise<void>;
  },
): Promise<Response> {
  const { context, ui, person } = visit;
  const { read, run } = given;
  const serviceId = serviceIdIn(visit);
  const done = read.ok ? await attempt(visit, read.form, () => run(read.data)) : read;
  if (done.ok) return goTo(context, deskPath(serviceId), given.done);
  const view = await ports.serviceOf(person, serviceId);
  return answerPage(context, <DeskServicePage ui={ui} view={view} form={done.form} />, 422);
}

export async function askEnd(visit: PersonVisit, ports: CitizensDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const service = await ports.serviceOf(person, serviceIdIn(visit));
  return answerPage(context, <EndPage ui={ui} service={service} surveyId={surveyIdIn(visit)} />);
}

export async function end(visit: PersonVisit, ports: CitizensDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const [serviceId, surveyId] = [serviceIdIn(visit), surveyIdIn(visit)];
  await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, emptyForm, () => ports.end(person, serviceId, surveyId));
  if (done.ok) return goTo(context, deskPath(serviceId), done.value === 'removed' ? 'deleted' : 'saved');
  const service = await ports.serviceOf(person, serviceId);
  const page = <EndPage ui={ui} service={service} surveyId={surveyId} failure={done.form.failure} />;
  return answerPage(context, page, 422);
}

const stateInQuery = z.enum(commentStateNames).catch('waiting');

export async function showComments(visit: PersonVisit, ports: CitizensDeskPorts): Promise<Response> {
  return commentsOf(visit, ports, { form: emptyForm, status: 200 });
}

async function commentsOf(
  visit: PersonVisit,
  ports: CitizensDeskPorts,
  { form, status }: { readonly form: FormState; readonly status: 200 | 422 },
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const at = { serviceId: serviceIdIn(visit), surveyId: surveyIdIn(visit) };
  const state = stateInQuery.parse(form.values.was ?? context.req.query('state'));
  const after = context.req.query('page');
  const [service, page] = await Promise.all([
    ports.serviceOf(person, at.serviceId),
    ports.comments(person, at, { state, ...(after !== undefined && { after }) }),
  ]);
  const survey = service.surveys.find(({ surveyId }) => surveyId === at.surveyId);
  if (!survey) return goTo(context, deskPath(at.serviceId));
  const props = { ui, service, survey, state, page, form, notice, isFirst: after === undefined };
  return answerPage(context, <CommentsPage {...props} />, status);
}

const decisionSchema = z.object({
  commentId: z.string().max(64),
  day: z.iso.date(),
  was: z.enum(commentStateNames),
  hide: z.enum(['yes']).optional(),
  reason: optional(z.enum(hidingReasonNames)),
});

export async function moderate(visit: PersonVisit, ports: CitizensDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const at = { serviceId: serviceIdIn(visit), surveyId: surveyIdIn(visit) };
  const { reasonWrong } = citizensWords[ui.locale];
  const read = await readForm(context, decisionSchema, { reason: reasonWrong, other: ui.t.shell.fieldWrong });
  if (!read.ok) return commentsOf(visit, ports, { form: read.form, status: 422 });
  const { hide, reason, ...comment } = read.data;
  if (hide && !reason) {
    return commentsOf(visit, ports, { form: { ...read.form, failure: reasonWrong }, status: 422 });
  }
  const done = await attempt(visit, read.form, () =>
    ports.moderate(person, at, { ...comment, ...(reason !== undefined && { reason }) }),
  );
  if (!done.ok) return commentsOf(visit, ports, { form: done.form, status: 422 });
  const back = `${deskPath(at.serviceId)}/surveys/${encodeURIComponent(at.surveyId)}/comments`;
  return goTo(context, `${back}?state=${comment.was}`, 'saved');
}

const promiseFormOf = (promise: PromiseView | undefined): FormState => ({
  values: {
    ...{ said: promise?.said ?? '', action: promise?.action ?? '', due: promise?.due ?? '' },
    ...{ state: promise?.state ?? 'planned', rev: String(promise?.rev ?? 0) },
  },
  errors: {},
});

export async function showPromise(visit: PersonVisit, ports: CitizensDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const service = await ports.serviceOf(person, serviceIdIn(visit));
  const promiseId = promiseIdIn(visit);
  const promise = service.promises.find((one) => one.promiseId === promiseId);
  if (!promise && promiseId !== 'new') return goTo(context, deskPath(service.serviceId));
  const props = { ui, service, promiseId, form: promiseFormOf(promise) };
  return answerPage(context, <PromiseFormPage {...props} />);
}

const text = textField(5, 500);
const promiseSchema = z.object({
  said: text,
  action: text,
  due: optional(z.iso.date()),
  state: z.enum(promiseStateNames),
  rev: z.coerce.number().int().min(0),
});

export async function setPromise(visit: PersonVisit, ports: CitizensDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const [serviceId, promiseId] = [serviceIdIn(visit), promiseIdIn(visit)];
  const { textWrong, dueWrong } = citizensWords[ui.locale];
  const messages = { said: textWrong, action: textWrong, due: dueWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, promiseSchema, messages);
  const done = read.ok
    ? await attempt(visit, read.form, () => {
        const { rev, due, ...order } = read.data;
        return ports.setPromise(person, serviceId, {
          order: { ...order, ...(due !== undefined && { due }) },
          ...(promiseId !== 'new' && { existing: { promiseId, rev } }),
        });
      })
    : read;
  if (done.ok) return goTo(context, deskPath(serviceId), 'saved');
  const service = await ports.serviceOf(person, serviceId);
  return answerPage(
    context,
    <PromiseFormPage ui={ui} service={service} promiseId={promiseId} form={done.form} />,
    422,
  );
}
