import { InvalidInput } from '@sinau/kernel';
import { type Duty, openStates } from '../duty/duty.ts';
import { ObligationChanged, ObligationNotFound } from '../errors.ts';
import { whyNot } from '../make-obligation.ts';
import type { Obligation } from '../obligation.ts';
import { type AgencyDesk, makerOf, ownObligation } from '../own-obligation.ts';
import type { CourseShelf, DutyStore, ObligationStore } from '../ports.ts';
import { pathOf } from '../required.ts';
import { type StartSpreadDeps, saveAndSpread } from '../spread/start-spread.ts';
import { type CourseChangeRequest, type CourseHistory, coursesAfter, isLast } from './course-change.ts';

interface Place {
  readonly principal: AgencyDesk;
  readonly obligationId: string;
  /** As it was shown; absent: as it stands. */
  readonly rev?: number;
}

interface Input extends Place {
  readonly request: CourseChangeRequest;
}

/** What would come of it, of those who owe the course now. */
export interface CourseChangePreview {
  readonly obligation: Obligation;
  /** Who has not begun: they are released, or owe the other course. */
  readonly waiting: number;
  /** Of them those who cannot be given it, as it is closed. */
  readonly closed: number;
  /** Who has begun: free of it, or they finish it first instead of the other one. */
  readonly begun: number;
  /** False: at least so many. */
  readonly isComplete: boolean;
}

/** A page of a browser waits for it. */
const mostSeen = 5_000;
const portion = 200;
/** The row is read with every duty. */
const mostChanges = 100;

/** One course that is required and may be changed. Any other is not found. */
export async function courseToChange(
  deps: { readonly obligations: Pick<ObligationStore, 'find'> },
  input: Place & { readonly courseId: string },
): Promise<Obligation> {
  const obligation = await standing(deps, input);
  if (!obligation.courseIds.includes(input.courseId))
    throw new ObligationNotFound('This obligation does not require such a course.');
  return obligation;
}

/** Nothing is kept. */
export async function previewCourseChange(
  deps: {
    readonly obligations: Pick<ObligationStore, 'find'>;
    readonly duties: Pick<DutyStore, 'listState'>;
    readonly shelf: CourseShelf;
  },
  input: Input,
): Promise<CourseChangePreview> {
  const obligation = await possible(deps, input);
  const counts = { waiting: 0, closed: 0, begun: 0 };
  let [seen, isComplete] = [0, true];
  for (const state of openStates) {
    let after: string | undefined;
    do {
      if (seen >= mostSeen) {
        isComplete = false;
        break;
      }
      const list = { obligationId: obligation.obligationId, state };
      const page = await deps.duties.listState(list, {
        limit: portion,
        ...(after !== undefined && { after }),
      });
      for (const duty of page.duties) if (duty.courseId === input.request.courseId) count(counts, duty);
      seen += page.duties.length;
      after = page.next;
    } while (after !== undefined);
  }
  return { obligation, ...counts, isComplete };
}

function count(counts: { waiting: number; closed: number; begun: number }, duty: Duty): void {
  if (duty.state === 'started') counts.begun += 1;
  else counts.waiting += 1;
  if (duty.obstacle === 'course-closed') counts.closed += 1;
}

/** For everybody from now on; whoever owes the course is met by and by, and told once. */
export async function changeCourse(
  deps: StartSpreadDeps & { readonly obligations: ObligationStore; readonly shelf: CourseShelf },
  input: Input,
): Promise<Obligation> {
  const before = await possible(deps, input);
  const { first, changes } = historyOf(before);
  const by = makerOf(input.principal);
  const change = { ...input.request, at: deps.clock.now().toISOString(), by };
  return store(deps, input, { before, history: { first, changes: [...changes, change] } });
}

/** The course as it was is owed again by whoever has not finished or begun what stood in its place. */
export async function undoCourseChange(
  deps: StartSpreadDeps & { readonly obligations: ObligationStore },
  input: Place & { /** Which one, from 0. */ readonly change: number },
): Promise<Obligation> {
  const before = await standing(deps, input);
  const { first, changes } = historyOf(before);
  if (!isLast({ first, changes }, input.change))
    throw new ObligationChanged('This cannot be taken back any more: something else was decided since.');
  const undone = { at: deps.clock.now().toISOString(), by: makerOf(input.principal) };
  const next = changes.map((one, n) => (n === input.change ? { ...one, undone } : one));
  return store(deps, input, { before, history: { first, changes: next } });
}

async function store(
  deps: StartSpreadDeps & { readonly obligations: ObligationStore },
  { principal }: Place,
  { before, history }: { readonly before: Obligation; readonly history: CourseHistory },
): Promise<Obligation> {
  const next: Obligation = {
    ...{ ...before, courseIds: coursesAfter(history), courseHistory: history },
    ...{ changedAt: deps.clock.now().toISOString(), changedBy: makerOf(principal) },
  };
  return saveAndSpread(deps, next);
}

export const historyOf = ({ courseIds, courseHistory }: Obligation): CourseHistory =>
  courseHistory ?? { first: courseIds, changes: [] };

async function standing(
  deps: { readonly obligations: Pick<ObligationStore, 'find'> },
  input: Place,
): Promise<Obligation> {
  const before = await ownObligation(deps, input);
  if (input.rev !== undefined && input.rev !== before.rev) throw new ObligationChanged();
  if (before.state === 'ended') throw new ObligationChanged('This obligation has ended.');
  return before;
}

async function possible(
  deps: { readonly obligations: Pick<ObligationStore, 'find'>; readonly shelf: CourseShelf },
  input: Input,
): Promise<Obligation> {
  const before = await standing(deps, input);
  const { courseId, to } = input.request;
  const { first, changes } = historyOf(before);
  if (!before.courseIds.includes(courseId)) throw refused('/courseId', 'is not required by this obligation');
  if (to === undefined && before.courseIds.length === 1)
    throw refused('/courseId', 'is the only one: end the obligation instead');
  if (changes.length >= mostChanges)
    throw refused('/courseId', 'was changed too often: make a new obligation');
  if (to === undefined) return before;
  // What was there before comes back by undoing, so that nobody is told twice.
  const known = [...before.courseIds, ...first, ...changes.flatMap((one) => one.to ?? [])];
  if (known.includes(to)) throw refused('/to', 'belongs to this obligation already, or did');
  // A path and courses are counted and shown in different ways.
  if ((pathOf(to) === undefined) !== (pathOf(courseId) === undefined))
    throw refused('/to', 'must be a path for a path, and a course for a course');
  const why = await whyNot(deps, to, before);
  if (why) throw refused('/to', why);
  return before;
}

const refused = (path: string, message: string) =>
  new InvalidInput('This course cannot be changed this way.', { issues: [{ path, message }] });
