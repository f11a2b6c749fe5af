import type { PersonId } from '@sinau/kernel';
import { type Duty, isOpen } from '../duty/duty.ts';
import { type RefreshDeps, refreshDuty } from '../duty/refresh-duty.ts';
import { nextReminder, type ReminderStep, stepAt } from '../duty/reminder-steps.ts';
import { localDayOf, momentOf } from '../local-day.ts';
import type { Obligation } from '../obligation.ts';
import { inTurns } from '../spread/in-turns.ts';
import type { DutyTeller, TeamTelling, TellingStore } from './ports.ts';

export interface RemindDeps extends RefreshDeps {
  readonly tellings: TellingStore;
  readonly teller: DutyTeller;
  /** Who supervises somebody now, and may. */
  readonly supervisors: { supervisorOf(personId: PersonId): Promise<PersonId | undefined> };
}

/** Of one part and one round. */
const portion = 40;
/** The teams of one run; the rest are told with the next. */
const mostTeams = 200;

/**
 * Tells learners what is due, and then each supervisor once what that comes to in their team. A step is told once however
 * often and in how many places at once it is swept: notices have ids of their own, and a crash is followed by the same again.
 */
export async function remindDue(
  deps: RemindDeps,
  { untilMs }: { readonly untilMs: number },
): Promise<{ readonly told: number; readonly teams: number }> {
  let told = 0;
  let isThrough = true;
  for (let part = 0; part < deps.tellings.reminderParts; part += 1) {
    const of = await remindPart(deps, part, untilMs);
    told += of.told;
    isThrough &&= of.isThrough;
  }
  // Somebody of the team may still be among those that are left.
  return { told, teams: isThrough ? await tellTeams(deps) : 0 };
}

async function remindPart(deps: RemindDeps, part: number, untilMs: number) {
  let told = 0;
  for (;;) {
    const now = deps.clock.now();
    if (now.getTime() >= untilMs) return { told, isThrough: false };
    const due = await deps.tellings.listDueReminders(part, now.toISOString(), portion);
    const outcomes = await inTurns(due, (duty) => remindOne(deps, duty));
    told += outcomes.filter((outcome) => outcome === 'told').length;
    // Whoever was told stands further behind now; lists that lag come with the next run.
    if (due.length < portion || outcomes.every((outcome) => outcome === 'nothing')) {
      return { told, isThrough: due.length < portion };
    }
  }
}

async function remindOne(deps: RemindDeps, listed: Duty): Promise<'told' | 'nothing'> {
  const member = await deps.members.memberOf(listed.personId);
  // It may have been finished without anybody having been told yet, and nobody is reminded of a pause.
  await refreshDuty(deps, listed, member);
  const duty = await deps.duties.findDuty(listed);
  const now = deps.clock.now();
  if (!duty?.remind || duty.remind.at > now.toISOString()) return 'nothing';
  const obligation = await deps.obligations.find(duty.agencyId, duty.obligationId);
  if (!member || obligation?.state !== 'active' || !isOpen(duty)) {
    const { remind: _, ...silent } = duty;
    await deps.duties.write({ before: duty, after: silent });
    return 'nothing';
  }
  const today = localDayOf(now, member.timeZone);
  // After a standstill the step that is true now is told, and not the one that was missed.
  const step = duty.overdue ? 'overdue' : (stepAt(duty.dueOn, member.timeZone, now) ?? duty.remind.step);
  await tell(deps, { duty, step, obligation, today });
  const next = step === 'overdue' ? undefined : nextReminder(duty.dueOn, member.timeZone, now);
  const { remind: _, ...rest } = duty;
  await deps.duties.write({
    before: duty,
    after: {
      ...rest,
      ...(next && { remind: next }),
      ...(step === 'overdue' && { overdue: true as const }),
      toldOn: today,
    },
  });
  return 'told';
}

async function tell(
  deps: RemindDeps,
  told: {
    readonly duty: Duty;
    readonly step: ReminderStep;
    readonly obligation: Obligation;
    readonly today: string;
  },
): Promise<void> {
  const { duty, step, obligation, today } = told;
  const { personId, obligationId, period, courseId, remind } = duty;
  // Who is reminded by hand is told of the same step once more, on another day.
  const again = duty.overdue && remind ? `:${remind.at.slice(0, 10)}` : '';
  const id = `duty-reminder:${obligationId}:${period}:${courseId}:${step}${again}`;
  await deps.teller.tellLearner({ duty, step, title: obligation.title, id });
  const supervisorId = await deps.supervisors.supervisorOf(personId);
  if (supervisorId === undefined || supervisorId === personId) return;
  const at = teamMoment(today, deps.clock.now());
  await deps.tellings.noteTeam({ supervisorId, day: today, step, at }, personId);
}

const gatherMs = 15 * 60_000;

/** When the morning has come in all three zones, and everybody who was told just now is noted. */
function teamMoment(day: string, now: Date): string {
  const morningMs = Date.parse(momentOf(day, 8, 'Asia/Jakarta'));
  return new Date(Math.max(morningMs, now.getTime() + gatherMs)).toISOString();
}

async function tellTeams(deps: RemindDeps): Promise<number> {
  const due = await deps.tellings.listDueTeams(deps.clock.now().toISOString(), mostTeams);
  await inTurns(due, (telling) => tellTeam(deps, telling));
  return due.length;
}

async function tellTeam({ tellings, teller }: RemindDeps, telling: TeamTelling): Promise<void> {
  const { supervisorId, day, step } = telling;
  const people = await tellings.countTeam(telling);
  const id = `team-duties:${day}:${step}`;
  if (people > 0) await teller.tellSupervisor({ supervisorId, step, people, id });
  await tellings.closeTeam(telling);
}
