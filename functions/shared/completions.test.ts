import type { PartKind } from '@sinau/delivery';
import { contentOf, courseOf } from '@sinau/delivery/testing';
import { expect, it } from 'vitest';
import { createCompletions } from './completions.ts';
import type { RecordedMoment } from './recorded-moments.ts';

const at = '2026-03-02T01:00:00.000Z';
const done = {
  ...{ personId: 'sri', courseId: 'c1', version: 1, registration: 'r1', state: 'completed' },
  ...{ enrolledAt: at, completedAt: '2026-03-05T01:00:00.000Z', earnedJp: 400 },
};

interface Given {
  readonly enrolment?: object;
  /** Kinds of the parts, cmi5 alone unless said. */
  readonly kinds?: readonly PartKind[];
  readonly waived?: readonly number[];
  readonly moments?: readonly RecordedMoment[];
  readonly certificates?: readonly object[];
}

function completionOf({
  enrolment = done,
  kinds = ['cmi5'],
  waived = [],
  moments = [],
  certificates = [],
}: Given) {
  const made = contentOf(courseOf([kinds.map(() => 'Completed' as const)]));
  const content = { ...made, parts: made.parts.map((part, index) => ({ ...part, kind: kinds[index] })) };
  const aus = Object.fromEntries(waived.map((index) => [index, { waived: true }]));
  const deps = {
    enrolments: { findByRegistration: async () => enrolment },
    courses: { find: async () => ({ title: { id: 'Etika' }, publishedVersion: 1, jp: 600 }) },
    people: { find: async () => ({ home: { kind: 'agency', agencyId: 'bkn' } }) },
    content: { find: async () => content },
    registrations: { read: async () => ({ aus }) },
    momentsOf: async () => moments,
    certificatesOf: async () => certificates,
  };
  return createCompletions(deps as never).completionOf('r1');
}

it('L6: a completed course brings what it stated then, and in older rows what it states', async () => {
  expect(await completionOf({})).toMatchObject({
    ...{ personId: 'sri', agencyId: 'bkn', title: { id: 'Etika' }, form: 'NKL03', abroad: false },
    ...{ stated: 400, stands: true, completedAt: done.completedAt },
    shown: { here: 1, elsewhere: 0, waived: 0 },
  });
  const { earnedJp: _, ...older } = done;
  expect(await completionOf({ enrolment: older })).toMatchObject({ stated: 600 });
});

it('L2: one that is not completed, or was left, brings nothing', async () => {
  for (const state of ['active', 'cancelled']) {
    expect(await completionOf({ enrolment: { ...done, state } })).toBeUndefined();
  }
});

const au = (index: number) => `https://publisher.example/au/${index}`;
const time = (text: string) => `2026-03-${text}:00.000Z`;

it('tells parts that are shown here from those of other systems, and those that were waived', async () => {
  const kinds = ['cmi5', 'quiz', 'link', 'lti', 'external', 'video'] as const;
  expect(await completionOf({ kinds, waived: [1, 4] })).toMatchObject({
    shown: { here: 2, elsewhere: 2, waived: 2 },
  });
});

it('counts as work here what was done in its own parts alone', async () => {
  const own = {
    kind: 'launched',
    sessionId: 's1',
    at: time('02T02:00'),
    storedAt: time('02T02:00'),
  } as const;
  const work = { ...own, kind: 'work', at: time('02T02:10'), storedAt: time('02T02:10') } as const;
  const link = { sessionId: 's2', auId: au(1), at: time('02T03:00'), storedAt: time('02T03:00') };
  const moments: readonly RecordedMoment[] = [
    { ...link, kind: 'launched' },
    { ...link, kind: 'work' },
    // What a page says without its AU belongs to its session.
    { kind: 'closed', sessionId: 's2', at: time('02T09:00'), storedAt: time('02T09:00') },
    { ...own, auId: au(0) },
    { ...work, auId: au(0) },
  ];
  const found = await completionOf({ kinds: ['cmi5', 'link'], moments });
  expect(found?.moments).toEqual([own, work]);
  expect(found?.elsewhere).toEqual({ openedAt: time('02T03:00'), signs: [time('02T03:00')] });
});

it('knows when another system was opened first, and when its provider says that it was done', async () => {
  const visit = (at: string) => ({ kind: 'visited', auId: au(0), at, storedAt: at }) as const;
  const told = (at: string) => ({ kind: 'work', auId: au(0), at, storedAt: time('05T00:50') }) as const;
  const moments = [visit(time('04T01:00')), visit(time('03T01:00')), told(time('03T02:00'))];
  const after = { ...told(time('09T01:00')), storedAt: time('09T01:00') };
  const found = await completionOf({ kinds: ['external'], moments: [...moments, after] });
  expect(found).toMatchObject({
    ...{ moments: [], elsewhere: { openedAt: time('03T01:00'), doneAt: time('03T02:00') } },
  });
  // Each opening, and the word by the time that it is about: it came two days later.
  expect(found?.elsewhere?.signs).toEqual([time('03T01:00'), time('03T02:00'), time('04T01:00')]);
  // Of a link nobody says when it was done.
  const mixed = await completionOf({ kinds: ['external', 'link'], moments });
  expect(mixed?.elsewhere).not.toHaveProperty('doneAt');
  expect(mixed?.elsewhere).toMatchObject({ openedAt: time('03T01:00') });
});

it.each(['2026-03-03T00:00:00.000Z', '2026-03-03T00:00:00.000+07:00'])(
  'a provider who knows the day alone (%s) has said its end',
  async (at) => {
    const moments = [{ kind: 'work', auId: au(0), at, storedAt: time('05T00:50') } as const];
    const found = await completionOf({ kinds: ['lti'], moments });
    expect(Date.parse(found?.elsewhere?.doneAt ?? '')).toBe(Date.parse(at) + 24 * 3_600_000);
  },
);

it('names certificates that its provider has told of', async () => {
  const certificates = [{ number: 'UI/7', issuer: 'Universitas Indonesia' }];
  expect(await completionOf({ certificates })).toMatchObject({ certificates });
  expect(await completionOf({})).not.toHaveProperty('certificates');
});

it('knows whether the provider stands by its word', async () => {
  expect(await completionOf({ kinds: ['external'] })).toMatchObject({ stands: true });
  const takenBack = { at: '2026-03-07T01:00:00.000Z' };
  const enrolment = { ...done, providerWord: { rev: 1, notedAt: at, takenBack } };
  expect(await completionOf({ kinds: ['external'], enrolment })).toMatchObject({ stands: false });
});
