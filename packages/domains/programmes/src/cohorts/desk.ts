import {
  type AgencyId,
  type Clock,
  daysBetween,
  type FieldIssue,
  type Ids,
  type PersonPrincipal,
} from '@sinau/kernel';
import { CapacityTooSmall, EventChanged, EventFixed } from '../errors.ts';
import { plannable } from '../find-issues.ts';
import type { PathTerms } from '../paths/path.ts';
import { stepsOf } from '../paths/path.ts';
import type { PathStore, StepDirectory } from '../paths/ports.ts';
import type { SeatStore } from '../ports.ts';
import { promoteWaiting } from '../promote-waiting.ts';
import {
  type Cohort,
  type CohortId,
  type CohortSubject,
  type CohortTerms,
  coursePlan,
  endOfDay,
} from './cohort.ts';
import { CohortIncomplete, CohortNotFound } from './errors.ts';
import { type CohortStore, hallsOf, idOfHall } from './ports.ts';
import { nextTelling } from './step-reminders.ts';

interface Deps {
  readonly cohorts: CohortStore;
  readonly paths: Pick<PathStore, 'find' | 'version'>;
  readonly steps: Pick<StepDirectory, 'find'>;
  readonly seats: Pick<SeatStore, 'counts' | 'firstWaiting' | 'step'>;
  readonly clock: Clock;
}

interface Where {
  readonly principal: PersonPrincipal;
  readonly cohortId: CohortId;
}

/** For which agency somebody holds cohorts; anybody else is answered as if there were none. */
export function cohortOffice({ roles, agencyId }: PersonPrincipal): AgencyId {
  if (agencyId === undefined || !roles.includes('agency-admin')) throw new CohortNotFound();
  return agencyId;
}

/** A cohort of one's agency; others are answered like absent ones (case C4). */
export async function ownCohort(
  { cohorts }: { readonly cohorts: Pick<CohortStore, 'find'> },
  { principal, cohortId }: Where,
): Promise<Cohort> {
  const agencyId = cohortOffice(principal);
  const cohort = await cohorts.find(cohortId);
  if (cohort?.agencyId !== agencyId) throw new CohortNotFound();
  return cohort;
}

/** What people of a cohort learn; of a path, the version that the cohort goes by. */
export async function planOf(
  { paths }: { readonly paths: Pick<PathStore, 'version'> },
  subject: CohortSubject,
): Promise<Pick<PathTerms, 'groups'>> {
  if (subject.kind === 'course') return coursePlan(subject);
  return (await paths.version(subject.pathId, subject.version))?.terms ?? { groups: [] };
}

/** What a new cohort is about: the current version of a path that the agency's people may begin, or an open course. */
export type SubjectOrder =
  | { readonly kind: 'path'; readonly pathId: string }
  | { readonly kind: 'course'; readonly courseId: string };

export async function makeCohort(
  deps: Deps & { readonly ids: Ids },
  input: {
    readonly principal: PersonPrincipal;
    readonly subject: SubjectOrder;
    readonly terms: CohortTerms;
  },
): Promise<Cohort> {
  const { principal, terms } = input;
  const agencyId = cohortOffice(principal);
  const subject = await subjectOf(deps, agencyId, input.subject);
  const now = deps.clock.now().toISOString();
  await requireWhole(deps, { subject, ...plannable(now) }, terms);
  const cohort: Cohort = {
    ...terms,
    ...{ cohortId: deps.ids.uuid() as CohortId, agencyId, subject, state: 'draft' },
    ...{ createdBy: principal.personId, createdAt: now, updatedAt: now, rev: 0 },
  };
  if ((await deps.cohorts.save(cohort)) !== 'saved') throw new EventChanged();
  return { ...cohort, rev: 1 };
}

const unknownSubject = () =>
  new CohortIncomplete([{ path: '/subject', message: 'is not open: choose another path or course' }]);

async function subjectOf(deps: Deps, agencyId: AgencyId, order: SubjectOrder): Promise<CohortSubject> {
  if (order.kind === 'course') {
    const found = await deps.steps.find({ kind: 'course', of: order.courseId }, { kind: 'agency', agencyId });
    if (!found) throw unknownSubject();
    return { ...order, title: found.title };
  }
  const path = await deps.paths.find(order.pathId as Extract<CohortSubject, { kind: 'path' }>['pathId']);
  const isTheirs =
    path?.current?.audience === 'all' || (path?.owner.kind === 'agency' && path.owner.agencyId === agencyId);
  if (path?.state !== 'published' || !isTheirs) throw unknownSubject();
  return { kind: 'path', pathId: path.pathId, version: path.version };
}

/** Five years: what is longer is a slip of the keyboard. */
const mostDays = 1_827;

interface Asked extends ReturnType<typeof plannable> {
  readonly subject: CohortSubject;
  /** Days of a cohort that there is, which are asked nothing more. */
  readonly stored?: Pick<CohortTerms, 'startsOn' | 'endsOn'>;
}

