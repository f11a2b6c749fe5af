import * as z from 'zod';
import { habitWords } from '../i18n/habits.ts';
import type { FormState } from '../layout/form.tsx';
import type { Ui } from '../ui.ts';
import { answerPage, attempt, choices, goTo, type PersonVisit, type ReadForm, readForm } from '../visit.ts';
import type { HabitsPorts } from './habit-ports.ts';
import { type FormName, HabitsPage, usualForms } from './habits-page.tsx';
import { habitsPath } from './paths.ts';

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
const minutes = z.coerce.number().int().min(5).max(240);
const weeks = z.enum(['2', '4', '8']).transform(Number);
const audience = z.enum(['nobody', 'supervisor']);
const day = z.iso.date();

const timeSchema = z.object({ days: choices([...weekdays]), minutes, weeks, share: audience });
const teamSchema = z.object({ teamDays: choices([...weekdays]), teamMinutes: minutes, teamWeeks: weeks });
const courseSchema = z.object({
  courseId: z.string().min(1).max(64),
  courseUntil: day,
  courseShare: audience,
});
const awaySchema = z.object({ awayFrom: day, awayUntil: day });

type Visited = Promise<Response>;

async function answer(
  visit: PersonVisit,
  ports: HabitsPorts,
  failed?: readonly [FormName, FormState],
): Visited {
  const { context, ui, person, notice } = visit;
  const view = await ports.habitsOf(person);
  const forms = { ...usualForms(view), ...(failed && { [failed[0]]: failed[1] }) };
  const leads = person.roles.includes('supervisor');
  const page = (
    <HabitsPage
      ui={ui}
      view={view}
      forms={forms}
      leads={leads}
      failed={failed?.[0]}
      notice={failed ? undefined : notice}
    />
  );
  return answerPage(context, page, failed ? 422 : 200);
}

export const showHabits = (visit: PersonVisit, ports: HabitsPorts): Visited => answer(visit, ports);

interface At {
  readonly visit: PersonVisit;
  readonly ports: HabitsPorts;
  readonly name: FormName;
}

/** Does what a form says, and shows the page again with whatever is wrong. */
async function submit<Data>(
  { visit, ports, name }: At,
  reading: Promise<ReadForm<Data>>,
  run: (data: Data) => Promise<void>,
): Visited {
  const { context, ui } = visit;
  const read = await reading;
  const done = read.ok ? await attempt(visit, read.form, () => run(read.data)) : read;
  if (done.ok) return goTo(context, habitsPath, 'saved');
  return answer(visit, ports, [name, inOwnWords(ui, done.form)]);
}

const other = ({ ui }: PersonVisit) => ({ other: ui.t.shell.fieldWrong });

/** The only thing that is refused of these two as a whole is their day. */
function inFields(ui: Ui, form: FormState): FormState {
  const { failure, ...rest } = form;
  const day = (['courseUntil', 'awayUntil'] as const).find((name) => name in form.values);
  const isUnfit = failure !== undefined && failure === ui.t.problem.code['adoption.unfit-pledge'];
  return isUnfit && day ? { ...rest, errors: { ...form.errors, [day]: failure } } : form;
}

/** Of each field what it takes. */
function inOwnWords(ui: Ui, refused: FormState): FormState {
  const form = inFields(ui, refused);
  const words: Readonly<Record<string, string>> = habitWords[ui.locale].wrong;
  const errors = Object.entries(form.errors).map(([name, text]) => [name, words[name] ?? text]);
  return { ...form, errors: Object.fromEntries(errors) };
}

export const pledgeTime = (visit: PersonVisit, ports: HabitsPorts): Visited =>
  submit(
    { visit, ports, name: 'time' },
    readForm(visit.context, timeSchema, other(visit)),
    ({ days, ...terms }) => ports.pledge(visit.person, { kind: 'time', days: days.map(Number), ...terms }),
  );

export const pledgeTeamTime = (visit: PersonVisit, ports: HabitsPorts): Visited =>
  submit({ visit, ports, name: 'team' }, readForm(visit.context, teamSchema, other(visit)), (given) =>
    ports.pledge(visit.person, {
      ...{ kind: 'team-time', days: given.teamDays.map(Number) },
      ...{ minutes: given.teamMinutes, weeks: given.teamWeeks },
    }),
  );

export const pledgeCourse = (visit: PersonVisit, ports: HabitsPorts): Visited =>
  submit(
    { visit, ports, name: 'course' },
    readForm(visit.context, courseSchema, other(visit)),
    ({ courseId, courseUntil, courseShare }) =>
      ports.pledge(visit.person, { kind: 'course', courseId, until: courseUntil, share: courseShare }),
  );

export const noteAway = (visit: PersonVisit, ports: HabitsPorts): Visited =>
  submit(
    { visit, ports, name: 'away' },
    readForm(visit.context, awaySchema, other(visit)),
    ({ awayFrom, awayUntil }) => ports.noteAway(visit.person, { from: awayFrom, until: awayUntil }),
  );

export const forgetAway = (visit: PersonVisit, ports: HabitsPorts): Visited =>
  submit(
    { visit, ports, name: 'away' },
    readForm(visit.context, z.object({ from: day }), other(visit)),
    ({ from }) => ports.forgetAway(visit.person, from),
  );

export const hide = (visit: PersonVisit, ports: HabitsPorts): Visited =>
  submit(
    { visit, ports, name: 'rhythm' },
    readForm(visit.context, z.object({ hidden: z.enum(['yes', 'no']) }), other(visit)),
    ({ hidden }) => ports.hide(visit.person, hidden === 'yes'),
  );

const pledgeIn = ({ context }: PersonVisit): string => (context.req.param('pledgeId') ?? '').slice(0, 64);

export const renew = (visit: PersonVisit, ports: HabitsPorts): Visited =>
  submit({ visit, ports, name: 'rhythm' }, readForm(visit.context, z.object({}), other(visit)), () =>
    ports.renew(visit.person, pledgeIn(visit)),
  );

export const letGo = (visit: PersonVisit, ports: HabitsPorts): Visited =>
  submit({ visit, ports, name: 'rhythm' }, readForm(visit.context, z.object({}), other(visit)), () =>
    ports.letGo(visit.person, pledgeIn(visit)),
  );

export const share = (visit: PersonVisit, ports: HabitsPorts): Visited =>
  submit(
    { visit, ports, name: 'rhythm' },
    readForm(visit.context, z.object({ share: audience }), other(visit)),
    (given) => ports.share(visit.person, pledgeIn(visit), given.share),
  );
