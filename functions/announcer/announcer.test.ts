import type { EnrolmentStore, Registration } from '@sinau/enrolment';
import { memoryEnrolmentStore } from '@sinau/enrolment/testing';
import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { describe, expect, it } from 'vitest';
import { type FollowDeps, followFact } from './follow-fact.ts';

const registration = '00000000-0000-4000-8000-000000000001';
const occurredAt = '2026-03-02T01:00:00.000Z';
const sri = 'p1' as PersonId;

function follower(overrides: Partial<FollowDeps> = {}) {
  const sent: string[] = [];
  const notices = memoryNoticeStore();
  const enrolments: EnrolmentStore = memoryEnrolmentStore();
  const deps = {
    enrolments,
    courses: { find: async () => ({ title: { id: 'Keamanan informasi' } }) },
    people: { find: async () => ({ name: 'Sri Contoh', email: 'sri@contoh.example', status: 'active' }) },
    organisations: { findAgency: async () => ({ name: 'Badan Contoh' }) },
    notices,
    mail: { send: async ({ to }: { to: string }) => void sent.push(to) },
    clock: fixedClock(),
    onMailFailure: () => {},
    ...overrides,
  } as unknown as FollowDeps;
  return { deps, sent, notices, enrolments };
}

const satisfied = {
  eventId: `course-satisfied:${registration}`,
  type: 'course-satisfied',
  occurredAt,
  registration,
  personId: sri,
  courseId: 'c1',
  courseVersion: 1,
} as const;

const completed = {
  ...satisfied,
  eventId: 'enrolment-completed:e1',
  type: 'enrolment-completed',
  enrolmentId: 'e1',
} as const;

describe('followFact', () => {
  it('completes the enrolment of a satisfied course, once however often it is told', async () => {
    const { deps, enrolments } = follower();
    await enrolments.create({
      enrolmentId: 'e1' as never,
      personId: sri,
      courseId: 'c1',
      version: 1,
      registration: registration as Registration,
      state: 'active',
      enrolledAt: occurredAt,
    });
    await followFact(deps, satisfied);
    await followFact(deps, { ...satisfied, occurredAt: '2026-03-03T01:00:00.000Z' });
    const enrolment = await enrolments.findByRegistration(registration as Registration);
    expect(enrolment).toMatchObject({ state: 'completed', completedAt: occurredAt });
  });

  it('tells a learner of a completed course in the inbox once, and by mail', async () => {
    const { deps, sent, notices } = follower();
    await followFact(deps, completed);
    await followFact(deps, completed);
    const inbox = await notices.list({ personId: sri, limit: 10 });
    expect(inbox).toMatchObject([{ kind: 'course-completed', link: '/courses/c1' }]);
    expect(sent[0]).toBe('sri@contoh.example');
  });

  it.each([
    ['passed', 'accepted', 0],
    ['refused', 'rejected', 2],
    ['failed', 'failed', 1],
  ] as const)(
    'R8: tells the author of a package that it has %s, and nobody of a machine’s',
    async (end, outcome, errors) => {
      const { deps, sent, notices } = follower();
      const fact = {
        eventId: `package-import-finished:j1:${end}`,
        type: 'package-import-finished',
        occurredAt,
        jobId: 'j1',
        providerId: 'penyedia',
        fileName: 'etika.zip',
        outcome: end,
        errorCount: errors,
      } as const;
      await followFact(deps, { ...fact, eventId: 'of-a-machine' });
      expect(sent).toEqual([]);
      await followFact(deps, { ...fact, personId: sri });
      expect(await notices.list({ personId: sri, limit: 10 })).toMatchObject([
        {
          kind: 'package-import-finished',
          params: { packageName: 'etika.zip', outcome, errors },
          link: '/studio/imports/j1',
        },
      ]);
      expect(sent).toEqual(['sri@contoh.example']);
    },
  );

  it('tells nothing to somebody who left', async () => {
    const { deps, sent, notices } = follower({ people: { find: async () => undefined } as never });
    await followFact(deps, completed);
    expect(await notices.list({ personId: sri, limit: 10 })).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('R10: keeps the notice when the mail queue is dead', async () => {
    const { deps, notices } = follower({ mail: { send: async () => Promise.reject(new Error('down')) } });
    await followFact(deps, completed);
    expect(await notices.list({ personId: sri, limit: 10 })).toHaveLength(1);
  });

  it('R8: tells whoever asked for an export that it has ended, unless they left the agency', async () => {
    const requester = {
      ...{ personId: 'p1', name: 'Ani', email: 'ani@contoh.example', status: 'active' },
      home: { kind: 'agency', agencyId: 'a1' },
    };
    const { deps, sent, notices } = follower({ people: { find: async () => requester } as never });
    const fact = {
      eventId: 'export-finished:a1:e1',
      occurredAt,
      type: 'export-finished',
      exportId: 'e1',
      agencyId: 'a1',
      personId: 'p1',
      format: 'CSV',
      outcome: 'failed',
      rows: 0,
    } as const;
    await followFact(deps, fact);
    await followFact(deps, fact);
    expect(await notices.list({ personId: 'p1' as PersonId, limit: 10 })).toMatchObject([
      { kind: 'export-finished', params: { outcome: 'failed' }, link: '/agency/exports/e1' },
    ]);
    expect(sent[0]).toBe('ani@contoh.example');
    const before = sent.length;
    await followFact(deps, { ...fact, eventId: 'export-finished:a2:e2', agencyId: 'a2' });
    expect(sent).toHaveLength(before);
  });

  it('F4: tells the admins of an agency, and no one else, that a subscription was turned off', async () => {
    const home = { kind: 'agency', agencyId: 'a1' };
    const people = [
      { personId: 'maker', roles: ['learner'], home },
      { personId: 'admin', roles: ['agency-admin'], home },
      { personId: 'learner', roles: ['learner'], home },
      { personId: 'moved', roles: ['agency-admin'], home: { kind: 'agency', agencyId: 'a2' } },
    ].map((person) => ({
      ...person,
      name: 'X',
      email: `${person.personId}@contoh.example`,
      status: 'active',
    }));
    const find = async (id: string) => people.find(({ personId }) => personId === id);
    const pages = [people.slice(0, 1), people.slice(1, 3)];
    const listByHome = async (_: unknown, { after = '0' }: { after?: string }) => ({
      people: pages[Number(after)] ?? [],
      ...(after === '0' && { next: '1' }),
    });
    const { deps, sent, notices } = follower({ people: { find, listByHome } as never });
    const fact = {
      eventId: 'push-disabled:s1:x',
      occurredAt,
      type: 'push-disabled',
      subscriptionId: 's1',
      agencyId: 'a1',
      personId: 'maker',
      name: 'Gudang data',
      because: 'gone',
    } as const;
    await followFact(deps, fact);
    expect(sent.toSorted()).toEqual(['admin@contoh.example', 'maker@contoh.example']);
    const inbox = await notices.list({ personId: 'admin' as PersonId, limit: 10 });
    expect(inbox).toMatchObject([
      { kind: 'push-disabled', params: { name: 'Gudang data' }, link: '/agency/push/s1' },
    ]);
    await followFact(deps, { ...fact, eventId: 'push-disabled:s1:y', personId: 'moved' });
    expect(sent.filter((to) => to === 'moved@contoh.example')).toEqual([]);
  });
});
