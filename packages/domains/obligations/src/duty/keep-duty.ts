import { type Clock, overAtOf, Unavailable } from '@sinau/kernel';
import type { Member } from '../audience/audience.ts';
import { standInsOf } from '../courses/course-change.ts';
import { type DutyException, isExempt } from '../exceptions/exception.ts';
import type { ExceptionStore } from '../exceptions/ports.ts';
import { localDayOf } from '../local-day.ts';
import type { Obligation } from '../obligation.ts';
import type { CourseDesk, DutyStore, ObligationStore } from '../ports.ts';
import { nextDigest } from '../reminders/next-digest.ts';
import type { TellingStore } from '../reminders/ports.ts';
import { courseIn } from './course-in.ts';
import { orderOf } from './course-order.ts';
import { type Duty, holdsPlace, isDone, isOpen, letsPass, type Obstacle } from './duty.ts';
import { type CourseStanding, standingOf } from './duty-state.ts';
import { lastDayOf } from './last-day.ts';
import { passTerms } from './pass-terms.ts';
import { type Period, periodOn } from './period.ts';
import { nextReminder } from './reminder-steps.ts';

export interface KeepDeps {
  readonly obligations: Pick<ObligationStore, 'find'>;
  readonly duties: DutyStore;
  readonly exceptions: Pick<ExceptionStore, 'findException'>;
  readonly desk: CourseDesk;
  readonly tellings: Pick<TellingStore, 'addDigest'>;
  readonly clock: Clock;
}

/** Each of several that race wins at least one round. */
const rounds = 8;

interface Owing {
  readonly obligation: Obligation;
  readonly member: Member;
}

/**
 * Sees to it that somebody in the audience owes what the obligation asks for now, and that the courses are given to them, unless
 * they are excepted. Repeated it changes nothing more. Tells how many duties are new.
 */
export async function keepDuties(deps: KeepDeps, owing: Owing): Promise<number> {
  const { obligation, member } = owing;
  const period = periodOn(obligation, localDayOf(deps.clock.now(), member.timeZone));
  return period ? keepRound(deps, owing, period) : 0;
}

/** The same for a round that was given, whatever the day. */
export async function keepRound(
  deps: KeepDeps,
  { obligation, member }: Owing,
  period: Period,
): Promise<number> {
  if (obligation.state !== 'active') return 0;
  const { personId } = member;
  const { obligationId, programme } = obligation;
  const exception = await deps.exceptions.findException({ personId, obligationId });
  if (isExempt(exception, deps.clock.now())) return 0;
  let given = 0;
  let isTurn = true;
  for (const courseId of obligation.courseIds) {
    const held = await placeHeld(deps, { obligation, member, period, courseId });
    if (held) {
      if (programme?.inOrder) isTurn &&= held.letsPass;
      continue;
    }
    const { isNew, duty } = await keepDuty(deps, { obligation, member, period, courseId, exception }, isTurn);
    if (isNew) given += 1;
    if (programme?.inOrder) isTurn &&= letsPass(duty);
  }
  if (given > 0) {
    const at = nextDigest(member.timeZone, deps.clock.now());
    await deps.tellings.addDigest({ personId, at });
  }
  return given;
}

/** Whoever has finished or begun a course that stood here owes no other in its place. */
async function placeHeld(
  deps: KeepDeps,
  { obligation, member, period, courseId }: Omit<Owed, 'exception'>,
): Promise<{ readonly letsPass: boolean } | undefined> {
  const { obligationId } = obligation;
  const { personId, timeZone } = member;
  for (const other of standInsOf(obligation, courseId)) {
    const duty = await deps.duties.findDuty({ personId, obligationId, period: period.name, courseId: other });
    if (duty && holdsPlace(duty)) return { letsPass: letsPass(duty) };
    // Who comes later owes the same as who was there.
    const of = { personId, courseId: other, period: period.name };
    const standing = standingOf(period.name, await courseIn(deps.desk, of, timeZone), timeZone);
    if (isDone(standing)) return { letsPass: true };
  }
  return undefined;
}

interface Owed extends Owing {
  readonly period: Period;
  readonly courseId: string;
  readonly exception: DutyException | undefined;
}

