import type { Course } from '@sinau/catalogue';
import type { OfferWithdrawn } from '@sinau/domain-events';
import type { Enrolment, EnrolmentId, Registration } from '@sinau/enrolment';
import { memoryEnrolmentStore } from '@sinau/enrolment/testing';
import type { AgencyId, PersonId, Role, Tenant } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { expect, it } from 'vitest';
import { holdersIn } from '../shared/testing/holders-in.ts';
import { tellOfWithdrawal } from './tell-of-withdrawal.ts';

const people: readonly {
  readonly personId: string;
  readonly home: string;
  readonly roles: readonly Role[];
}[] = [
  { personId: 'author', home: 'provider-a', roles: ['provider-author'] },
  { personId: 'admin-1', home: 'agency-1', roles: ['agency-admin'] },
  { personId: 'admin-2', home: 'agency-2', roles: ['agency-admin'] },
  { personId: 'staff', home: 'agency-1', roles: ['learner'] },
];
const homeOf = (home: Tenant) =>
  home.kind === 'agency' ? home.agencyId : home.kind === 'provider' ? home.providerId : '';

const enrolment = (n: number, agencyId: string): Enrolment => ({
  ...{
    enrolmentId: `e${n}` as EnrolmentId,
    registration: `0000000${n}-0000-4000-8000-000000000001` as Registration,
    courseId: 'course-1',
  },
  ...{ personId: `learner-${n}` as PersonId, agencyId: agencyId as AgencyId, version: 1, state: 'active' },
  enrolledAt: '2026-03-02T01:00:00.000Z',
});

it('tells authors, and administrators of agencies whose people are learning, of how many it is', async () => {
  const enrolments = memoryEnrolmentStore();
  for (const n of [1, 2, 3]) await enrolments.move({ after: enrolment(n, 'agency-1') });
  const notices = memoryNoticeStore();
  const mails: string[] = [];
  const deps = {
    ...{ enrolments, notices, clock: fixedClock(), onMailFailure: () => {} },
    courses: { find: async () => ({ title: { id: 'Etika' } }) as unknown as Course },
    mail: { send: async ({ to }: { readonly to: string }) => void mails.push(to) },
    people: {
      find: async (personId: string) => ({
        name: personId,
        email: `${personId}@x.example`,
        status: 'active',
      }),
      listHolders: holdersIn((home: Tenant) => people.filter((one) => one.home === homeOf(home))),
    },
  } as unknown as Parameters<typeof tellOfWithdrawal>[0];
  const fact: OfferWithdrawn = {
    ...{ eventId: 'offer-withdrawn:c:42:7', type: 'offer-withdrawn', occurredAt: '2026-03-02T01:00:00.000Z' },
    ...{ providerId: 'provider-a', courseId: 'course-1' },
  };
  await tellOfWithdrawal(deps, fact);
  await tellOfWithdrawal(deps, fact);
  const inboxOf = (personId: string) => notices.list({ personId: personId as PersonId, limit: 9 });
  expect(await inboxOf('author')).toMatchObject([
    { kind: 'offer-withdrawn', params: { learners: 3 }, link: '/studio/courses/course-1' },
  ]);
  expect(await inboxOf('admin-1')).toMatchObject([{ params: { learners: 3 }, link: '/courses/course-1' }]);
  expect([await inboxOf('admin-2'), await inboxOf('staff')]).toEqual([[], []]);
  expect(mails).toContain('admin-1@x.example');
});
