import * as z from 'zod';
import { planWords } from '../i18n/plan.ts';
import type { FormState } from '../layout/form.tsx';
import { answerPage, attempt, choices, goTo, type PersonVisit, readForm } from '../visit.ts';
import { calendarOf } from './calendar.ts';
import { PlanPage } from './page.tsx';
import { planPath } from './paths.ts';
import type { PlanPorts, PlanView } from './ports.ts';

const planSchema = z.object({
  days: choices(['1', '2', '3', '4', '5', '6', '7']),
  minutes: z.coerce.number().int().min(15).max(2400),
  rev: z.coerce.number().int().min(0),
});

/** Two times half an hour: what somebody who has never planned is shown first. */
const proposed = { days: '1 3', minutes: '60' };

const formOf = ({ days, minutes, rev }: PlanView): FormState => ({
  values: rev === 0 ? proposed : { days: days.join(' '), minutes: String(minutes) },
  errors: {},
});

export async function showPlan({ context, ui, person, notice }: PersonVisit, ports: PlanPorts) {
  const plan = await ports.planOf(person);
  return answerPage(context, <PlanPage ui={ui} plan={plan} form={formOf(plan)} notice={notice} />);
}

/** For the calendar of a phone. Whoever has no plan is led to where one is made. */
export async function sendCalendar(visit: PersonVisit, ports: PlanPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { days, minutes, week, changedAt } = await ports.planOf(person);
  const today = week?.days.find(({ when }) => when === 'today');
  if (!today || changedAt === undefined) return goTo(context, planPath);
  const share = ui.format.duration(Math.ceil(minutes / days.length) * 60);
  const { host } = new URL(context.req.url);
  const summary = planWords[ui.locale].calendarEntry(share);
  const calendar = calendarOf({ days, today: today.date, changedAt, host, summary });
  return context.body(calendar, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="sinau.ics"',
  });
}

export async function setPlan(visit: PersonVisit, ports: PlanPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const words = planWords[ui.locale];
  const messages = { days: words.daysMissing, minutes: words.minutesWrong };
  const read = await readForm(context, planSchema, { ...messages, other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () =>
        ports.set(person, { ...read.data, days: read.data.days.map(Number) }),
      )
    : read;
  if (done.ok) return goTo(context, planPath, 'saved');
  const plan = await ports.planOf(person);
  return answerPage(context, <PlanPage ui={ui} plan={plan} form={done.form} />, 422);
}

export async function stopPlan(visit: PersonVisit, ports: PlanPorts, stopped: boolean): Promise<Response> {
  const { context, person } = visit;
  await readForm(context, z.object({}), { other: visit.ui.t.shell.fieldWrong });
  await ports.stop(person, stopped);
  return goTo(context, planPath, 'saved');
}
