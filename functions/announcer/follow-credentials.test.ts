import type { CertificateMessage } from '@sinau/credentials';
import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { describe, expect, it } from 'vitest';
import { type FollowCredentialsDeps, followCredentials } from './follow-credentials.ts';

const sri = 'p1' as PersonId;
const registration = '00000000-0000-4000-8000-000000000001';

function world() {
  const queued: CertificateMessage[] = [];
  const mailed: string[] = [];
  const notices = memoryNoticeStore();
  const deps = {
    certificateQueue: { send: async (message: CertificateMessage) => void queued.push(message) },
    courses: { find: async () => ({ title: { id: 'Keamanan informasi' } }) },
    people: { find: async () => ({ name: 'Sri Contoh', email: 'sri@contoh.example', status: 'active' }) },
    mail: { send: async ({ to }: { to: string }) => void mailed.push(to) },
    ...{ notices, clock: fixedClock(), onMailFailure: () => {} },
  } as unknown as FollowCredentialsDeps;
  return { deps, queued, mailed, notices };
}

const completed = {
  type: 'enrolment-completed',
  ...{ eventId: 'enrolment-completed:e1', occurredAt: '2026-03-02T01:00:00.000Z' },
  ...{ enrolmentId: 'e1', personId: sri, courseId: 'c1', courseVersion: 1, registration },
} as const;

const issued = (edition: number, byPlatform?: true) =>
  ({
    type: 'certificate-issued',
    ...{ eventId: `certificate-issued:N:${edition}`, number: 'N', edition },
    ...{ occurredAt: '2026-03-02T01:00:20.000Z', personId: sri, registration, courseId: 'c1' },
    ...(byPlatform && { byPlatform }),
  }) as const;

const revoked = {
  type: 'certificate-revoked',
  ...{ eventId: 'certificate-revoked:N:1', occurredAt: '2026-04-01T01:00:00.000Z', number: 'N' },
  ...{ personId: sri, courseId: 'c1', note: 'Nama orang lain.' },
  reason: 'issued-in-error',
} as const;

describe('certificates', () => {
  it('are printed again when they have a new edition', async () => {
    const { deps, queued } = world();
    const occurredAt = '2026-04-02T01:00:00.000Z';
    const of = { eventId: 'certificate-reissued:N:2', occurredAt, number: 'N', edition: 2, personId: 'sri' };
    await followCredentials(deps, { type: 'certificate-reissued', ...of });
    expect(queued).toEqual([{ kind: 'documents', number: 'N' }]);
  });

  it('that count no more are told of once, with the reason, in the inbox and by mail', async () => {
    const { deps, mailed, notices } = world();
    await followCredentials(deps, revoked);
    await followCredentials(deps, revoked);
    // Whoever sends mails sends one a notice.
    expect(new Set(mailed)).toEqual(new Set(['sri@contoh.example']));
    expect(await notices.list({ personId: sri, limit: 10 })).toMatchObject([
      {
        ...{ kind: 'certificate-revoked', link: '/certificates/N' },
        params: { number: 'N', reason: 'issued-in-error', note: 'Nama orang lain.' },
      },
    ]);
  });

  it('are asked for when a course is completed, without anybody asking', async () => {
    const { deps, queued } = world();
    await followCredentials(deps, completed);
    expect(queued).toEqual([{ kind: 'settle', registration }]);
  });

  it('are asked for again when a completion is taken back or given again', async () => {
    const { deps, queued } = world();
    const { courseVersion: _, ...of } = completed;
    const saidAt = of.occurredAt;
    await followCredentials(deps, { ...of, type: 'completion-withdrawn', saidAt });
    await followCredentials(deps, { ...of, type: 'completion-restored' });
    expect(queued).toEqual([
      { kind: 'settle', registration },
      { kind: 'settle', registration },
    ]);
  });

  it('that are taken back with a completion are told of with that alone', async () => {
    const { deps, mailed, notices } = world();
    const { note: _, ...byItself } = revoked;
    await followCredentials(deps, { ...byItself, reason: 'completion-withdrawn', byPlatform: true });
    expect(mailed).toEqual([]);
    expect(await notices.list({ personId: sri, limit: 10 })).toEqual([]);
  });

  it('are told of once when they are ready: in the inbox, and by mail only if they correct one', async () => {
    const { deps, mailed, notices } = world();
    await followCredentials(deps, issued(1, true));
    await followCredentials(deps, issued(1, true));
    expect(mailed).toEqual([]);
    const inbox = () => notices.list({ personId: sri, limit: 10 });
    expect(await inbox()).toMatchObject([{ kind: 'certificate-issued', link: '/certificates/N' }]);
    await followCredentials(deps, issued(2));
    expect(mailed).toEqual(['sri@contoh.example']);
    expect(await inbox()).toHaveLength(2);
  });
});
