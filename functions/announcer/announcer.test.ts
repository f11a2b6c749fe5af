import { memoryEndedStore } from '@sinau/delivery/testing';
import type { EnrolmentStore, Registration } from '@sinau/enrolment';
import { memoryEnrolmentStore } from '@sinau/enrolment/testing';
import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { describe, expect, it } from 'vitest';
import { holdersIn } from '../shared/testing/holders-in.ts';
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
    courses: {
      find: async () => ({ title: { id: 'Keamanan informasi' }, publishedVersion: 1, jp: 400 }),
      findVersion: async () => undefined,
    },
    people: { find: async () => ({ name: 'Sri Contoh', email: 'sri@contoh.example', status: 'active' }) },
    organisations: { findAgency: async () => ({ name: 'Badan Contoh' }) },
    notices,
    mail: { send: async ({ to }: { to: string }) => void sent.push(to) },
    clock: fixedClock(),
    registrations: { read: async () => undefined },
    ended: memoryEndedStore(),
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
    await enrolments.move({
      after: {
        enrolmentId: 'e1' as never,
        personId: sri,
        courseId: 'c1',
        version: 1,
        registration: registration as Registration,
        state: 'active',
        enrolledAt: occurredAt,
      },
    });
    await followFact(deps, satisfied);
    await followFact(deps, { ...satisfied, occurredAt: '2026-03-03T01:00:00.000Z' });
    const enrolment = await enrolments.findByRegistration(registration as Registration);
    expect(enrolment).toMatchObject({ state: 'completed', completedAt: occurredAt });
  });

  it('a result of a provider moves the last activity forward alone, and a session is noted with its statements', async () => {
    const { deps, enrolments } = follower();
    await enrolments.move({
      after: {
        enrolmentId: 'e1' as never,
        personId: sri,
        courseId: 'c1',
        version: 1,
        registration: registration as Registration,
        state: 'active',
        enrolledAt: occurredAt,
      },
    });
    const last = async () =>
      (await enrolments.findByRegistration(registration as Registration))?.lastActivityAt;
    const made = { eventId: 'm', type: 'progress-made', registration, courseId: 'c1' } as const;
    const [early, late] = ['2026-03-02T02:00:00.000Z', '2026-03-02T03:00:00.000Z'];
    await followFact(deps, { ...made, occurredAt: early });
    expect(await last()).toBeUndefined();
    await followFact(deps, { ...made, occurredAt: late, elsewhere: true });
    await followFact(deps, { ...made, occurredAt: early, elsewhere: true });
    expect(await last()).toBe(late);
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

  it('R8: tells whoever asked for a report that it is ready, unless they left the agency', async () => {
    const requester = {
      ...{ personId: 'p1', name: 'Ani', email: 'ani@contoh.example', status: 'active' },
      home: { kind: 'agency', agencyId: 'a1' },
    };
    const { deps, sent, notices } = follower({ people: { find: async () => requester } as never });
    const fact = {
      ...({ eventId: 'report-finished:a1:r1', occurredAt, type: 'report-finished', reportId: 'r1' } as const),
      ...({ agencyId: 'a1', personId: 'p1', kind: 'jp', year: 2026, outcome: 'done', rows: 12 } as const),
    };
    await followFact(deps, fact);
    await followFact(deps, { ...fact, eventId: 'report-finished:a2:r2', agencyId: 'a2' });
    expect(await notices.list({ personId: 'p1' as PersonId, limit: 10 })).toMatchObject([
      { kind: 'report-finished', params: { report: 'jp', rows: 12 }, link: '/agency/reports/r1' },
    ]);
    expect(sent).toEqual(['ani@contoh.example']);
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
    const listHolders = holdersIn(() => people.slice(0, 3));
    const { deps, sent, notices } = follower({ people: { find, listHolders } as never });
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

  describe('data agreements', () => {
    const staff = [
      ...[
        { personId: 'hadi', roles: ['provider-author'] },
        { personId: 'rini', roles: ['agency-admin'] },
      ],
      { personId: 'siti', roles: ['learner'] },
    ].map((one) => ({ ...one, name: 'X', email: `${one.personId}@contoh.example`, status: 'active' }));
    const people = {
      find: async (id: string) => staff.find(({ personId }) => personId === id),
      listHolders: holdersIn(({ kind }: { kind: string }) =>
        staff.filter(({ personId }) => (personId === 'hadi') === (kind === 'provider')),
      ),
    };
    const organisations = {
      findAgency: async () => ({ name: 'Badan Contoh' }),
      findProvider: async () => ({ name: 'Universitas Contoh' }),
    };
    const world = () => follower({ people: people as never, organisations: organisations as never });
    const of = { occurredAt, agreementId: 'a1', agreementVersion: 1, providerId: 'p1', title: 'PKS 12' };
    const activated = { ...of, eventId: 'agreement-activated:a1:1', type: 'agreement-activated' } as const;

    it('are told to the provider, and to agencies that are named while they are few', async () => {
      const { deps, sent, notices } = world();
      const attributes = ['name'];
      await followFact(deps, { ...activated, attributes, agencyIds: ['a'] });
      expect(sent.toSorted()).toEqual(['hadi@contoh.example', 'rini@contoh.example']);
      expect(await notices.list({ personId: 'rini' as PersonId, limit: 10 })).toMatchObject([
        { kind: 'agreement-changed', params: { change: 'activated' }, link: '/agency/sharing' },
      ]);
      const many = ['a', 'b', 'c', 'd', 'e', 'f'];
      await followFact(deps, { ...activated, eventId: 'y', attributes, agencyIds: many });
      await followFact(deps, { ...activated, eventId: 'z', attributes });
      expect(sent.filter((to) => to === 'rini@contoh.example')).toHaveLength(1);
    });

    it('say that one was revoked, and nothing of a version that another one replaced', async () => {
      const { deps, notices } = world();
      const closed = { ...of, type: 'agreement-closed' } as const;
      await followFact(deps, { ...closed, eventId: 'x', as: 'replaced' });
      await followFact(deps, { ...closed, eventId: 'y', as: 'revoked' });
      const inbox = await notices.list({ personId: 'hadi' as PersonId, limit: 10 });
      expect(inbox.map(({ params }) => params)).toMatchObject([{ change: 'revoked' }]);
    });

    it('say to the provider what an agency decided', async () => {
      const { deps, notices, sent } = world();
      const decided = { type: 'sharing-decided', eventId: 'x', occurredAt, agencyId: 'a' } as const;
      await followFact(deps, { ...decided, providerId: 'p1', stopped: true });
      const inbox = await notices.list({ personId: 'hadi' as PersonId, limit: 10 });
      expect(inbox).toMatchObject([{ kind: 'sharing-decided', params: { agency: 'Badan Contoh' } }]);
      expect(sent).toEqual(['hadi@contoh.example']);
    });
  });

  describe('reviews', () => {
    const reviewers = Array.from({ length: 60 }, (_, n) => ({
      ...{ personId: `r${n}`, name: `Penelaah ${n}`, email: `r${n}@contoh.example` },
      ...{ roles: n === 3 ? ['operator'] : ['reviewer'], status: n === 4 ? 'disabled' : 'active' },
      home: { kind: 'platform' },
    }));
    const rina = { personId: 'rina', name: 'Rina Contoh', email: 'rina@contoh.example', status: 'active' };
    const everybody = [...reviewers, rina];
    const people = {
      find: async (id: string) => everybody.find(({ personId }) => personId === id),
      listHolders: holdersIn(({ kind }) => (kind === 'platform' ? reviewers : [])),
    };
    const inboxOf = (notices: FollowDeps['notices'], id: string) =>
      notices.list({ personId: id as PersonId, limit: 10 });
    const base = {
      ...{ occurredAt, courseId: 'c1', courseVersion: 2, providerId: 'penyedia' },
      ...{ title: { id: 'Etika' }, submittedBy: { id: 'rina', name: 'Rina Contoh' } },
    };

    it('R8: a submission reaches every reviewer once, at most fifty, by inbox alone and never who made it', async () => {
      const { deps, notices, sent } = follower({ people: people as never });
      const fact = { ...base, eventId: 'review-submitted:c1:2:x', type: 'review-submitted' } as const;
      await followFact(deps, fact);
      await followFact(deps, fact);
      const told = await Promise.all(reviewers.map(({ personId }) => inboxOf(notices, personId)));
      expect(told[0]).toMatchObject([
        {
          kind: 'review-submitted',
          params: { courseTitle: { id: 'Etika' }, version: 2, by: 'Rina Contoh' },
          link: '/reviews/c1/2',
        },
      ]);
      expect(told.slice(3, 5)).toEqual([[], []]);
      expect(told.flat()).toHaveLength(50);
      expect(sent).toEqual([]);
      const own = { ...fact, eventId: 'own', submittedBy: { id: 'r0', name: 'Penelaah 0' } };
      await followFact(deps, own);
      expect(await inboxOf(notices, 'r0')).toHaveLength(1);
      expect(await inboxOf(notices, 'r1')).toHaveLength(2);
    });

    it.each(['approved', 'returned'] as const)(
      'R8: who submitted is told once that the version was %s, and no machine is',
      async (outcome) => {
        const { deps, notices, sent } = follower({ people: people as never });
        const fact = { ...base, eventId: 'review-decided:c1:2:x', type: 'review-decided', outcome } as const;
        await followFact(deps, fact);
        await followFact(deps, fact);
        expect(await inboxOf(notices, 'rina')).toMatchObject([
          { kind: 'review-decided', params: { version: 2, outcome }, link: '/studio/courses/c1' },
        ]);
        expect(new Set(sent)).toEqual(new Set(['rina@contoh.example']));
        const machine = { id: 'client-1', name: 'Gudang' };
        await followFact(deps, { ...fact, eventId: 'y', submittedBy: machine });
        expect(await inboxOf(notices, 'client-1')).toEqual([]);
      },
    );
  });

  describe('enrolment', () => {
    const agency = { kind: 'agency', agencyId: 'a1' };
    const cast = [
      { personId: 'p1', name: 'Sri', roles: ['learner'], supervisorId: 'head' },
      { personId: 'p2', name: 'Budi', roles: ['agency-admin'] },
      { personId: 'head', name: 'Kepala', roles: ['supervisor'] },
      { personId: 'admin', name: 'Admin', roles: ['agency-admin'] },
    ].map((one) => ({ ...one, home: agency, email: `${one.personId}@contoh.example`, status: 'active' }));
    const people = {
      find: async (id: string) => cast.find(({ personId }) => personId === id),
      listHolders: holdersIn(() => cast),
    };
    const inboxOf = (notices: FollowDeps['notices'], id: string) =>
      notices.list({ personId: id as PersonId, limit: 10 });
    const base = { occurredAt, enrolmentId: 'e1', personId: 'p1', courseId: 'c1', registration };
    const courseTitle = { id: 'Keamanan informasi' };

    it('R8: a request reaches the supervisor, or every administrator but the learner, once', async () => {
      const { deps, notices } = follower({ people: people as never });
      const fact = { ...base, eventId: 'enrolment-requested:e1', type: 'enrolment-requested' } as const;
      await followFact(deps, fact);
      await followFact(deps, fact);
      expect(await inboxOf(notices, 'head')).toMatchObject([
        {
          kind: 'enrolment-requested',
          params: { learner: 'Sri', courseTitle },
          link: `/team/approvals/${registration}`,
        },
      ]);
      expect(await inboxOf(notices, 'admin')).toEqual([]);
      await followFact(deps, { ...fact, eventId: 'enrolment-requested:e2', personId: 'p2' });
      expect(await inboxOf(notices, 'admin')).toMatchObject([{ link: `/agency/approvals/${registration}` }]);
      expect(await inboxOf(notices, 'p2')).toEqual([]);
    });

    it('R8: the learner is told what others did to their place', async () => {
      const { deps, notices } = follower({ people: people as never });
      const told = { ...base, eventId: 'x' };
      for (const fact of [
        { ...told, eventId: '1', type: 'enrolment-decided', outcome: 'declined', reason: 'Tahun depan' },
        { ...told, eventId: '2', type: 'enrolment-promoted' },
        {
          ...told,
          eventId: '3',
          type: 'enrolment-assigned',
          by: 'head',
          as: 'supervisor',
          dueOn: '2026-12-31',
        },
        { ...told, eventId: '4', type: 'assignment-withdrawn', ended: true, hadAsked: true },
        { ...told, eventId: '5', type: 'enrolment-moved', from: 1, courseVersion: 2 },
      ] as const) {
        await followFact(deps, fact);
        await followFact(deps, fact);
      }
      const inbox = await inboxOf(notices, 'p1');
      expect(inbox.map(({ kind }) => kind).toSorted()).toEqual([
        'assignment-withdrawn',
        'course-assigned',
        'course-updated',
        'enrolment-decided',
        'enrolment-promoted',
      ]);
      expect(inbox.find(({ kind }) => kind === 'course-assigned')).toMatchObject({
        params: { by: 'Kepala', as: 'supervisor', dueOn: '2026-12-31' },
        link: '/courses/c1/continue',
      });
      expect(inbox.find(({ kind }) => kind === 'enrolment-decided')).toMatchObject({ link: '/courses/c1' });
      const withdrawn = inbox.find(({ kind }) => kind === 'assignment-withdrawn');
      expect(withdrawn).toMatchObject({ params: { ended: true, hadAsked: true } });
    });

    it('tells of a seat once a day, however often somebody leaves and comes back', async () => {
      const { deps, notices } = follower({ people: people as never });
      const promoted = { ...base, type: 'enrolment-promoted' } as const;
      for (const n of [1, 2, 3]) {
        await followFact(deps, { ...promoted, eventId: `promoted-${n}`, enrolmentId: `e${n}` });
      }
      expect(await inboxOf(notices, 'p1')).toHaveLength(1);
      const tomorrow = new Date(Date.parse(occurredAt) + 86_400_000).toISOString();
      await followFact(deps, { ...promoted, eventId: 'promoted-4', occurredAt: tomorrow });
      await followFact(deps, { ...promoted, eventId: 'promoted-5', courseId: 'c2' });
      expect(await inboxOf(notices, 'p1')).toHaveLength(3);
    });

    it('R3: a session that a cancelled enrolment left open is noted, for housekeeping to close', async () => {
      const ended = memoryEndedStore();
      const registrations = { read: async () => ({ registration }) as never };
      const { deps } = follower({ people: people as never, ended, registrations });
      const fact = { ...base, eventId: 'ended', type: 'enrolment-ended', state: 'cancelled' } as const;
      await followFact(deps, fact);
      await followFact(deps, fact);
      expect(await ended.list(10)).toEqual([registration]);
    });

    it('L7: a seat that was freed before a crash goes to the first who waits, once', async () => {
      const admission = { mode: 'open', seats: 1 };
      const course = {
        title: courseTitle,
        status: 'published',
        jp: 100,
        publishedVersion: 1,
        admission,
        details: {},
      };
      const courses = { find: async () => ({ ...course, publishedAt: occurredAt }) };
      const { deps, enrolments } = follower({ courses: courses as never });
      const row = (n: number) => ({
        ...{ enrolmentId: `e${n}` as never, personId: `p${n}` as PersonId, courseId: 'c1', version: 1 },
        ...{ registration: `r${n}` as Registration, enrolledAt: occurredAt },
      });
      for (const n of [1, 2]) {
        const waitingSince = `2026-03-02T01:0${n}:00.000Z`;
        const after = { ...row(n), state: 'waiting' as const, waitingSince };
        expect(await enrolments.move({ after, capacity: 0 })).toBe('done');
      }
      const fact = {
        ...base,
        eventId: 'enrolment-ended:e0',
        type: 'enrolment-ended',
        state: 'cancelled',
      } as const;
      await Promise.all([followFact(deps, fact), followFact(deps, fact)]);
      await followFact(deps, fact);
      expect(await enrolments.findByRegistration('r1' as Registration)).toMatchObject({ state: 'active' });
      expect(await enrolments.findByRegistration('r2' as Registration)).toMatchObject({ state: 'waiting' });
      Object.assign(admission, { seats: 2 });
      const raised = { eventId: 'course-admission-changed:c1:9', occurredAt, courseId: 'c1' };
      await followFact(deps, { ...raised, type: 'course-admission-changed' });
      expect(await enrolments.findByRegistration('r2' as Registration)).toMatchObject({ state: 'active' });
    });
  });
});
