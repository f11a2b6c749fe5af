import type { ShownRating } from '../ratings/histogram.ts';
import type { SearchableCourse } from './searchable-course.ts';

/** What a course is taken for before anybody has rated it, and how many ratings that counts for. */
const middling = 3.5;
const ofSoMany = 10;

/** Few enthusiasts do not beat many: an average that begins in the middle and moves with each rating. */
export const merit = ({ average, count }: ShownRating): number =>
  (average * count + middling * ofSoMany) / (count + ofSoMany);

/** The words decide; among courses that fit about as well, the better rated stands first. */
export const boostOf = (course: SearchableCourse | undefined): number =>
  course?.rating ? 1 + (merit(course.rating) - middling) / 20 : 1;
