import type { PersonId } from '@sinau/kernel';
import { overAtOf, Unavailable } from '@sinau/kernel';
import { isIn, type Member } from '../audience/audience.ts';
import { standInsOf } from '../courses/course-change.ts';
import type { DutyException } from '../exceptions/exception.ts';
import { localDayOf } from '../local-day.ts';
import type { Obligation } from '../obligation.ts';
import type { MemberDirectory } from '../ports.ts';
import { pathOf } from '../required.ts';
import { courseIn } from './course-in.ts';
import { type Duty, holdsPlace, isDone, isOpen, letsPass } from './duty.ts';
import { standingOf } from './duty-state.ts';
import { isSame, type KeepDeps, keepRound, tellings } from './keep-duty.ts';
import { lastDayOf } from './last-day.ts';
import { passTerms } from './pass-terms.ts';
import { periodNamed } from './period.ts';

export interface RefreshDeps extends KeepDeps {
  readonly members: Pick<MemberDirectory, 'memberOf'>;
}

const rounds = 8;

/**
 * Reads again what a person owes for a course, or for all, since something has happened to it, and gives what comes after it in a
 * programme. A course, or an event, may be a step of any path that they owe: paths are read again with each. What is released stays so. Tells how many duties changed.
 */
export async function refreshDuties(
  deps: RefreshDeps,
  { personId, courseId }: { readonly personId: PersonId; readonly courseId?: string },
): Promise<number> {
  const all = await deps.duties.dutiesOf(personId);
  const owed = all.filter(
    (duty) =>
      duty.state !== 'released' &&
      ((courseId ?? duty.courseId) === duty.courseId || pathOf(duty.courseId) !== undefined),
  );
  if (owed.length === 0) return 0;
  const member = await deps.members.memberOf(personId);
  let changed = 0;
  for (const duty of owed) if (await refreshDuty(deps, duty, member)) changed += 1;
  if (member && all.some(waitsInLine)) await giveNext(deps, member);
  return changed;
}

/** Also whose turn has come while it was not given yet. */
const waitsInLine = ({ state, obstacle }: Duty) =>
  state === 'required' && (obstacle === undefined || obstacle === 'earlier-course');

/** Looked for in what stands now, and not in what has just changed: whoever died in between is followed by whoever comes next. */
async function giveNext(deps: RefreshDeps, member: Member): Promise<void> {
  const all = await deps.duties.dutiesOf(member.personId);
  const rounds = Map.groupBy(all, ({ obligationId, period }) => `${obligationId} ${period}`);
  for (const duties of rounds.values()) {
    const [waits] = duties.filter(waitsInLine);
    if (!waits || !duties.some(letsPass)) continue;
    const obligation = await deps.obligations.find(waits.agencyId, waits.obligationId);
    if (obligation?.programme?.inOrder && isTurn(obligation, duties)) {
      await keepRound(deps, { obligation, member }, periodNamed(obligation, waits.period));
    }
  }
}

/** The first that waits has nothing before it that has to be done first. */
function isTurn(obligation: Obligation, duties: readonly Duty[]): boolean {
  const inLine = obligation.courseIds.map((courseId) => {
    const others = standInsOf(obligation, courseId);
    const held = duties.find((duty) => others.includes(duty.courseId) && holdsPlace(duty));
    return held ?? duties.find((duty) => duty.courseId === courseId);
  });
  const next = inLine.find((duty) => !duty || !letsPass(duty));
  return next !== undefined && waitsInLine(next);
}

/** With whom it stands now, and as what. */
export async function refreshDuty(
  deps: RefreshDeps,
  duty: Duty,
  member: Member | undefined,
): Promise<boolean> {
  const [obligation, exception] = await Promise.all([
    deps.obligations.find(duty.agencyId, duty.obligationId),
    deps.exceptions.findException(duty),
  ]);
  for (let round = 0; round < rounds; round += 1) {
    const before = round === 0 ? duty : await deps.duties.findDuty(duty);
    if (!before || before.state === 'released') return false;
    const after = await asOfNow(deps, { before, member, obligation, exception });
    if (isSame(before, after)) return false;
    const isOwedAgain = isDone(before) && after.state === 'required';
    // What was done stays done where nobody asks for it any more.
    if (isOwedAgain && !isMeant(obligation, member)) return false;
    if (obligation) await passTerms(deps, { before, after, obligation });
    if ((await deps.duties.write({ before, after })) !== 'written') continue;
    // Done in another round, as its day tells: the course is owed again, and given.
    if (isOwedAgain && obligation && member) {
      await keepRound(deps, { obligation, member }, periodNamed(obligation, before.period));
    }
    return true;
  }
  throw new Unavailable('Too much is happening with this duty at once; please try again.');
}

const isMeant = (obligation: Obligation | undefined, member: Member | undefined): boolean =>
  obligation !== undefined &&
  member !== undefined &&
  obligation.state !== 'ended' &&
  member.agencyId === obligation.agencyId &&
  isIn(obligation.audience, member);

async function asOfNow(
  { desk, clock }: RefreshDeps,
  given: {
    readonly before: Duty;
    readonly member: Member | undefined;
    readonly obligation: Obligation | undefined;
    readonly exception: DutyException | undefined;
  },
): Promise<Duty> {
  const { before, member, obligation } = given;
  const now = clock.now();
  const timeZone = member?.timeZone ?? 'Asia/Jakarta';
  const standing = standingOf(before.period, await courseIn(desk, before, timeZone), timeZone);
  const {
    state: _,
    obstacle,
    registration: __,
    finishedAt: ___,
    remind: ____,
    allTold: _____,
    extendedFrom: ______,
    ...rest
  } = before;
  const day = dayOf(given, localDayOf(now, timeZone));
  const { unitId: was, ...others } = rest;
  // Finished duties stay with the unit in which they were finished, as those of who has left do.
  const unitId = member && !isDone(before) ? member.units[0] : was;
  return {
    ...others,
    ...day,
    ...(member && { overAt: overAtOf(day.dueOn, timeZone) }),
    edition: obligation?.edition ?? before.edition,
    ...(unitId !== undefined && { unitId }),
    ...standing,
    // Why it could not be given stays true until it is.
    ...(standing.state === 'required' &&
      !standing.obstacle &&
      obstacle &&
      isLasting(obstacle) && { obstacle }),
    ...(isOpen(standing) && tellings({ before, ...day, obligation }, timeZone, now)),
    changedAt: now.toISOString(),
  };
}

/** Of a finished duty, one of another time or of nobody's obligation any more, the day is what it was. */
function dayOf(
  given: {
    readonly before: Duty;
    readonly obligation: Obligation | undefined;
    readonly exception: DutyException | undefined;
  },
  today: string,
): Pick<Duty, 'dueOn' | 'extendedFrom'> {
  const { before, obligation, exception } = given;
  if (obligation && isOpen(before)) {
    const period = periodNamed(obligation, before.period);
    return lastDayOf({ before, period, givenOn: before.givenOn, exception, today });
  }
  const { dueOn, extendedFrom } = before;
  return { dueOn, ...(extendedFrom !== undefined && { extendedFrom }) };
}

const isLasting = (obstacle: Duty['obstacle']) => obstacle !== 'waiting' && obstacle !== 'approval';
