import { addUp, type Histogram, noRatings } from '../ratings/histogram.ts';
import { placeOfComment, placeOfReport } from '../ratings/places.ts';
import type { RatingStore, RatingSummary } from '../ratings/ports.ts';
import type { Rating } from '../ratings/rating.ts';

/** Ratings in memory, with the same answers as the DynamoDB ones. */
export function memoryRatings(): RatingStore {
  const rows = new Map<string, Rating>();
  const summaries = new Map<string, RatingSummary>();
  const nameOf = (personId: string, courseId: string) => JSON.stringify([personId, courseId]);
  const descending = (placeOf: (rating: Rating) => string) => (a: Rating, b: Rating) =>
    placeOf(a) > placeOf(b) ? -1 : 1;
  const commentsOn = (courseId: string) =>
    [...rows.values()].filter((one) => one.courseId === courseId && one.comment !== undefined);
  const reportsOf = (state: string) => [...rows.values()].filter(({ report }) => report?.state === state);
  return {
    find: async (personId, courseId) => rows.get(nameOf(personId, courseId)),
    listOf: async (personId) => [...rows.values()].filter((one) => one.personId === personId),
    change: async ({ before, after }) => {
      const rating = after ?? before;
      if (!rating) return 'stored';
      const name = nameOf(rating.personId, rating.courseId);
      if (rows.get(name)?.rev !== before?.rev) return 'changed';
      if (after) rows.set(name, structuredClone(after));
      else rows.delete(name);
      return 'stored';
    },
    count: async (courseId) =>
      addUp([...rows.values()].filter((one) => one.courseId === courseId).map(({ stars }) => one(stars))),
    summary: async (courseId) => summaries.get(courseId),
    writeSummary: async (courseId, summary) => {
      if ((summaries.get(courseId)?.rev ?? 0) !== summary.rev - 1) return 'conflict';
      summaries.set(courseId, structuredClone(summary));
      return 'stored';
    },
    listComments: async (courseId, { limit, after }) => {
      const all = commentsOn(courseId)
        .filter((rating) => after === undefined || after <= ' ' || placeOfComment(rating) < after)
        .sort(descending(placeOfComment));
      const ratings = all.slice(0, limit);
      const last = all.length > limit ? ratings.at(-1) : undefined;
      return { ratings, ...(last && { next: placeOfComment(last) }) };
    },
    findComment: async (courseId, place) =>
      commentsOn(courseId).find((rating) => placeOfComment(rating) === place),
    listReports: async (state) => reportsOf(state).sort(descending(placeOfReport)).slice(0, 100),
    findReport: async (state, place) => reportsOf(state).find((rating) => placeOfReport(rating) === place),
  };
}

const one = (stars: Rating['stars']): Histogram => ({ ...noRatings, [stars]: 1 });
