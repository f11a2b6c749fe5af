import type { Clock, Principal } from '@sinau/kernel';
import type { Course, CourseId } from '../course.ts';
import { CommentNotFound, CourseChanged, CourseNotFound } from '../errors.ts';
import type { CourseStore } from '../ports.ts';
import { providerOf } from '../provider-of.ts';
import { type Histogram, noRatings, type ShownRating, shownRating } from './histogram.ts';
import { placeOfComment, placeOfReport } from './places.ts';
import type { RatingStore } from './ports.ts';
import type { Rating, Stars } from './rating.ts';

/** A comment as its course's authors read it: of whom, is not told. */
export interface CommentView {
  /** Names the comment as it was read; another text has another. */
  readonly commentId: string;
  readonly stars: Stars;
  /** Absent when an operator has hidden it. */
  readonly text?: string;
  /** ISO date; the time of day would tell too much. */
  readonly day: string;
  readonly state: 'shown' | 'reported' | 'hidden';
}

/** `rating` and with it everything else is absent for fewer than five ratings. */
export interface CourseRatings {
  readonly rating?: ShownRating;
  readonly histogram: Histogram;
  readonly comments: readonly CommentView[];
  readonly next?: string;
}

interface Own {
  readonly principal: Principal;
  readonly courseId: CourseId;
}

const pageSize = 25;

/** What learners said of one of the provider's own courses. */
export async function listRatings(
  deps: { readonly courses: Pick<CourseStore, 'find'>; readonly ratings: RatingStore },
  input: Own & { readonly after?: string },
): Promise<CourseRatings> {
  const { courseId } = await ownCourse(deps, input);
  const { histogram = noRatings } = (await deps.ratings.summary(courseId)) ?? {};
  const rating = shownRating(histogram);
  if (!rating) return { histogram: noRatings, comments: [] };
  const page = { limit: pageSize, ...(input.after !== undefined && { after: input.after }) };
  const { ratings, next } = await deps.ratings.listComments(courseId, page);
  return { rating, histogram, comments: ratings.map(viewOf), ...(next !== undefined && { next }) };
}

function viewOf(rating: Rating): CommentView {
  const { stars, comment = '', changedAt, report } = rating;
  const state = report?.state === 'hidden' || report?.state === 'reported' ? report.state : 'shown';
  return {
    commentId: placeOfComment(rating),
    stars,
    ...(state !== 'hidden' && { text: comment }),
    day: changedAt.slice(0, 10),
    state,
  };
}

/** An author finds that a comment should not be read. One that an operator has left stays as it is. */
export async function reportComment(
  deps: {
    readonly courses: Pick<CourseStore, 'find'>;
    readonly ratings: RatingStore;
    readonly clock: Clock;
  },
  input: Own & { readonly commentId: string },
): Promise<void> {
  const { courseId } = await ownCourse(deps, input);
  const rating = await deps.ratings.findComment(courseId, input.commentId);
  if (!rating) throw new CommentNotFound();
  if (rating.report) return;
  await note(deps, rating, { state: 'reported', at: deps.clock.now().toISOString() });
}

/** A reported or hidden comment as operators read it. */
export interface ReportView {
  readonly reportId: string;
  readonly course: Pick<Course, 'courseId' | 'title' | 'providerId'>;
  readonly text: string;
  readonly stars: Stars;
  readonly at: string;
}

export type ReportState = 'reported' | 'hidden';

export async function listReports(
  deps: { readonly courses: Pick<CourseStore, 'find'>; readonly ratings: RatingStore },
  state: ReportState,
): Promise<readonly ReportView[]> {
  const found = await deps.ratings.listReports(state);
  const views = await Promise.all(
    found.map(async (rating) => {
      const course = await deps.courses.find(rating.courseId);
      const { comment: text = '', stars, report } = rating;
      return course && { reportId: placeOfReport(rating), course, text, stars, at: report?.at ?? '' };
    }),
  );
  return views.filter((view) => view !== undefined);
}

/** An operator hides a comment from the authors, or leaves it; what was hidden can be shown again. */
export async function decideReport(
  deps: { readonly ratings: RatingStore; readonly clock: Clock },
  input: { readonly from: ReportState; readonly reportId: string; readonly decision: 'hide' | 'keep' },
): Promise<void> {
  const rating = await deps.ratings.findReport(input.from, input.reportId);
  if (!rating) throw new CommentNotFound();
  const state = input.decision === 'hide' ? 'hidden' : 'kept';
  await note(deps, rating, { state, at: deps.clock.now().toISOString() });
}

async function note(
  { ratings }: { readonly ratings: RatingStore },
  before: Rating,
  report: NonNullable<Rating['report']>,
): Promise<void> {
  const after = { ...before, report, rev: before.rev + 1 };
  if ((await ratings.change({ before, after })) === 'changed') throw new CourseChanged();
}

async function ownCourse(
  { courses }: { readonly courses: Pick<CourseStore, 'find'> },
  { principal, courseId }: Own,
): Promise<Course> {
  const course = await courses.find(courseId);
  if (course?.providerId !== providerOf(principal)) throw new CourseNotFound();
  return course;
}
