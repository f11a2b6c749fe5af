import { randomUUID } from 'node:crypto';
import type { PersonId } from '@sinau/kernel';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CourseId } from '../course.ts';
import { addUp, countOf, noRatings } from '../ratings/histogram.ts';
import { placeOfComment, placeOfReport } from '../ratings/places.ts';
import type { RatingStore } from '../ratings/ports.ts';
import { type Rating, type RatingId, type Stars, starValues } from '../ratings/rating.ts';

/** What every store of ratings keeps. */
export function ratingsContract(adapter: string, open: () => Promise<RatingStore>): void {
  describe(`ratings on ${adapter}`, () => {
    let store: RatingStore;
    let courseId: CourseId;
    beforeEach(async () => {
      store = await open();
      courseId = randomUUID() as CourseId;
    });
    const at = (minute: number) => `2026-03-02T01:${String(minute).padStart(2, '0')}:00.000Z`;
    const ratingOf = (over: Partial<Rating> = {}): Rating => ({
      ...{ ratingId: randomUUID() as RatingId, courseId, personId: randomUUID() as PersonId, stars: 4 },
      ...{ ratedAt: at(1), changedAt: at(1), rev: 1 },
      ...over,
    });

    it('keeps one rating a person and course, and counts it', async () => {
      const after = ratingOf({ comment: 'Jelas.' });
      expect(await store.change({ after })).toBe('stored');
      expect(await store.change({ after: { ...after, stars: 1 } })).toBe('changed');
      expect(await store.find(after.personId, courseId)).toEqual(after);
      expect(await store.listOf(after.personId)).toEqual([after]);
      expect(await store.count(courseId)).toEqual({ ...noRatings, 4: 1 });
      expect(await store.count(randomUUID() as CourseId)).toEqual(noRatings);
    });

    it('changes and withdraws only what was read', async () => {
      const before = ratingOf();
      await store.change({ after: before });
      const after = { ...before, stars: 2 as const, rev: 2 };
      expect(await store.change({ before, after })).toBe('stored');
      expect(await store.change({ before })).toBe('changed');
      expect(await store.count(courseId)).toEqual({ ...noRatings, 2: 1 });
      expect(await store.change({ before: after })).toBe('stored');
      expect(await store.find(before.personId, courseId)).toBeUndefined();
      expect(await store.change({ before: after })).toBe('changed');
      expect(await store.count(courseId)).toEqual(noRatings);
    });

    it('counts what a recount of all ratings would, after any history', async () => {
      const act = fc.record({
        person: fc.integer({ min: 0, max: 4 }),
        stars: fc.option(fc.constantFrom(...starValues), { nil: undefined }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (history) => {
          const course = randomUUID() as CourseId;
          const people = Array.from({ length: 5 }, () => randomUUID() as PersonId);
          for (const { person, stars } of history) await play(course, people[person], stars);
          const left = await Promise.all(people.map((one) => store.find(one, course)));
          const recount = left.reduce(
            (sum, one) => (one ? addUp([sum, { ...noRatings, [one.stars]: 1 }]) : sum),
            noRatings,
          );
          expect(await store.count(course)).toEqual(recount);
        }),
        { numRuns: 12 },
      );
    });

    async function play(course: CourseId, person: PersonId | undefined, stars: Stars | undefined) {
      if (!person) return;
      const before = await store.find(person, course);
      const after = stars && {
        ...ratingOf({ ...before, courseId: course, personId: person, stars }),
        rev: (before?.rev ?? 0) + 1,
      };
      await store.change({ ...(before && { before }), ...(after && { after }) });
    }

    it('R6: counts each of many who rate at once', async () => {
      const ratings = Array.from({ length: 40 }, () => ratingOf());
      const done = await Promise.all(ratings.map((after) => store.change({ after })));
      expect(new Set(done)).toEqual(new Set(['stored']));
      expect(countOf(await store.count(courseId))).toBe(40);
    });

    it('writes a summary once for each that was read', async () => {
      expect(await store.summary(courseId)).toBeUndefined();
      const histogram = { ...noRatings, 5: 3 };
      expect(await store.writeSummary(courseId, { histogram, rev: 1 })).toBe('stored');
      expect(await store.writeSummary(courseId, { histogram: noRatings, rev: 1 })).toBe('conflict');
      expect(await store.writeSummary(courseId, { histogram, rev: 3 })).toBe('conflict');
      expect(await store.summary(courseId)).toEqual({ histogram, rev: 1 });
      expect(await store.writeSummary(courseId, { histogram: noRatings, rev: 2 })).toBe('stored');
      expect(await store.summary(courseId)).toEqual({ histogram: noRatings, rev: 2 });
    });

    it('lists comments by page, those of the last day first, and finds one by its place', async () => {
      const all = [1, 2, 3].map((day) =>
        ratingOf({ changedAt: `2026-03-0${day}T01:00:00.000Z`, comment: `Catatan ${day}` }),
      );
      for (const after of [...all, ratingOf()]) await store.change({ after });
      const first = await store.listComments(courseId, { limit: 2 });
      expect(first.ratings.map(({ comment }) => comment)).toEqual(['Catatan 3', 'Catatan 2']);
      const second = await store.listComments(courseId, { limit: 2, after: first.next ?? '' });
      expect(second.ratings.map(({ comment }) => comment)).toEqual(['Catatan 1']);
      expect(second.next).toBeUndefined();
      expect((await store.listComments(courseId, { limit: 9, after: '' })).ratings).toHaveLength(3);
      const [one] = all;
      expect(one && (await store.findComment(courseId, placeOfComment(one)))).toEqual(one);
      expect(await store.findComment(courseId, 'elsewhere')).toBeUndefined();
      expect(await store.findComment(courseId, '')).toBeUndefined();
    });

    it('lists what was reported, until it is decided', async () => {
      const before = ratingOf({ comment: 'Kasar' });
      await store.change({ after: before });
      const reported = { ...before, rev: 2, report: { state: 'reported', at: at(9) } as const };
      await store.change({ before, after: reported });
      const place = placeOfReport(reported);
      expect(await store.findReport('reported', place)).toEqual(reported);
      const hidden = { ...before, rev: 3, report: { state: 'hidden', at: at(9) } as const };
      await store.change({ before: reported, after: hidden });
      expect(await store.findReport('reported', place)).toBeUndefined();
      expect((await store.listReports('hidden')).map(({ ratingId }) => ratingId)).toContain(before.ratingId);
      expect(countOf(await store.count(courseId))).toBe(1);
    });
  });
}
