import type { Clock, Ids, PersonPrincipal } from '@sinau/kernel';
import { type CourseId, publishedSide } from '../course.ts';
import { CourseChanged, CourseNotFound, RatingTooEarly } from '../errors.ts';
import type { CourseStore } from '../ports.ts';
import type { Experience, RatingStore } from './ports.ts';
import { parseRating, type Rating, type RatingId, type RatingRequest } from './rating.ts';

interface RateDeps {
  readonly ratings: RatingStore;
  readonly courses: Pick<CourseStore, 'find'>;
  readonly experience: Experience;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface Own {
  readonly principal: PersonPrincipal;
  readonly courseId: CourseId;
}

/** Two tabs of one person at most. */
const tries = 3;

/**
 * Rates a course that the person has worked in, or changes what they said. Nothing depends on it: it is asked for after
 * a course is completed, never before.
 */
export async function rateCourse(
  deps: RateDeps,
  input: Own & { readonly request: RatingRequest },
): Promise<Rating> {
  const { courseId, principal } = input;
  const { stars, comment } = parseRating(input.request);
  const course = await deps.courses.find(courseId);
  if (!course) throw new CourseNotFound();
  if ((await deps.experience.of(principal.personId, courseId)) === 'none') {
    // Drafts are nobody's matter, retired courses that of those who took them.
    throw publishedSide(course) ? new RatingTooEarly() : new CourseNotFound();
  }
  const changedAt = deps.clock.now().toISOString();
  for (let n = 0; n < tries; n += 1) {
    const before = await deps.ratings.find(principal.personId, courseId);
    const after: Rating = {
      ratingId: before?.ratingId ?? (deps.ids.uuid() as RatingId),
      ...{ courseId, personId: principal.personId, stars },
      ...(comment !== '' && { comment }),
      // What was decided about a comment holds for its very words.
      ...(before?.report && before.comment === comment && { report: before.report }),
      ...{ ratedAt: before?.ratedAt ?? changedAt, changedAt, rev: (before?.rev ?? 0) + 1 },
    };
    if ((await deps.ratings.change({ ...(before && { before }), after })) === 'stored') return after;
  }
  throw new CourseChanged();
}

/** Takes a rating back whole; harmless when there is none. */
export async function withdrawRating(
  { ratings }: { readonly ratings: Pick<RatingStore, 'find' | 'change'> },
  { principal, courseId }: Own,
): Promise<void> {
  for (let n = 0; n < tries; n += 1) {
    const before = await ratings.find(principal.personId, courseId);
    if (!before || (await ratings.change({ before })) === 'stored') return;
  }
  throw new CourseChanged();
}

/** What the person said of the course, and whether they may say something. */
export async function readOwnRating(
  deps: { readonly ratings: Pick<RatingStore, 'find'>; readonly experience: Experience },
  { principal, courseId }: Own,
): Promise<{ readonly experience: 'none' | 'begun' | 'completed'; readonly rating?: Rating }> {
  const { personId } = principal;
  const [experience, rating] = await Promise.all([
    deps.experience.of(personId, courseId),
    deps.ratings.find(personId, courseId),
  ]);
  return { experience, ...(rating && { rating }) };
}
