import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { expect, it } from 'vitest';
import { holdersIn } from '../shared/testing/holders-in.ts';
import { tellOfCompletion } from './tell-of-completions.ts';

const home = { kind: 'agency', agencyId: 'bkn' };
const people = [
  { personId: 'admin-1', roles: ['agency-admin'], home },
  { personId: 'admin-2', roles: ['agency-admin'], home },
  { personId: 'sri', roles: ['learner'], home },
  { personId: 'budi', roles: ['learner'], home },
].map((one) => ({ ...one, name: one.personId, email: `${one.personId}@bkn.example`, status: 'active' }));

function world() {
  const notices = memoryNoticeStore();
  const mailed: string[] = [];
  const deps = {
    courses: { find: async () => ({ title: { id: 'Etika' }, providerId: 'kampus' }) },
    organisations: { findProvider: async () => ({ name: 'Universitas Contoh' }) },
    people: {
      find: async (personId: string) => people.find((one) => one.personId === personId),
      listHolders: holdersIn(() => people),
    },
    mail: { send: async ({ to }: { readonly to: string }) => void mailed.push(to) },
    ...{ notices, clock: fixedClock(), onMailFailure: () => {} },
  } as never;
  const inboxOf = (personId: string) => notices.list({ personId: personId as PersonId, limit: 10 });
  return { deps, mailed, inboxOf };
}

const of = (personId: string, occurredAt: string) => ({
  ...{ enrolmentId: `e-${personId}`, personId, courseId: 'c1', registration: `r-${personId}`, occurredAt },
});
const withdrawn = (personId: string, occurredAt: string) =>
  ({
    ...of(personId, occurredAt),
    type: 'completion-withdrawn',
    eventId: `completion-withdrawn:e-${personId}:1`,
    saidAt: '2026-03-08T20:00:00.000Z',
  }) as const;
const restored = (personId: string, occurredAt: string) =>
  ({
    ...of(personId, occurredAt),
    type: 'completion-restored',
    eventId: `completion-restored:e-${personId}:2`,
  }) as const;

it('tells the learner of each completion that is taken back, once, in the inbox and by mail', async () => {
  const { deps, mailed, inboxOf } = world();
  await tellOfCompletion(deps, withdrawn('sri', '2026-03-09T01:00:00.000Z'));
  await tellOfCompletion(deps, withdrawn('sri', '2026-03-09T01:00:00.000Z'));
  expect(await inboxOf('sri')).toMatchObject([
    {
      ...{ kind: 'completion-corrected', link: '/courses/c1' },
      params: {
        ...{ provider: 'Universitas Contoh', change: 'withdrawn', reader: 'learner' },
        at: '2026-03-08T20:00:00.000Z',
      },
    },
  ]);
  expect(mailed).toContain('sri@bkn.example');
});

it('tells administrators of their agency once a course and day, however many it concerns', async () => {
  const { deps, inboxOf } = world();
  await tellOfCompletion(deps, withdrawn('sri', '2026-03-09T01:00:00.000Z'));
  await tellOfCompletion(deps, withdrawn('budi', '2026-03-09T05:00:00.000Z'));
  for (const admin of ['admin-1', 'admin-2']) {
    expect(await inboxOf(admin)).toMatchObject([
      { link: '/agency/learning', params: { change: 'withdrawn', reader: 'agency' } },
    ]);
  }
  await tellOfCompletion(deps, withdrawn('budi', '2026-03-10T05:00:00.000Z'));
  expect(await inboxOf('admin-1')).toHaveLength(2);
});

it('tells that it was given again', async () => {
  const { deps, inboxOf } = world();
  await tellOfCompletion(deps, withdrawn('sri', '2026-03-09T01:00:00.000Z'));
  await tellOfCompletion(deps, restored('sri', '2026-03-09T09:00:00.000Z'));
  for (const reader of ['sri', 'admin-1']) {
    const changes = (await inboxOf(reader)).map(({ params }) => ('change' in params ? params.change : ''));
    expect(changes.toSorted()).toEqual(['restored', 'withdrawn']);
  }
});
