import type { RatingsPorts } from '../ratings/ports.ts';
import { studioCourse } from './fixtures.ts';

export function createRatingFixtures(notFound: () => Error): RatingsPorts {
  const { courseId, title } = studioCourse;
  const none = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
  const hostile = '<script>alert(1)</script>\n"Baik" & berguna';
  return {
    rate: async (_person, id) => {
      if (id === 'tidak-ada') throw notFound();
    },
    withdraw: async () => undefined,
    ofCourse: async (_person, id) =>
      id === 'sedikit'
        ? { courseId, title, histogram: none, comments: [] }
        : {
            ...{ courseId, title, rating: { average: 4.3, count: 1_257 } },
            histogram: { 1: 12, 2: 30, 3: 115, 4: 500, 5: 600 },
            comments: [
              { commentId: 'c~1', stars: 5, text: hostile, day: '2026-11-20', state: 'shown' },
              { commentId: 'c~2', stars: 1, text: 'Terlalu cepat.', day: '2026-11-19', state: 'reported' },
              { commentId: 'c~3', stars: 2, day: '2026-11-18', state: 'hidden' },
            ],
            next: 'c~3',
          },
    report: async () => undefined,
    reports: async () => ({
      reported: [
        {
          reportId: 'r~1',
          courseTitle: title,
          ...{ text: hostile, stars: 1, at: '2026-11-24T02:00:00.000Z' },
        },
      ],
      hidden: [],
    }),
    decide: async () => undefined,
  };
}