/** `isNew`: it was not there, or was released before. */
async function keepDuty(
  deps: KeepDeps,
  owed: Owed,
  isTurn: boolean,
): Promise<{ readonly isNew: boolean; readonly duty: Duty }> {
  const { obligation, member, period, courseId } = owed;
  const { obligationId } = obligation;
  const { personId } = member;
  const place = { personId, obligationId, period: period.name, courseId };
  const before = await deps.duties.findDuty(place);
  if (before && isDone(before)) return { isNew: false, duty: before };
  const course = await courseIn(deps.desk, place, member.timeZone);
  const duty = await writeDuty(deps, owed, { course, ...(!isTurn && { obstacle: 'earlier-course' }) });
  const isNew = !before || before.state === 'released';
  const isGiven = duty.state !== 'required' || (course.current && course.current.state !== 'completed');
  if (isGiven || !isTurn) return { isNew, duty };
  const outcome = await deps.desk.give(orderOf(obligation, duty));
  const obstacle: Obstacle | undefined = outcome === 'given' ? undefined : outcome;
  const now = await courseIn(deps.desk, place, member.timeZone);
  return { isNew, duty: await writeDuty(deps, owed, { course: now, obstacle }) };
}

/** Writes what the duty comes to now, over whatever stands there. */
async function writeDuty(
  deps: KeepDeps,
  owed: Owed,
  { course, obstacle }: { readonly course: CourseStanding; readonly obstacle?: Obstacle | undefined },
): Promise<Duty> {
  const { obligation, member, period, courseId } = owed;
  const place = {
    personId: member.personId,
    obligationId: obligation.obligationId,
    period: period.name,
    courseId,
  };
  for (let round = 0; round < rounds; round += 1) {
    const before = await deps.duties.findDuty(place);
    const after = dutyFrom(owed, { before, course, now: deps.clock.now(), obstacle });
    if (before && isSame(before, after)) return before;
    // The course first: whoever dies in between finds the duty as it was, and comes this way again.
    if (before) await passTerms(deps, { before, after, obligation });
    const change = { after, ...(before && { before }) };
    if ((await deps.duties.write(change)) === 'written') return after;
  }
  throw new Unavailable('Too much is happening with this duty at once; please try again.');
}

function dutyFrom(
  { obligation, member, period, courseId, exception }: Owed,
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
  const { agencyId, obligationId, edition } = obligation;
  const standing = standingOf(period.name, course, member.timeZone);
  const today = localDayOf(now, member.timeZone);
  const givenOn = stood?.givenOn ?? today;
  const day = lastDayOf({ before: stood, period, givenOn, exception, today });
  const [unitId] = member.units;
  return {
    ...{ agencyId, obligationId, period: period.name, personId: member.personId, courseId },
    ...{ givenOn, ...day, overAt: overAtOf(day.dueOn, member.timeZone), edition },
    ...(unitId !== undefined && { unitId }),
    ...standing,
    ...(standing.state === 'required' && !standing.obstacle && obstacle && { obstacle }),
    ...(isOpen(standing) && tellings({ before: stood, ...day, obligation }, member.timeZone, now)),
    ...(stood?.toldOn !== undefined && { toldOn: stood.toldOn }),
    ...{ since: stood?.since ?? at, changedAt: at, rev: before?.rev ?? 0 },
  };
}

/** What is told next. Something that is about to be told stays; what is over is left out. */
export function tellings(
  duty: {
    readonly before: Pick<Duty, 'remind' | 'allTold' | 'toldOn' | 'dueOn'> | undefined;
    readonly dueOn: string;
    /** Absent once it is gone. */
    readonly obligation: Pick<Obligation, 'state' | 'remindedOn'> | undefined;
  },
  timeZone: Member['timeZone'],
  now: Date,
): Pick<Duty, 'remind' | 'allTold'> {
  const { dueOn, obligation } = duty;
  // With another day all begins anew.
  const before = duty.before?.dueOn === dueOn ? duty.before : undefined;
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

/** But for the time of writing. */
export function isSame(a: Duty, b: Duty): boolean {
  const content = ({ changedAt: _, rev: __, ...rest }: Duty) =>
    JSON.stringify(Object.entries(rest).sort(([x], [y]) => (x < y ? -1 : 1)));
  return content(a) === content(b);
}
