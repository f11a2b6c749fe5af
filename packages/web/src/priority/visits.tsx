import * as z from 'zod';
import { priorityWords } from '../i18n/priority.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { OwnPriorityPage } from './own-page.tsx';
import { priorityPath } from './paths.ts';
import type { PriorityPorts, TargetOrder } from './ports.ts';

export async function showOwn(visit: PersonVisit, ports: PriorityPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const view = await ports.ownOf(person);
  return answerPage(context, <OwnPriorityPage ui={ui} view={view} notice={notice} />);
}

const useSchema = z.object({ target: z.string().regex(/^(course|event|cohort):[\w-]{1,64}$/) });

function targetIn(text: string): TargetOrder {
  const id = text.slice(text.indexOf(':') + 1);
  if (text.startsWith('course:')) return { kind: 'course', registration: id };
  return text.startsWith('event:') ? { kind: 'event', eventId: id } : { kind: 'cohort', cohortId: id };
}

export async function use(visit: PersonVisit, ports: PriorityPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const seatId = (context.req.param('seatId') ?? '').slice(0, 64);
  const words = priorityWords[ui.locale];
  const read = await readForm(context, useSchema, { target: words.wrongTarget, other: words.wrongTarget });
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.use(person, seatId, targetIn(read.data.target)))
    : read;
  if (done.ok) return goTo(context, priorityPath, 'saved');
  const view = await ports.ownOf(person);
  const failed = { seatId, form: done.form };
  return answerPage(context, <OwnPriorityPage ui={ui} view={view} failed={failed} />, 422);
}
