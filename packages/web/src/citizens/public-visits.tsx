import * as z from 'zod';
import { answerMinutes } from '../forums/minutes-answer.ts';
import { citizensWords } from '../i18n/citizens.ts';
import { emptyForm } from '../layout/form.tsx';
import { textField } from '../text-fields.ts';
import { answerPage, attempt, goTo, readForm, type Visit, withWords } from '../visit.ts';
import { arrivalOf } from './arrival-of.ts';
import { type ServiceAt, surveyPath } from './paths.ts';
import { type AnswerOrder, type CitizensPorts, elementNames, type FormView, scoreValues } from './ports.ts';
import { AgenciesPage, ServicePage, ServicesPage, SurveyPage, ThanksPage } from './public-pages.tsx';
import { answerResults, resultsWish } from './results-file.ts';

const placeIn = ({ context }: Visit): ServiceAt => ({
  agencyId: (context.req.param('agencyId') ?? '').slice(0, 64),
  serviceId: (context.req.param('serviceId') ?? '').slice(0, 64),
});

export async function showAgencies({ context, ui }: Visit, ports: CitizensPorts): Promise<Response> {
  return answerPage(context, <AgenciesPage ui={ui} agencies={await ports.agencies()} />);
}

export async function showServices(
  visit: Visit,
  ports: CitizensPorts,
  notFound: () => Error,
): Promise<Response> {
  const { context, ui } = visit;
  const found = await ports.servicesOf(placeIn(visit).agencyId);
  if (!found) throw notFound();
  if (wantsData(context)) return context.json(found);
  return answerPage(context, <ServicesPage ui={ui} {...found} />);
}

/** Whoever asks for data gets it (open data of public services), and no page. */
function wantsData(context: Visit['context']): boolean {
  const accept = context.req.header('accept') ?? '';
  context.header('vary', 'accept', { append: true });
  return accept.includes('application/json') && !accept.includes('text/html');
}

/** As a page, or as data. */
export async function showService(visit: Visit, ports: CitizensPorts): Promise<Response> {
  const { context, ui } = visit;
  const view = await ports.serviceOf(placeIn(visit));
  if (wantsData(context)) {
    const { rev: _, promises, ...told } = view;
    return context.json({ ...told, promises: promises.map(({ rev: __, ...promise }) => promise) });
  }
  return answerPage(context, <ServicePage ui={ui} view={view} />);
}

export async function sendMinutes(visit: Visit, ports: CitizensPorts): Promise<Response> {
  const forumId = (visit.context.req.param('forumId') ?? '').slice(0, 64);
  return answerMinutes(visit, await ports.minutesOf(placeIn(visit).agencyId, forumId));
}

export async function sendResults(visit: Visit, ports: CitizensPorts): Promise<Response> {
  const { context, ui } = visit;
  const wish = resultsWish(context, ui);
  return answerResults(context, wish, await ports.resultsOf(placeIn(visit), wish));
}

export async function showSurvey(visit: Visit, ports: CitizensPorts): Promise<Response> {
  const { context, ui } = visit;
  const view = await ports.formOf(placeIn(visit));
  if (context.req.query('thanks') !== undefined) {
    return answerPage(context, <ThanksPage ui={ui} view={view} />);
  }
  return answerPage(context, <SurveyPage ui={ui} view={view} form={emptyForm} />);
}

const score = z.enum(scoreValues);
const answerSchema = z.object({
  form: z.string().max(600),
  ...{ u1: score, u2: score, u3: score, u4: score, u5: score, u6: score, u7: score, u8: score, u9: score },
  comment: textField(0, 1_000).optional(),
});

/** What was chosen comes back with every refusal, under a form that can be sent again. */
export async function sendAnswer(visit: Visit, ports: CitizensPorts): Promise<Response> {
  const { context, ui } = visit;
  const place = placeIn(visit);
  const read = await readForm(context, answerSchema, { other: ui.t.problem.other });
  const sent = read.ok
    ? await attempt(visit, read.form, () => ports.answer(place, orderOf(read.data), arrivalOf(context)))
    : read;
  if (sent.ok) return goTo(context, `${surveyPath(place)}?thanks`);
  const view = await ports.formOf(place);
  const form = withWords(ui, sent.form, messagesOf(visit, view));
  // What was not sent on is still good for once.
  const own = read.ok ? undefined : form.values.form;
  const again = view.survey && own ? { ...view, survey: { ...view.survey, form: own } } : view;
  return answerPage(context, <SurveyPage ui={ui} view={again} form={form} />, 422);
}

function messagesOf({ ui }: Visit, { survey }: FormView): Readonly<Record<string, string>> {
  const words = citizensWords[ui.locale];
  const elements = survey?.elements ?? [];
  const asked = elements.map(({ code, subject }) => [code, words.missing(words.questions[subject].name)]);
  return { ...Object.fromEntries(asked), comment: words.commentWrong, form: ui.t.shell.fieldWrong };
}

function orderOf({ form, comment, ...scores }: z.output<typeof answerSchema>): AnswerOrder {
  const numbers = elementNames.map((name) => [name, Number(scores[name])]);
  return {
    form,
    scores: Object.fromEntries(numbers) as AnswerOrder['scores'],
    ...(comment && { comment }),
  };
}
