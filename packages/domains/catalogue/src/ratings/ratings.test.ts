import type { Jp, PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Course, CourseId } from '../course.ts';
import { courseOf } from '../testing/course-fixtures.ts';
import { memoryRatings } from '../testing/memory-ratings.ts';
import { followRatings } from './follow-ratings.ts';
import { coarseRating, type Histogram, noRatings, shownRating } from './histogram.ts';
import { rateCourse, readOwnRating, withdrawRating } from './rate-course.ts';
import { parseRating, type RatingRequest } from './rating.ts';
import { decideReport, listRatings, listReports, reportComment } from './read-comments.ts';

const courseId = 'c1' as CourseId;
const learner = (personId: string): PersonPrincipal => ({
  ...{ kind: 'person', personId: personId as PersonId, name: personId, roles: ['learner'] },
});
const author = (providerId: ProviderId): PersonPrincipal => ({
  ...{ kind: 'person', personId: 'a' as PersonId, name: 'A', roles: ['provider-author'], providerId },
});

function world() {
  const course: Course = {
    ...{ ...courseOf(), courseId, status: 'published', jp: 400 as Jp },
    ...{ publishedVersion: 1, publishedAt: '2026-03-02T01:00:00.000Z' },
  };
  const begun = new Map<string, 'begun' | 'completed'>();
  const deps = {
    ratings: memoryRatings(),
    courses: { find: async (id: CourseId) => (id === courseId ? course : undefined) },
    experience: { of: async (personId: PersonId) => begun.get(personId) ?? ('none' as const) },
    clock: fixedClock(),
    ids: countedIds(),
    sleep: async () => {},
  };
  return {
    ...{ deps, course, begun },
    rate: (person: string, request: RatingRequest) => {
      if (!begun.has(person)) begun.set(person, 'completed');
      return rateCourse(deps, { principal: learner(person), courseId, request });
    },
    follow: () => followRatings(deps, { courseIds: [courseId, courseId] }),
  };
}

describe('rating a course', () => {
  it('is for those who have worked in it, and open to change and to be taken back', async () => {
    const { deps, begun, rate } = world();
    const principal = learner('sri');
    const request = { stars: 5 } as const;
    const code = 'catalogue.rating-too-early';
    await expect(rateCourse(deps, { principal, courseId, request })).rejects.toMatchObject({ code });
    begun.set('sri', 'begun');
    const first = await rate('sri', { stars: 5, comment: ' Bagus ' });
    expect(first).toMatchObject({ stars: 5, comment: 'Bagus', rev: 1 });
    expect(await rate('sri', { stars: 2 })).toMatchObject({ ratingId: first.ratingId, stars: 2, rev: 2 });
    expect((await readOwnRating(deps, { principal, courseId })).rating).not.toHaveProperty('comment');
    await withdrawRating(deps, { principal, courseId });
    await withdrawRating(deps, { principal, courseId });
    expect(await readOwnRating(deps, { principal, courseId })).toEqual({ experience: 'begun' });
    expect(await deps.ratings.count(courseId)).toEqual(noRatings);
  });

  it('answers as for an absent course where there is none', async () => {
    const { deps } = world();
    const input = { principal: learner('sri'), courseId: 'x' as CourseId, request: { stars: 3 } as const };
    await expect(rateCourse(deps, input)).rejects.toMatchObject({ code: 'catalogue.not-found' });
  });

  it.each([
    [{ stars: 0 }],
    [{ stars: 6 }],
    [{ stars: 4.5 }],
    [{ stars: '5' }],
    [{}],
    [{ stars: 5, comment: 'a'.repeat(1_001) }],
    [{ stars: 5, personId: 'another' }],
    [{ stars: 5, report: { state: 'kept' } }],
  ])('refuses %j', (request) => {
    expect(() => parseRating(request)).toThrow(expect.objectContaining({ code: 'request.invalid' }));
  });

  it('F2: keeps of a hostile comment what prints', () => {
    const { comment } = parseRating({ stars: 1, comment: '<b>\u202eabc\u0000\r\nd\u200b\ud800</b>' });
    expect(comment).toBe('<b>abc\nd\ufffd</b>');
  });
});