async function requireWhole(
  deps: Pick<Deps, 'paths'>,
  { subject, earliest, latest, stored }: Asked,
  { startsOn, endsOn, applyUntil, audience, unitIds, dueDays }: CohortTerms,
): Promise<void> {
  const issues: FieldIssue[] = [];
  const say = (path: string, message: string) => issues.push({ path, message });
  const isNew = startsOn !== stored?.startsOn;
  const isOther = isNew || endsOn !== stored?.endsOn;
  if (isNew && startsOn > latest) say('/startsOn', 'is more than five years ahead: choose an earlier day');
  if (isNew && startsOn < earliest.slice(0, 10))
    say('/startsOn', 'is more than five years before the cohort was made: choose a later day');
  if (endsOn < startsOn) say('/endsOn', 'must not be before the first day');
  else if (isOther && daysBetween(startsOn, endsOn) > mostDays)
    say('/endsOn', 'is more than five years after the first day');
  if (applyUntil > endsOn) say('/applyUntil', 'must not be after the last day');
  if (audience === 'units' && unitIds.length === 0) say('/unitIds', 'names no unit');
  const steps = new Set(stepsOf(await planOf(deps, subject)).map(({ stepId }) => stepId));
  for (const { stepId, on } of dueDays) {
    if (!steps.has(stepId)) say(`/dueDays/${stepId}`, 'is of no step');
    else if (on < startsOn || on > endsOn) say(`/dueDays/${stepId}`, 'must be within the days of the cohort');
  }
  if (issues.length > 0) throw new CohortIncomplete(issues);
}

/** Days that people plan by; when they change they are told. */
const calendarOf = ({ startsOn, endsOn, zone, dueDays }: CohortTerms): string =>
  JSON.stringify([startsOn, endsOn, zone, dueDays.map(({ stepId, on }) => [stepId, on])]);

/** Other terms, whole; what it is about stays. `rev`: as they were read. More seats go to those who wait. */
export async function changeCohort(
  deps: Deps,
  input: Where & { readonly terms: CohortTerms; readonly rev: number },
): Promise<void> {
  const cohort = await ownCohort(deps, input);
  const { terms, rev } = input;
  if (cohort.state === 'closed' || cohort.state === 'cancelled') throw new EventFixed();
  const days = plannable(deps.clock.now().toISOString(), cohort.createdAt);
  await requireWhole(deps, { subject: cohort.subject, stored: cohort, ...days }, terms);
  const { about: _, facilitatorId: __, ...kept } = cohort;
  const hasMoved = cohort.state === 'open' && calendarOf(cohort) !== calendarOf(terms);
  const movedAt = deps.clock.now().toISOString();
  const next: Cohort = { ...kept, ...terms, rev, ...(hasMoved && { movedAt }) };
  // Days that were over by then are left out: people are told of the change.
  await save(deps, next, ...(hasMoved ? [turnOf(next, movedAt)] : []));
  if (cohort.state === 'open' && terms.capacity > cohort.capacity) {
    await promoteWaiting({ ...deps, events: hallsOf(deps.cohorts) }, { eventId: idOfHall(cohort.cohortId) });
  }
}

/** Whoever it is for sees it. Repeated, nothing more happens. */
export async function openCohort(deps: Pick<Deps, 'cohorts' | 'clock'>, input: Where): Promise<void> {
  const cohort = await ownCohort(deps, input);
  if (cohort.state === 'open') return;
  const isOver = endOfDay(cohort.endsOn, cohort.zone) <= deps.clock.now().toISOString();
  if (cohort.state !== 'draft' || isOver) throw new EventFixed();
  await save(deps, { ...cohort, state: 'open' }, turnOf(cohort, deps.clock.now().toISOString()));
}

/** When its days are told of next. */
function turnOf(cohort: Pick<Cohort, 'dueDays' | 'zone'>, after: string): { readonly at?: string } {
  const at = nextTelling(cohort, after);
  return at === undefined ? {} : { at };
}

/** Nobody comes in any more, and nothing of it changes; who has finished stays as it was. */
export async function closeCohort(deps: Pick<Deps, 'cohorts' | 'clock'>, input: Where): Promise<void> {
  const cohort = await ownCohort(deps, input);
  if (cohort.state === 'closed') return;
  if (cohort.state !== 'open') throw new EventFixed();
  await save(deps, { ...cohort, state: 'closed', closedAt: deps.clock.now().toISOString() }, {});
}

/** It does not take place; everybody who has, or waits for, a seat is told why. What they learn stays theirs. */
export async function cancelCohort(
  deps: Pick<Deps, 'cohorts' | 'clock'>,
  input: Where & { readonly reason: string },
): Promise<void> {
  const cohort = await ownCohort(deps, input);
  if (cohort.state === 'cancelled') return;
  if (cohort.state !== 'open') throw new EventFixed();
  await save(deps, { ...cohort, state: 'cancelled', cancelReason: input.reason }, {});
}

export async function removeCohortDraft(deps: Pick<Deps, 'cohorts'>, input: Where): Promise<void> {
  const cohort = await ownCohort(deps, input);
  if (cohort.state !== 'draft') throw new EventFixed();
  if ((await deps.cohorts.remove(cohort)) !== 'removed') throw new EventChanged();
}

async function save(
  { cohorts, clock }: Pick<Deps, 'cohorts' | 'clock'>,
  next: Cohort,
  telling?: { readonly at?: string },
): Promise<void> {
  const outcome = await cohorts.save({ ...next, updatedAt: clock.now().toISOString() }, telling);
  if (outcome === 'full') throw new CapacityTooSmall();
  if (outcome !== 'saved') throw new EventChanged();
}
