import type { PersonId } from '@sinau/kernel';
import type { ToolWorkPorts } from '../tool-work/ports.ts';

const graded = {
  ...({ state: 'graded', points: { given: 83.5, maximum: 100 } } as const),
  ...{
    comment: 'Uraian nomor 3 <b>sangat</b> baik.\nNomor 4 kurang sumber.',
    at: '2026-01-06T02:00:00.000Z',
  },
  review: { label: 'Lihat jawaban' },
};

/** Work that a university has graded, some that waits, and a course without tools (`bare`). */
export function createToolWorkFixtures(): ToolWorkPorts {
  return {
    ownWork: async () => graded,
    reviewOwn: async () => 'https://sinau.example/lti/launch?ticket=own',
    courseWork: async (_, courseId, { moduleId = 'm1' }) =>
      courseId === 'bare'
        ? { courseId, title: { id: 'Tanpa alat' }, links: [], works: [] }
        : {
            ...{ courseId, title: { id: 'Statistika' }, moduleId },
            links: [
              { moduleId: 'm1', title: 'Kuliah & ujian' },
              { moduleId: 'm2', title: 'Latihan' },
            ],
            works:
              moduleId === 'm2'
                ? []
                : [
                    { learner: 'a1b2c3d4e5f60718293a4b5c6d7e8f90', ...graded },
                    { learner: 'b2c3d4e5f60718293a4b5c6d7e8f90a1', state: 'waiting', review: {} },
                    { learner: 'c3d4e5f60718293a4b5c6d7e8f90a1b2', state: 'begun' },
                  ],
            next: 'more',
          },
    reviewOf: async () => ({
      url: 'https://sinau.example/lti/launch?ticket=theirs',
      personId: 'sri' as PersonId,
    }),
  };
}
