import { type Clock, overAtOf, Unavailable } from '@sinau/kernel';
import type { Member } from '../audience/audience.ts';
import { localDayOf } from '../local-day.ts';
import type { Obligation } from '../obligation.ts';
import type { CourseDesk, CourseOrder, DutyStore } from '../ports.ts';
import { nextDigest } from '../reminders/next-digest.ts';
import type { TellingStore } from '../reminders/ports.ts';
import { type Duty, isDone, isOpen, type Obstacle } from './duty.ts';
import { type CourseStanding, standingOf } from './duty-state.ts';
import { dueDayOf, type Period, periodOn } from './period.ts';
import { nextReminder } from './reminder-steps.ts';

export interface KeepDeps {
  readonly duties: DutyStore;
  readonly desk: CourseDesk;
  readonly tellings: Pick<TellingStore, 'addDigest'>;
  readonly clock: Clock;
}

/** Each of several that race wins at least one round. */
const rounds = 8;

/**
 * Sees to it that somebody in the audience owes what the obligation asks for now, and that the courses are given to them.
 * Repeated it changes nothing more. Tells how many duties are new.
 */
export async function keepDuties(
  deps: KeepDeps,
  { obligation, member }: { readonly obligation: Obligation; readonly member: Member },
): Promise<number> {
  const today = localDayOf(deps.clock.now(), member.timeZone);
  const period = periodOn(obligation, today);
  if (!period || obligation.state !== 'active') return 0;
  let given = 0;
  for (const courseId of obligation.courseIds) {
    if (await keepDuty(deps, { obligation, member, period, courseId })) given += 1;
  }
  if (given > 0) {
    const at = nextDigest(member.timeZone, deps.clock.now());
    await deps.tellings.addDigest({ personId: member.personId, at });
  }
  return given;
}

interface Owed {
  readonly obligation: Obligation;
  readonly member: Member;
  readonly period: Period;
  readonly courseId: string;
}

/** True: it is new, or was released before. */
async function keepDuty(deps: KeepDeps, owed: Owed): Promise<boolean> {
  const { obligation, member, period, courseId } = owed;
  const { obligationId } = obligation;
  const { personId } = member;
  const before = await deps.duties.findDuty({ personId, obligationId, period: period.name, courseId });
  if (before && isDone(before)) return false;
  const course = await deps.desk.standingOf({ personId, courseId });
  const duty = await writeDuty(deps, owed, { course });
  const isNew = !before || before.state === 'released';
  if (duty.state !== 'required' || (course.current && course.current.state !== 'completed')) return isNew;
  const outcome = await deps.desk.give(orderOf(obligation, duty));
  const obstacle: Obstacle | undefined = outcome === 'given' ? undefined : outcome;
  const now = await deps.desk.standingOf({ personId, courseId });
  await writeDuty(deps, owed, { course: now, obstacle });
  return isNew;
}

/** Writes what the duty comes to now, over whatever stands there. */
async function writeDuty(
  deps: KeepDeps,
  owed: Owed,
  { course, obstacle }: { readonly course: CourseStanding; readonly obstacle?: Obstacle | undefined },
): Promise<Duty> {
  const { personId } = owed.member;
  const { obligationId } = owed.obligation;
  const place = { personId, obligationId, period: owed.period.name, courseId: owed.courseId };
  for (let round = 0; round < rounds; round += 1) {
    const before = await deps.duties.findDuty(place);
    const after = dutyFrom(owed, { before, course, now: deps.clock.now(), obstacle });
    if (before && isSame(before, after)) return before;
    const change = { after, ...(before && { before }) };
    if ((await deps.duties.write(change)) === 'written') return after;
  }
  throw new Unavailable('Too much is happening with this duty at once; please try again.');
}

function dutyFrom(
  { obligation, member, period, courseId }: Owed,
  found: {
    readonly before: Duty | undefined;
    readonly course: CourseStanding;
    readonly now: Date;
    readonly obstacle: Obstacle | undefined;
  },
): Duty {
  const { before, course, now, obstacle } = found;
  const at = now.toISOString();
  const stood = before && before.state !== 'released' ? before : undefined;
  const { agencyId, obligationId } = obligation;
  const standing = standingOf(period.name, course, member.timeZone);
  const givenOn = stood?.givenOn ?? localDayOf(now, member.timeZone);
  const dueOn = stood?.dueOn ?? dueDayOf(period, givenOn);
  const [unitId] = member.units;
  return {
    ...{ agencyId, obligationId, period: period.name, personId: member.personId, courseId },
    ...{ givenOn, dueOn, overAt: overAtOf(dueOn, member.timeZone) },
    ...(unitId !== undefined && { unitId }),
    ...standing,
    ...(standing.state === 'required' && !standing.obstacle && obstacle && { obstacle }),
    ...(isOpen(standing) && tellings({ before: stood, dueOn, obligation }, member.timeZone, now)),
    ...(stood?.toldOn !== undefined && { toldOn: stood.toldOn }),
    ...{ since: stood?.since ?? at, changedAt: at, rev: before?.rev ?? 0 },
  };
}

/** What is told next. Something that is about to be told stays; what is over is left out. */
export function tellings(
  duty: {
    readonly before: Pick<Duty, 'remind' | 'allTold' | 'toldOn'> | undefined;
    readonly dueOn: string;
    /** Absent once it is gone. */
    readonly obligation: Pick<Obligation, 'state' | 'remindedOn'> | undefined;
  },
  timeZone: Member['timeZone'],
  now: Date,
): Pick<Duty, 'remind' | 'allTold'> {
  const { before, dueOn, obligation } = duty;
  const isSilent = obligation?.state !== 'active';
  if (before?.allTold) return { allTold: true, ...(!isSilent && onceMore(before, obligation, now)) };
  const waits = before?.remind && before.remind.at <= now.toISOString() ? before.remind : undefined;
  const remind = waits ?? nextReminder(dueOn, timeZone, now);
  if (!remind) return { allTold: true };
  return isSilent ? {} : { remind };
}

/** Somebody of the agency has asked for it since the learner was told last. */
function onceMore(
  { remind, toldOn = '' }: Pick<Duty, 'remind' | 'toldOn'>,
  { remindedOn = '' }: Pick<Obligation, 'remindedOn'>,
  now: Date,
): Pick<Duty, 'remind'> {
  if (remind) return { remind };
  return remindedOn > toldOn ? { remind: { step: 'overdue', at: now.toISOString() } } : {};
}

/** Why the course is given, as the learner reads it. */
export function orderOf({ title, note, createdBy }: Obligation, duty: Duty): CourseOrder {
  const { agencyId, obligationId, personId, courseId, dueOn } = duty;
  const reason = note === undefined ? title : `${title}: ${note}`;
  return { agencyId, obligationId, personId, courseId, dueOn, reason, by: createdBy };
}

/** But for the time of writing. */
export function isSame(a: Duty, b: Duty): boolean {
  const content = ({ changedAt: _, rev: __, ...rest }: Duty) =>
    JSON.stringify(Object.entries(rest).sort(([x], [y]) => (x < y ? -1 : 1)));
  return content(a) === content(b);
}