describe('what is shown', () => {
  it('is the average of all ratings, from five up', () => {
    const histograms = fc.record<Record<number, number>>({
      ...{ 1: fc.nat(9), 2: fc.nat(9), 3: fc.nat(9), 4: fc.nat(9), 5: fc.nat(9) },
    });
    fc.assert(
      fc.property(histograms, (some) => {
        const histogram = some as Histogram;
        const all = Object.entries(some).flatMap(([stars, n]) => Array<number>(n).fill(Number(stars)));
        const shown = shownRating(histogram);
        expect(shown === undefined).toBe(all.length < 5);
        const average = all.reduce((sum, one) => sum + one, 0) / all.length;
        if (shown) expect(Math.abs(shown.average - average)).toBeLessThanOrEqual(0.0501);
        if (shown) expect(shown.count).toBe(all.length);
      }),
    );
  });

  it('changes seldom where it costs a write: twenty thousand ratings pass less than sixty steps', () => {
    const steps = new Set<string>();
    for (let n = 0; n <= 20_000; n += 1) steps.add(JSON.stringify(coarseRating({ ...noRatings, 5: n })));
    expect(steps.size).toBeLessThan(80);
    expect(coarseRating({ ...noRatings, 4: 137 })).toEqual({ average: 4, count: 100 });
  });

  it('is counted once for many, and told to the search when it looks different', async () => {
    const { deps, rate, follow } = world();
    for (const one of 'abcd') await rate(one, { stars: 4 });
    expect(await follow()).toEqual([]);
    await rate('e', { stars: 4 });
    expect(await follow()).toEqual([courseId]);
    expect(await follow()).toEqual([]);
    expect(shownRating((await deps.ratings.summary(courseId))?.histogram ?? noRatings)).toEqual({
      ...{ average: 4, count: 5 },
    });
  });
});

describe('comments', () => {
  async function five() {
    const all = world();
    for (const one of 'abcd') await all.rate(one, { stars: 4 });
    return { ...all, own: { principal: author(all.course.providerId), courseId } };
  }

  it('C2: are read by the own provider, from five ratings up, without names', async () => {
    const { deps, rate, follow, own } = await five();
    await follow();
    expect(await listRatings(deps, own)).toEqual({ histogram: noRatings, comments: [] });
    await rate('budi', { stars: 1, comment: 'Terlalu cepat' });
    await follow();
    const found = await listRatings(deps, own);
    expect(found.rating).toEqual({ average: 3.4, count: 5 });
    expect(found.comments).toMatchObject([{ stars: 1, text: 'Terlalu cepat', state: 'shown' }]);
    expect(JSON.stringify(found)).not.toContain('budi');
    // Who completed the course a moment before would be known by the time.
    expect(JSON.stringify(found)).not.toMatch(/T\d\d:/);
    const other = { principal: author('p9' as ProviderId), courseId };
    await expect(listRatings(deps, other)).rejects.toMatchObject({ code: 'catalogue.not-found' });
  });

  it('are reported by authors and hidden by operators, who may show them again', async () => {
    const { deps, rate, follow, own } = await five();
    await rate('budi', { stars: 1, comment: 'Kasar' });
    await follow();
    const commentId = (await listRatings(deps, own)).comments[0]?.commentId ?? '';
    await reportComment(deps, { ...own, commentId });
    await reportComment(deps, { ...own, commentId });
    const [report] = await listReports(deps, 'reported');
    expect(report).toMatchObject({ text: 'Kasar', course: { courseId } });
    expect(report).not.toHaveProperty('personId');
    const { reportId = '' } = report ?? {};
    await decideReport(deps, { from: 'reported', reportId, decision: 'hide' });
    expect((await listRatings(deps, own)).comments).toMatchObject([{ state: 'hidden' }]);
    expect(JSON.stringify(await listRatings(deps, own))).not.toContain('Kasar');
    const [hidden] = await listReports(deps, 'hidden');
    await decideReport(deps, { from: 'hidden', reportId: hidden?.reportId ?? '', decision: 'keep' });
    expect((await listRatings(deps, own)).comments).toMatchObject([{ state: 'shown', text: 'Kasar' }]);
  });

  it('stay hidden with their words, and begin anew with others', async () => {
    const { deps, rate, follow, own } = await five();
    await rate('budi', { stars: 1, comment: 'Kasar' });
    await follow();
    const commentId = (await listRatings(deps, own)).comments[0]?.commentId ?? '';
    await reportComment(deps, { ...own, commentId });
    const reportId = (await listReports(deps, 'reported'))[0]?.reportId ?? '';
    await decideReport(deps, { from: 'reported', reportId, decision: 'hide' });
    await rate('budi', { stars: 2, comment: 'Kasar' });
    expect((await listRatings(deps, own)).comments).toMatchObject([{ state: 'hidden' }]);
    await rate('budi', { stars: 2, comment: 'Sopan' });
    expect((await listRatings(deps, own)).comments).toMatchObject([{ state: 'shown', text: 'Sopan' }]);
    const stale = reportComment(deps, { ...own, commentId: 'x~y' });
    await expect(stale).rejects.toMatchObject({ code: 'catalogue.not-found' });
  });
});
