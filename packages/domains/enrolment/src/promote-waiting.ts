import type { AgencyId, Clock } from '@sinau/kernel';
import { admit } from './admit.ts';
import type { Enrolment } from './enrolment.ts';
import { leftIn, mayPromote, potsFor } from './pool.ts';
import type { CourseDirectory, EnrolmentPage, EnrolmentStore, PageOf } from './ports.ts';
import { dayOf, type QuotaId, type QuotaStanding } from './quota.ts';
import type { BudgetLineId } from './seat-budget.ts';

/** Steps that may be lost to somebody who promotes at the same time, before this call leaves the rest to them. */
const mostLost = 50;
/** Changes of one enrolment that others make in between. */
const mostChanges = 5;
/** So many are read at once. */
const pageSize = 25;

interface Deps {
  readonly courses: CourseDirectory;
  readonly enrolments: EnrolmentStore;
  readonly clock: Clock;
}

/**
 * Gives the free seats of a course to those who have waited longest, into the version that is open now. Follows every
 * freed seat and every change of their number; any number of times, in parallel: a seat is given once. Whose agency has
 * used up its quota goes on waiting for that, and holds up nobody else.
 */
export async function promoteWaiting(
  deps: Deps,
  input: { readonly courseId: string },
): Promise<readonly Enrolment[]> {
  return promoteFrom(deps, () => deps.enrolments.firstWaiting(input.courseId));
}

interface QuotaName {
  readonly agencyId: AgencyId;
  readonly quotaId: QuotaId;
}

/**
 * The same for those who wait for a quota: its first gets the seat, or waits for what else is wanting. Whose course is closed is passed
 * over, however many there are; where seats are kept for groups, also whoever does not fit. `everybody`: who fits which group, and who is behind others, is asked anew of all.
 */
export async function promoteQuota(
  deps: Deps,
  quota: QuotaName & { readonly everybody?: boolean },
): Promise<readonly Enrolment[]> {
  const { agencyId, quotaId, everybody = false } = quota;
  const found = await deps.enrolments.quotaOf(agencyId, quotaId);
  const isWalked = found && (found.pools || everybody) && dayOf(deps.clock.now()) <= found.to;
  if (found && isWalked) return promotePooled(deps, found, everybody);
  return promoteList(deps, (page) => deps.enrolments.waitingForQuota(quota, page));
}

/** One walk from the first to the last, as long as there is a seat for somebody. */
async function promotePooled(
  deps: Deps,
  quota: QuotaStanding,
  everybody: boolean,
): Promise<readonly Enrolment[]> {
  const day = dayOf(deps.clock.now());
  const { agencyId, quotaId } = quota;
  const promoted: Enrolment[] = [];
  let standing = quota;
  let after: string | undefined;
  do {
    if (!everybody && !mayPromote(standing, day)) return promoted;
    const page = { limit: pageSize, ...(after !== undefined && { after }) };
    const { enrolments, next } = await deps.enrolments.waitingForQuota(quota, page);
    for (const one of enrolments) {
      if (!everybody && !isFree(standing, one, day)) continue;
      const seat = await promoteOne(deps, one, quotaId);
      if (seat) promoted.push(seat);
      standing = (await deps.enrolments.quotaOf(agencyId, quotaId)) ?? standing;
    }
    after = next;
  } while (after !== undefined);
  return promoted;
}

/** By what was known of them when they were last looked at. */
const isFree = (quota: QuotaStanding, { waitingPools = [] }: Enrolment, day: string): boolean =>
  potsFor(quota, waitingPools, day).some((pot) => leftIn(quota, pot) > 0);

/** Undefined: they go on waiting, or somebody else was faster. */
async function promoteOne(deps: Deps, found: Enrolment, quotaId: QuotaId): Promise<Enrolment | undefined> {
  let before: Enrolment | undefined = found;
  for (let lost = 0; lost < mostChanges; lost += 1) {
    if (before?.state !== 'waiting' || before.waitingQuota !== quotaId) return undefined;
    const open = await deps.courses.openVersion(before.courseId);
    if (!open) return undefined;
    const { outcome, enrolment } = await admit(deps, {
      open,
      step: { before },
      enrolment: { ...before, version: open.version },
    });
    if (outcome === 'done') return enrolment.state === 'active' ? enrolment : undefined;
    if (outcome === 'stays') return undefined;
    // A duty was given in this moment, or they were promoted.
    before = await deps.enrolments.findByRegistration(before.registration);
  }
  return undefined;
}

/** The same for those who wait for room in a line of the agency's budget. Whose seat costs more than there is holds up those behind. */
export async function promoteLine(
  deps: Deps,
  line: { readonly agencyId: AgencyId; readonly lineId: BudgetLineId },
): Promise<readonly Enrolment[]> {
  return promoteList(deps, (page) => deps.enrolments.waitingForLine(line, page));
}

async function promoteList(
  deps: Deps,
  pageOf: (page: PageOf) => Promise<EnrolmentPage>,
): Promise<readonly Enrolment[]> {
  const closed = new Set<string>();
  /** Before it are none but people whose course is closed. */
  let after: string | undefined;
  return promoteFrom(deps, async () => {
    for (;;) {
      const page = { limit: pageSize, ...(after !== undefined && { after }) };
      const { enrolments, next } = await pageOf(page);
      for (const one of enrolments) {
        if (closed.has(one.courseId)) continue;
        if (await deps.courses.openVersion(one.courseId)) return one;
        closed.add(one.courseId);
      }
      if (next === undefined) return undefined;
      after = next;
    }
  });
}

/** What an enrolment that ended has freed. */
export async function promoteFreed(deps: Deps, ended: Enrolment): Promise<void> {
  await promoteWaiting(deps, ended);
  const { charge, agencyId: home, waitingBudget } = ended;
  // Whoever wanted more than there was has held up those behind.
  if (waitingBudget && home) await promoteLine(deps, { agencyId: home, lineId: waitingBudget.lineId });
  if (charge?.state !== 'released') return;
  for (const quotaId of charge.quotas) {
    await promoteQuota(deps, { agencyId: charge.agencyId, quotaId });
  }
  const { agencyId, budgetLine: lineId } = charge;
  if (lineId) await promoteLine(deps, { agencyId, lineId });
}

async function promoteFrom(
  deps: Deps,
  first: () => Promise<Enrolment | undefined>,
): Promise<readonly Enrolment[]> {
  const promoted: Enrolment[] = [];
  for (let lost = 0; lost < mostLost; ) {
    const before = await first();
    if (!before) break;
    // Withdrawn or promoted since its place in the list was read.
    if (before.state !== 'waiting') {
      lost += 1;
      continue;
    }
    const open = await deps.courses.openVersion(before.courseId);
    if (!open) break;
    const { outcome, enrolment } = await admit(deps, {
      open,
      step: { before },
      enrolment: { ...before, version: open.version },
    });
    if (outcome === 'stays') break;
    if (outcome !== 'done') lost += 1;
    else if (enrolment.state === 'active') promoted.push(enrolment);
  }
  return promoted;
}
