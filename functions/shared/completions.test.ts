import { contentOf, courseOf } from '@sinau/delivery/testing';
import { expect, it } from 'vitest';
import { createCompletions } from './completions.ts';

const at = '2026-03-02T01:00:00.000Z';
const done = {
  ...{ personId: 'sri', courseId: 'c1', version: 1, registration: 'r1', state: 'completed' },
  ...{ enrolledAt: at, completedAt: '2026-03-05T01:00:00.000Z', earnedJp: 400 },
};

interface Given {
  readonly enrolment?: object;
  readonly elsewhere?: boolean;
}

function completionOf({ enrolment = done, elsewhere = false }: Given) {
  const part = elsewhere ? ({ kind: 'external', completion: { by: 'completed' } } as const) : {};
  const content = contentOf(courseOf([['Completed']]), { moduleId: 'm1', ...part });
  const deps = {
    enrolments: { findByRegistration: async () => enrolment },
    courses: { find: async () => ({ title: { id: 'Etika' }, publishedVersion: 1, jp: 600 }) },
    people: { find: async () => ({ home: { kind: 'agency', agencyId: 'bkn' } }) },
    content: { find: async () => content },
    momentsOf: async () => [],
  };
  return createCompletions(deps as never).completionOf('r1');
}

it('L6: a completed course brings what it stated then, and in older rows what it states', async () => {
  expect(await completionOf({})).toMatchObject({
    ...{ personId: 'sri', agencyId: 'bkn', title: { id: 'Etika' }, form: 'NKL03', abroad: false },
    ...{ stated: 400, stands: true, isMeasured: true, completedAt: done.completedAt },
  });
  const { earnedJp: _, ...older } = done;
  expect(await completionOf({ enrolment: older })).toMatchObject({ stated: 600 });
});

it('L2: one that is not completed, or was left, brings nothing', async () => {
  for (const state of ['active', 'cancelled']) {
    expect(await completionOf({ enrolment: { ...done, state } })).toBeUndefined();
  }
});

it('knows no times of what another system shows, and whether the provider stands by its word', async () => {
  expect(await completionOf({ elsewhere: true })).toMatchObject({ isMeasured: false, stands: true });
  const takenBack = { at: '2026-03-07T01:00:00.000Z' };
  const enrolment = { ...done, providerWord: { rev: 1, notedAt: at, takenBack } };
  expect(await completionOf({ elsewhere: true, enrolment })).toMatchObject({ stands: false });
});
