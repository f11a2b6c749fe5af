import type { PersonId } from '@sinau/kernel';
import type { Member } from '../audience/audience.ts';
import { type Duty, isOpen } from '../duty/duty.ts';
import { type RefreshDeps, refreshDuty } from '../duty/refresh-duty.ts';
import { nextReminder, type ReminderStep, stepAt } from '../duty/reminder-steps.ts';
import { localDayOf, momentOf } from '../local-day.ts';
import type { Obligation } from '../obligation.ts';
import type { DutyTeller, TellingStore } from './ports.ts';

export interface RemindDeps extends RefreshDeps {
  readonly tellings: TellingStore;
  readonly teller: DutyTeller;
  /** Who supervises somebody now, and may. */
  readonly supervisors: { supervisorOf(personId: PersonId): Promise<PersonId | undefined> };
}

/** A duty that has reached a step. */
interface Reached {
  readonly duty: Duty;
  readonly step: ReminderStep;
  readonly obligation: Obligation;
}

/** Tells somebody everything that is due by now, in one notice for each step. Tells how many duties that were. */
export async function remindPerson(deps: RemindDeps, personId: PersonId): Promise<number> {
  const member = await deps.members.memberOf(personId);
  // They may have been finished without anybody having been told yet, and nobody is reminded of a pause.
  for (const duty of await dueOf(deps, personId)) await refreshDuty(deps, duty, member);
  const reached: Reached[] = [];
  for (const duty of await dueOf(deps, personId)) {
    const obligation = await deps.obligations.find(duty.agencyId, duty.obligationId);
    if (member && obligation?.state === 'active' && isOpen(duty)) {
      reached.push({ duty, step: stepOf(duty, member, deps.clock.now()), obligation });
    } else {
      const { remind: _, ...silent } = duty;
      await deps.duties.write({ before: duty, after: silent });
    }
  }
  if (!member) return 0;
  const today = localDayOf(deps.clock.now(), member.timeZone);
  for (const [id, together] of Map.groupBy(reached, (one) => noticeOf(one, today))) {
    await tell(deps, { member, today, id, together });
    for (const one of together) await moveOn(deps, one, { member, today });
  }
  return reached.length;
}

async function dueOf({ duties, clock }: RemindDeps, personId: PersonId): Promise<readonly Duty[]> {
  const now = clock.now().toISOString();
  return (await duties.dutiesOf(personId)).filter(({ remind }) => remind && remind.at <= now);
}

/** After a standstill the step that is true now is told, and not the one that was missed. */
const stepOf = ({ allTold, dueOn, remind }: Duty, { timeZone }: Member, now: Date): ReminderStep =>
  allTold ? 'overdue' : (stepAt(dueOn, timeZone, now) ?? remind?.step ?? 'overdue');

/** Whoever is late already was reminded by hand, which an agency may do later on the same day for another obligation. */
const noticeOf = ({ duty: { allTold, obligationId }, step }: Reached, today: string): string =>
  `duty-reminder:${today}:${step}${allTold ? `:${obligationId}` : ''}`;

async function tell(
  deps: RemindDeps,
  told: {
    readonly member: Member;
    readonly today: string;
    readonly id: string;
    readonly together: readonly Reached[];
  },
): Promise<void> {
  const { member, today, id, together } = told;
  const { personId } = member;
  const [first] = together;
  if (!first) return;
  const { step } = first;
  const duties = together
    .map(({ duty: { courseId, dueOn }, obligation: { title } }) => ({ courseId, dueOn, title }))
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.courseId.localeCompare(b.courseId));
  await deps.teller.tellLearner({ personId, step, duties, id });
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

async function moveOn(
  { duties, clock }: RemindDeps,
  { duty, step }: Reached,
  { member, today }: { readonly member: Member; readonly today: string },
): Promise<void> {
  const next = step === 'overdue' ? undefined : nextReminder(duty.dueOn, member.timeZone, clock.now());
  const { remind: _, ...rest } = duty;
  await duties.write({
    before: duty,
    after: {
      ...rest,
      ...(next && { remind: next }),
      ...(step === 'overdue' && { allTold: true as const }),
      toldOn: today,
    },
  });
}
