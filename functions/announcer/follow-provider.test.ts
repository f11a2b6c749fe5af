import type { ConnectionId } from '@sinau/connectors';
import {
  memoryConnectionStore,
  memoryProviderEnrolmentStore,
  sampleConnection,
} from '@sinau/connectors/testing';
import type { Enrolment, EnrolmentId, Registration } from '@sinau/enrolment';
import { memoryEnrolmentStore } from '@sinau/enrolment/testing';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { describe, expect, it } from 'vitest';
import { courseSourcesOf, learnerEnrolmentsOf } from '../shared/provider-enrolments.ts';
import type { FollowProviderDeps } from './follow-provider.ts';
import { followProvider } from './late-followers.ts';

const registration = '00000000-0000-4000-8000-000000000001' as Registration;
const occurredAt = '2026-03-02T01:00:00.000Z';
const [sri, head] = ['sri' as PersonId, 'head' as PersonId];
const connectionId = sampleConnection().connectionId;

const enrolment: Enrolment = {
  ...{ enrolmentId: 'e1' as EnrolmentId, personId: sri, courseId: 'c1', version: 1, registration },
  ...{ state: 'active', counted: true, enrolledAt: occurredAt, agencyId: 'a' as AgencyId },
};

async function world(given: Partial<Enrolment> = {}) {
  const enrolments = memoryEnrolmentStore();
  await enrolments.move({ after: { ...enrolment, ...given } });
  const providerEnrolments = memoryProviderEnrolmentStore();
  const connections = memoryConnectionStore();
  await connections.create(sampleConnection());
  const notices = memoryNoticeStore();
  const course = {
    title: { id: 'Statistika' },
    source: { connectionId, externalId: '4' },
    ...{
      status: 'published',
      publishedVersion: 1,
      publishedAt: occurredAt,
      jp: 400,
      details: { price: 0 },
      providerId: 'provider-a',
      admission: { mode: 'open', seats: 1 },
    },
  };
  const courses = { find: async () => course };
  const deps = {
    ...{ enrolments, providerEnrolments, connections, notices, courses, clock: fixedClock() },
    sources: courseSourcesOf(courses as never),
    learners: learnerEnrolmentsOf(enrolments),
    people: {
      find: async (id: string) => ({ name: `Nama ${id}`, email: `${id}@contoh.example`, status: 'active' }),
    },
    organisations: { findProvider: async () => ({ name: 'Universitas Contoh' }) },
    mail: { send: async () => {} },
    onMailFailure: () => {},
  } as unknown as FollowProviderDeps;
  const told = (personId: PersonId) => notices.list({ personId, limit: 10 });
  return { deps, enrolments, providerEnrolments, told };
}

const about = { registration, personId: sri, courseId: 'c1' } as const;
const created = {
  eventId: 'enrolment-created:e1',
  type: 'enrolment-created',
  enrolmentId: 'e1',
  occurredAt,
  courseVersion: 1,
  ...about,
} as const;
const settled = (outcome: 'confirmed' | 'refused' | 'timed-out', reason?: string) =>
  ({
    eventId: `provider-enrolment-settled:${registration}:${outcome}`,
    type: 'provider-enrolment-settled',
    occurredAt,
    outcome,
    providerId: 'provider-a',
    ...about,
    ...(reason !== undefined && { reason }),
  }) as const;

describe('followProvider', () => {
  it('asks for an enrolment of a course that a connection has brought, once', async () => {
    const { deps, providerEnrolments } = await world();
    await followProvider(deps, created);
    await followProvider(deps, created);
    expect(await providerEnrolments.find(registration)).toMatchObject({
      ...{
        state: 'requested',
        connectionId: connectionId as ConnectionId,
        externalCourseId: '4',
        agencyId: 'a',
      },
    });
  });

  it('tells the learner once that the provider has enrolled', async () => {
    const { deps, told } = await world();
    await followProvider(deps, settled('confirmed'));
    await followProvider(deps, settled('confirmed'));
    expect(await told(sri)).toMatchObject([
      { kind: 'provider-enrolment', params: { outcome: 'confirmed', provider: 'Universitas Contoh' } },
    ]);
  });

  it('L7: ends what the provider refused, frees the seat for who waits, and tells the learner why', async () => {
    const { deps, enrolments, told } = await world();
    const { counted: _, ...rest } = enrolment;
    const waits: Enrolment = {
      ...{ ...rest, personId: 'budi' as PersonId, enrolmentId: 'e2' as EnrolmentId, state: 'waiting' },
      ...{ waitingSince: occurredAt, registration: '00000000-0000-4000-8000-000000000002' as Registration },
    };
    expect(await enrolments.move({ after: waits, capacity: 1 })).toBe('done');
    await followProvider(deps, settled('refused', 'full'));
    await followProvider(deps, settled('refused', 'full'));
    expect(await enrolments.findByRegistration(registration)).toMatchObject({
      ...{ state: 'cancelled', endedBy: { by: 'provider', reason: 'full' } },
    });
    expect(await enrolments.findByRegistration(waits.registration)).toMatchObject({ state: 'active' });
    expect(await told(sri)).toMatchObject([{ params: { outcome: 'refused', reason: 'full' } }]);
    expect(await told(sri)).toHaveLength(1);
  });

  it('tells whoever assigned the course that the duty has failed', async () => {
    const assignment = { by: head, as: 'agency' as const, agencyId: 'a' as AgencyId, at: occurredAt };
    const { deps, told } = await world({ assignment });
    await followProvider(deps, settled('timed-out', 'unreachable'));
    expect(await told(head)).toMatchObject([
      { params: { learner: 'Nama sri', outcome: 'timed-out' }, link: '/agency/assignments' },
    ]);
  });

  it('tells in the provider’s words why it was refused, the learner alone', async () => {
    const assignment = { by: head, as: 'agency' as const, agencyId: 'a' as AgencyId, at: occurredAt };
    const { deps, told } = await world({ assignment });
    const said = 'Hanya untuk mahasiswa aktif.';
    await followProvider(deps, { ...settled('refused', 'refused-by-provider'), said });
    expect(await told(sri)).toMatchObject([{ params: { reason: 'refused-by-provider', said } }]);
    expect(await told(head)).toHaveLength(1);
    expect(JSON.stringify(await told(head))).not.toContain(said);
  });

  it('L2: a completed enrolment stays completed, whatever the provider says later', async () => {
    const { deps, enrolments, told } = await world();
    await enrolments.complete(enrolment, { at: occurredAt });
    await followProvider(deps, settled('timed-out', 'unreachable'));
    expect(await enrolments.findByRegistration(registration)).toMatchObject({ state: 'completed' });
    expect(await told(sri)).toEqual([]);
  });
});
