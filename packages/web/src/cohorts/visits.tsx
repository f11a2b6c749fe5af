import * as z from 'zod';
import { cohortWords } from '../i18n/cohorts.ts';
import { Confirmation, emptyForm, type FormState } from '../layout/form.tsx';
import { Shell } from '../layout/shell.tsx';
import { lineField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { CohortPage } from './cohort-page.tsx';
import { CohortListPage } from './list-page.tsx';
import { cohortPath, teamCohortsPath } from './paths.ts';
import type { CohortsPorts } from './ports.ts';
import { TeamCohortsPage } from './team-page.tsx';

const cohortIdIn = ({ context }: PersonVisit): string => (context.req.param('cohortId') ?? '').slice(0, 64);
const nothing = z.object({});

export async function showList(visit: PersonVisit, ports: CohortsPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  return answerPage(context, <CohortListPage ui={ui} {...(await ports.list(person))} notice={notice} />);
}

export async function showCohort(visit: PersonVisit, ports: CohortsPorts): Promise<Response> {
  return onCohortPage(visit, ports, { form: emptyForm, status: 200 });
}

async function onCohortPage(
  visit: PersonVisit,
  ports: CohortsPorts,
  { form, status }: { readonly form: FormState; readonly status: 200 | 409 },
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const after = context.req.query('page');
  const cohort = await ports.cohortOf(person, cohortIdIn(visit));
  const roster = cohort.isFacilitator ? await ports.rosterOf(person, cohort.cohortId, after) : undefined;
  const props = { ui, cohort, form, notice, isFirst: after === undefined, ...(roster && { roster }) };
  return answerPage(context, <CohortPage {...props} />, status);
}

/** One of the three buttons of somebody's own place. */
async function step(
  visit: PersonVisit,
  ports: CohortsPorts,
  run: (cohortId: string) => Promise<void>,
): Promise<Response> {
  const { context, ui } = visit;
  const cohortId = cohortIdIn(visit);
  await readForm(context, nothing, { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, emptyForm, () => run(cohortId));
  return done.ok
    ? goTo(context, cohortPath(cohortId), 'saved')
    : onCohortPage(visit, ports, { form: done.form, status: 409 });
}

export const apply = (visit: PersonVisit, ports: CohortsPorts): Promise<Response> =>
  step(visit, ports, (cohortId) => ports.apply(visit.person, cohortId));

export const confirm = (visit: PersonVisit, ports: CohortsPorts): Promise<Response> =>
  step(visit, ports, (cohortId) => ports.confirm(visit.person, cohortId));

export const leave = (visit: PersonVisit, ports: CohortsPorts): Promise<Response> =>
  step(visit, ports, (cohortId) => ports.leave(visit.person, cohortId));

export async function askLeave(visit: PersonVisit, ports: CohortsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { cohortId } = await ports.cohortOf(person, cohortIdIn(visit));
  const words = cohortWords[ui.locale];
  const page = (
    <Shell ui={ui} title={words.leaveTitle} section="paths">
      <Confirmation
        ui={ui}
        title={words.leaveTitle}
        text={words.leaveText}
        action={`${cohortPath(cohortId)}/leave`}
        confirm={words.leave}
        back={cohortPath(cohortId)}
        danger
      />
    </Shell>
  );
  return answerPage(context, page);
}

export async function showTeam(visit: PersonVisit, ports: CohortsPorts): Promise<Response> {
  return onTeamPage(visit, ports, { form: emptyForm, status: 200 });
}

async function onTeamPage(
  visit: PersonVisit,
  ports: CohortsPorts,
  { form, status }: { readonly form: FormState; readonly status: 200 | 422 },
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const team = await ports.teamOf(person);
  return answerPage(context, <TeamCohortsPage ui={ui} {...team} form={form} notice={notice} />, status);
}

const decisionSchema = z.object({
  cohortId: z.string().max(64),
  personId: z.string().max(64),
  decision: z.enum(['approve', 'decline']),
  reason: lineField(0, 300).optional(),
});

export async function decide(visit: PersonVisit, ports: CohortsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { reasonWrong } = cohortWords[ui.locale];
  const read = await readForm(context, decisionSchema, { reason: reasonWrong, other: ui.t.shell.fieldWrong });
  if (!read.ok) return onTeamPage(visit, ports, { form: read.form, status: 422 });
  const { cohortId, personId, decision, reason = '' } = read.data;
  if (decision === 'decline' && reason.length < 5) {
    const form = { ...emptyForm, failure: reasonWrong };
    return onTeamPage(visit, ports, { form, status: 422 });
  }
  const done = await attempt(visit, emptyForm, () =>
    ports.decide(person, { cohortId, personId, ...(decision === 'decline' && { reason }) }),
  );
  return done.ok
    ? goTo(context, teamCohortsPath, 'saved')
    : onTeamPage(visit, ports, { form: done.form, status: 422 });
}

const ids = z.preprocess(
  (given) => (given === undefined ? [] : typeof given === 'string' ? [given] : given),
  z.array(z.string().max(64)).min(1).max(100),
);
const nominateSchema = z.object({ cohortId: z.string().max(64), personIds: ids });

export async function nominate(visit: PersonVisit, ports: CohortsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { whomWrong } = cohortWords[ui.locale];
  const read = await readForm(context, nominateSchema, {
    personIds: whomWrong,
    other: ui.t.shell.fieldWrong,
  });
  if (!read.ok) return onTeamPage(visit, ports, { form: read.form, status: 422 });
  const { cohortId, personIds } = read.data;
  const done = await attempt(visit, emptyForm, () => ports.nominate(person, cohortId, personIds));
  return done.ok
    ? goTo(context, teamCohortsPath, 'saved')
    : onTeamPage(visit, ports, { form: done.form, status: 422 });
}

export async function sendCalendar({ context, person }: PersonVisit, ports: CohortsPorts): Promise<Response> {
  const cohortId = (context.req.param('cohortId') ?? '').slice(0, 64);
  return context.body(await ports.calendarOf(person, cohortId), 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="angkatan.ics"',
    'cache-control': 'private, no-store',
  });
}
