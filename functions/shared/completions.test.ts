import { contentOf, courseOf } from '@sinau/delivery/testing';
import { expect, it } from 'vitest';
import { createCompletions } from './completions.ts';

const at = '2026-03-02T01:00:00.000Z';
const done = {
  ...{ personId: 'sri', courseId: 'c1', version: 1, registration: 'r1', state: 'completed' },
  ...{ enrolledAt: at, completedAt: '2026-03-05T01:00:00.000Z', earnedJp: 400 },
};

/** What a provider said of the one part, in order of time. */
const said = (...words: readonly boolean[]) =>
  words.map((completed, n) => ({
    resultId: `r${n}`,
    decision: { state: 'placed', place: { registration: 'r1', moduleId: 'm1' }, at },
    event: {
      receivedAt: `2026-03-0${n + 5}T01:00:00.000Z`,
      result: { occurredAt: `2026-03-0${n + 5}T01:00:00.000Z`, kind: 'completion', completed },
    },
  }));

interface Given {
  readonly enrolment?: object;
  readonly elsewhere?: boolean;
  readonly words?: readonly boolean[];
}

function completionOf({ enrolment = done, elsewhere = false, words = [] }: Given) {
  const part = elsewhere ? ({ kind: 'external', completion: { by: 'completed' } } as const) : {};
  const content = contentOf(courseOf([['Completed']]), { moduleId: 'm1', ...part });
  const deps = {
    enrolments: { findByRegistration: async () => enrolment },
    courses: { find: async () => ({ title: { id: 'Etika' }, publishedVersion: 1, jp: 600 }) },
    people: { find: async () => ({ home: { kind: 'agency', agencyId: 'bkn' } }) },
    content: { find: async () => content },
    registrations: { read: async () => undefined },
    results: { versionsOfRegistration: async () => said(...words) },
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
  const elsewhere = true;
  expect(await completionOf({ elsewhere, words: [true] })).toMatchObject({ isMeasured: false, stands: true });
  expect(await completionOf({ elsewhere, words: [true, false] })).toMatchObject({ stands: false });
  expect(await completionOf({ elsewhere, words: [true, false, true] })).toMatchObject({ stands: true });
});
