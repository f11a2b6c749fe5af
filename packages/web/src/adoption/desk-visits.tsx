import * as z from 'zod';
import type { ChampionsPorts } from '../champions/ports.ts';
import { nudgeWords } from '../i18n/nudges.ts';
import type { FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { AgencyAdoptionPage } from './agency-page.tsx';
import type { HabitsPorts } from './habit-ports.ts';
import { NudgesPage } from './nudges-page.tsx';
import { nudgesPath } from './paths.ts';
import { type AgencyAdoptionPorts, type NudgesPorts, nudgeNames, type TeamWeekPorts } from './ports.ts';
import { TeamWeekPage } from './team-week-page.tsx';

/** What operators begin with. */
const usualShare = '20';

const startSchema = z.object({
  /** Kind and latest version, as they were shown. */
  nudge: z.string().regex(new RegExp(`^(${nudgeNames.join('|')}):\\d{1,6}$`)),
  share: z
    .string()
    .regex(/^[1-9]\d?$/)
    .transform(Number)
    .pipe(z.int().min(5).max(50)),
});

export async function showNudges(visit: PersonVisit, ports: NudgesPorts): Promise<Response> {
  return answerNudges(visit, ports, { values: { share: usualShare }, errors: {} });
}

async function answerNudges(visit: PersonVisit, ports: NudgesPorts, form: FormState): Promise<Response> {
  const { context, ui, person } = visit;
  const isRefused = form.failure !== undefined || Object.keys(form.errors).length > 0;
  const notice = isRefused ? undefined : visit.notice;
  const nudges = await ports.nudgesOf(person);
  const page = <NudgesPage ui={ui} nudges={nudges} form={form} notice={notice} />;
  return answerPage(context, page, isRefused ? 422 : 200);
}

export async function startNudge(visit: PersonVisit, ports: NudgesPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const words = nudgeWords[ui.locale];
  const messages = { nudge: words.nudgeWrong, share: words.shareWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, startSchema, messages);
  if (!read.ok) return answerNudges(visit, ports, read.form);
  const [name, after] = read.data.nudge.split(':');
  const kind = nudgeNames.find((one) => one === name) ?? 'begin';
  const start = { kind, share: read.data.share, after: Number(after) };
  const done = await attempt(visit, read.form, () => ports.start(person, start));
  return done.ok ? goTo(context, nudgesPath, 'saved') : answerNudges(visit, ports, done.form);
}

export async function stopNudge(visit: PersonVisit, ports: NudgesPorts): Promise<Response> {
  const { context, person } = visit;
  const kind = nudgeNames.find((one) => one === context.req.param('kind'));
  const version = Number(context.req.param('version'));
  const form = { values: { share: usualShare }, errors: {} };
  const place = { kind: kind ?? 'begin', version: kind && Number.isInteger(version) ? version : 0 };
  const done = await attempt(visit, form, () => ports.stop(person, place));
  return done.ok ? goTo(context, nudgesPath, 'saved') : answerNudges(visit, ports, done.form);
}

export async function showAgency(visit: PersonVisit, ports: AgencyAdoptionPorts): Promise<Response> {
  const { context, ui, person } = visit;
  return answerPage(context, <AgencyAdoptionPage ui={ui} view={await ports.adoptionOf(person)} />);
}

export async function showTeamWeek(
  visit: PersonVisit,
  ports: {
    readonly teamWeek: TeamWeekPorts;
    readonly habits: Pick<HabitsPorts, 'teamPledgesOf'>;
    readonly champions: Pick<ChampionsPorts, 'championsOf'>;
  },
): Promise<Response> {
  const { context, ui, person } = visit;
  const [week, pledges, { champions }] = await Promise.all([
    ports.teamWeek.weekOf(person),
    ports.habits.teamPledgesOf(person),
    ports.champions.championsOf(person),
  ]);
  return answerPage(context, <TeamWeekPage ui={ui} week={week} pledges={pledges} champions={champions} />);
}
