import type { PersonId } from '@sinau/kernel';
import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { myDataPath, privacyPath } from '../privacy/paths.ts';
import { textField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { agencyDesk, operatorDesk, RequestsPage } from './desk-page.tsx';
import { HoldsPage } from './holds-page.tsx';
import { IncidentsPage } from './incidents-page.tsx';
import { holdsPath, incidentsPath } from './paths.ts';
import { erasureModes, type RequestsPorts, refusalGrounds, requestOutcomes } from './ports.ts';
import { RequestPage } from './request-page.tsx';

type DeskName = 'agency' | 'operator';
const desks = { agency: agencyDesk, operator: operatorDesk } as const;
const idOf = ({ context }: PersonVisit) => context.req.param('requestId') ?? '';
const none = z.literal('').transform(() => undefined);

const answerSchema = z.object({
  outcome: z.enum(requestOutcomes),
  ground: z.union([none, z.enum(refusalGrounds)]).optional(),
  answer: textField(5, 2000),
});
const modeSchema = z.object({ mode: z.enum(erasureModes) });
const holdSchema = z.object({
  who: z.string().trim().min(1).max(254),
  ground: textField(5, 500),
  until: z.union([none, z.iso.date()]).optional(),
});
const liftSchema = z.object({ personId: z.string().min(1).max(64), holdId: z.string().min(1).max(64) });
const words = textField(5, 1000);
const incidentSchema = z.object({
  ...{ day: z.iso.date(), time: z.string().regex(/^([01]\d|2[0-3])[.:][0-5]\d$/) },
  ...{ what: words, how: words, handling: words },
  people: z.coerce.number().int().min(0).max(1_000_000_000),
});
const notifiedSchema = z.object({
  incidentId: z.string().min(1).max(64),
  notice: textField(5, 500),
});

export async function withdraw(visit: PersonVisit, ports: RequestsPorts): Promise<Response> {
  const read = await readForm(visit.context, z.object({}), { other: visit.ui.t.shell.fieldWrong });
  const done = await attempt(visit, read.form, () => ports.withdraw(visit.person, idOf(visit)));
  // Answered meanwhile: the page shows the answer.
  return goTo(visit.context, myDataPath, done.ok ? 'saved' : undefined);
}

export async function showDesk(visit: PersonVisit, ports: RequestsPorts, desk: DeskName): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const lists = await ports.desk(person);
  return answerPage(context, <RequestsPage ui={ui} desk={desks[desk]} {...lists} notice={notice} />);
}

export async function showRequest(
  visit: PersonVisit,
  ports: RequestsPorts,
  desk: DeskName,
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const request = await ports.oneOf(person, idOf(visit));
  context.set('readOf', request.personId as PersonId);
  const page = { ui, desk: desks[desk], request, form: emptyForm };
  return answerPage(context, <RequestPage {...page} notice={notice} />);
}

export async function answer(visit: PersonVisit, ports: RequestsPorts, desk: DeskName): Promise<Response> {
  const { context, ui, person } = visit;
  const requestId = idOf(visit);
  const messages = { answer: ui.t.requests.answerMissing, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, answerSchema, messages);
  const done = read.ok
    ? await attempt(visit, read.form, () => {
        const { ground, ...rest } = read.data;
        return ports.answer(person, { requestId, ...rest, ...(ground && { ground }) });
      })
    : read;
  if (done.ok) return goTo(context, desks[desk].path, 'saved');
  const form = withGround(done.form, ui.t.requests.groundMissing);
  const request = await ports.oneOf(person, requestId);
  return answerPage(context, <RequestPage ui={ui} desk={desks[desk]} request={request} form={form} />, 422);
}

function withGround(form: FormState, sentence: string): FormState {
  return form.errors.ground === undefined ? form : { ...form, errors: { ...form.errors, ground: sentence } };
}

export async function beginErasure(visit: PersonVisit, ports: RequestsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const requestId = idOf(visit);
  const read = await readForm(context, modeSchema, { other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.beginErasure(person, { requestId, ...read.data }))
    : read;
  if (done.ok && 'value' in done) {
    return goTo(context, `${privacyPath}/jobs/${encodeURIComponent(done.value.jobId)}`, 'created');
  }
  const request = await ports.oneOf(person, requestId);
  const form = done.ok ? emptyForm : done.form;
  return answerPage(context, <RequestPage ui={ui} desk={operatorDesk} request={request} form={form} />, 409);
}

export async function showHolds(visit: PersonVisit, ports: RequestsPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const holds = await ports.holds(person);
  return answerPage(context, <HoldsPage ui={ui} holds={holds} form={emptyForm} notice={notice} />);
}

export async function placeHold(visit: PersonVisit, ports: RequestsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { requests, privacy } = ui.t;
  const messages = { ground: requests.holdGroundMissing, who: privacy.nobody, until: privacy.ruleFromWrong };
  const read = await readForm(context, holdSchema, { ...messages, other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => {
        const { until, ...rest } = read.data;
        return ports.placeHold(person, { ...rest, ...(until && { until }) });
      })
    : read;
  if (done.ok && 'value' in done && done.value === 'placed') return goTo(context, holdsPath, 'saved');
  const form = done.ok ? { ...read.form, errors: { who: privacy.nobody } } : done.form;
  const holds = await ports.holds(person);
  return answerPage(context, <HoldsPage ui={ui} holds={holds} form={form} />, 422);
}

export async function liftHold(visit: PersonVisit, ports: RequestsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readForm(context, liftSchema, { other: ui.t.shell.fieldWrong });
  const done = read.ok ? await attempt(visit, read.form, () => ports.liftHold(person, read.data)) : read;
  if (done.ok) return goTo(context, holdsPath, 'saved');
  const holds = await ports.holds(person);
  return answerPage(context, <HoldsPage ui={ui} holds={holds} form={done.form} />, 409);
}

export async function showIncidents(visit: PersonVisit, ports: RequestsPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const incidents = await ports.incidents(person);
  return answerPage(
    context,
    <IncidentsPage ui={ui} incidents={incidents} form={emptyForm} notice={notice} />,
  );
}

export async function recordIncident(visit: PersonVisit, ports: RequestsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { requests } = ui.t;
  const messages = {
    time: requests.detectedTimeHint,
    day: ui.t.privacy.ruleFromWrong,
    other: ui.t.shell.fieldWrong,
  };
  const read = await readForm(context, incidentSchema, messages);
  const done = read.ok
    ? await attempt(visit, read.form, () => {
        const { day, time, ...facts } = read.data;
        const detectedAt = new Date(`${day}T${time.replace('.', ':')}:00+07:00`).toISOString();
        return ports.recordIncident(person, { ...facts, detectedAt });
      })
    : read;
  if (done.ok) return goTo(context, incidentsPath, 'saved');
  const incidents = await ports.incidents(person);
  return answerPage(context, <IncidentsPage ui={ui} incidents={incidents} form={done.form} />, 422);
}

export async function noteNotified(visit: PersonVisit, ports: RequestsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readForm(context, notifiedSchema, { other: ui.t.shell.fieldWrong });
  const done = read.ok ? await attempt(visit, read.form, () => ports.noteNotified(person, read.data)) : read;
  if (done.ok) return goTo(context, incidentsPath, 'saved');
  const incidents = await ports.incidents(person);
  const { failure = ui.t.shell.fieldWrong } = done.form;
  const form = { ...emptyForm, failure };
  return answerPage(context, <IncidentsPage ui={ui} incidents={incidents} form={form} />, 409);
}
