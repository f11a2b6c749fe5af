export { followRatings } from './follow-ratings.ts';
export {
  coarseRating,
  countOf,
  type Histogram,
  noRatings,
  type ShownRating,
  shownRating,
} from './histogram.ts';
export type { Experience, RatingStore } from './ports.ts';
export { rateCourse, readOwnRating, withdrawRating } from './rate-course.ts';
export type { Rating, RatingId } from './rating.ts';
export {
  type CommentView,
  type CourseRatings,
  decideReport,
  listRatings,
  listReports,
  type ReportState,
  type ReportView,
  reportComment,
} from './read-comments.ts';
