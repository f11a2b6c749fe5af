import type { PersonId } from '@sinau/kernel';
import { overAtOf, Unavailable } from '@sinau/kernel';
import type { Member } from '../audience/audience.ts';
import type { Obligation } from '../obligation.ts';
import type { MemberDirectory, ObligationStore } from '../ports.ts';
import { type Duty, isDone, isOpen } from './duty.ts';
import { standingOf } from './duty-state.ts';
import { isSame, type KeepDeps, tellings } from './keep-duty.ts';

export interface RefreshDeps extends KeepDeps {
  readonly obligations: Pick<ObligationStore, 'find'>;
  readonly members: Pick<MemberDirectory, 'memberOf'>;
}

const rounds = 8;

/**
 * Reads again what a person owes for a course, or for all, since something has happened to it. What is released stays so.
 * Tells how many duties changed.
 */
export async function refreshDuties(
  deps: RefreshDeps,
  { personId, courseId }: { readonly personId: PersonId; readonly courseId?: string },
): Promise<number> {
  const all = await deps.duties.dutiesOf(personId);
  const owed = all.filter(
    (duty) => duty.state !== 'released' && (courseId ?? duty.courseId) === duty.courseId,
  );
  if (owed.length === 0) return 0;
  const member = await deps.members.memberOf(personId);
  let changed = 0;
  for (const duty of owed) if (await refreshDuty(deps, duty, member)) changed += 1;
  return changed;
}

/** With whom it stands now, and as what. */
export async function refreshDuty(
  deps: RefreshDeps,
  duty: Duty,
  member: Member | undefined,
): Promise<boolean> {
  const obligation = await deps.obligations.find(duty.agencyId, duty.obligationId);
  for (let round = 0; round < rounds; round += 1) {
    const before = round === 0 ? duty : await deps.duties.findDuty(duty);
    if (!before || before.state === 'released') return false;
    const after = await asOfNow(deps, { before, member, obligation });
    if (isSame(before, after)) return false;
    if ((await deps.duties.write({ before, after })) === 'written') return true;
  }
  throw new Unavailable('Too much is happening with this duty at once; please try again.');
}

async function asOfNow(
  { desk, clock }: RefreshDeps,
  given: {
    readonly before: Duty;
    readonly member: Member | undefined;
    readonly obligation: Obligation | undefined;
  },
): Promise<Duty> {
  const { before, member, obligation } = given;
  const now = clock.now();
  const timeZone = member?.timeZone ?? 'Asia/Jakarta';
  const standing = standingOf(before.period, await desk.standingOf(before), timeZone);
  const {
    state: _,
    obstacle,
    registration: __,
    finishedAt: ___,
    remind: ____,
    allTold: _____,
    ...rest
  } = before;
  const { unitId: was, ...others } = rest;
  // Finished duties stay with the unit in which they were finished, as those of who has left do.
  const unitId = member && !isDone(before) ? member.units[0] : was;
  return {
    ...others,
    ...(member && { overAt: overAtOf(before.dueOn, timeZone) }),
    ...(unitId !== undefined && { unitId }),
    ...standing,
    // Why it could not be given stays true until it is.
    ...(standing.state === 'required' &&
      !standing.obstacle &&
      obstacle &&
      isLasting(obstacle) && { obstacle }),
    ...(isOpen(standing) && tellings({ before, dueOn: before.dueOn, obligation }, timeZone, now)),
    changedAt: now.toISOString(),
  };
}

const isLasting = (obstacle: Duty['obstacle']) => obstacle !== 'waiting' && obstacle !== 'approval';
