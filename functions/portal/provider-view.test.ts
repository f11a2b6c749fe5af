import type { CourseId } from '@sinau/catalogue';
import { courseOf } from '@sinau/catalogue/testing';
import { memoryProviderEnrolmentStore, sampleProviderEnrolment } from '@sinau/connectors/testing';
import type { Registration } from '@sinau/enrolment';
import { memoryEnrolmentStore } from '@sinau/enrolment/testing';
import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { providerView, retryAtProvider } from './provider-view.ts';

const row = sampleProviderEnrolment();
const registration = row.registration as Registration;
const sri: PersonPrincipal = { kind: 'person', personId: 'sri' as PersonId, name: 'Sri', roles: ['learner'] };

function world(given: Parameters<typeof courseOf>[0] = {}) {
  const providerEnrolments = memoryProviderEnrolmentStore();
  const enrolments = memoryEnrolmentStore();
  const source = { connectionId: row.connectionId, externalId: '4' };
  const course = courseOf({ courseId: 'c1' as CourseId, source, ...given });
  const deps = {
    ...{ enrolments, clock: fixedClock('2026-03-02T02:00:00.000Z') },
    courses: { find: async () => course },
    organisations: { findProvider: async () => ({ name: 'Universitas Contoh' }) },
    providerEnrolments: async () => providerEnrolments,
  } as unknown as Parameters<typeof retryAtProvider>[0];
  return { deps, providerEnrolments, enrolments };
}

const enrolment = {
  ...{ courseId: 'c1', registration, enrolledAt: row.createdAt },
  state: 'active' as const,
};

describe('how an enrolment stands at the provider', () => {
  it('is told while it is waited for, with the reason and the end of trying', async () => {
    const { deps, providerEnrolments } = world();
    expect(await providerView(deps, enrolment)).toBeUndefined();
    const fresh = { ...enrolment, enrolledAt: '2026-03-02T01:59:30.000Z' };
    expect(await providerView(deps, fresh)).toMatchObject({ state: 'pending', retryable: false });
    await providerEnrolments.move({ after: { ...row, reason: 'unreachable' } });
    expect(await providerView(deps, enrolment)).toEqual({
      ...{ state: 'pending', provider: 'Universitas Contoh', reason: 'unreachable' },
      ...{ until: row.deadlineAt, retryable: true },
    });
  });

  it('C2: is asked again by the learner alone whose it is, and not all the time', async () => {
    const { deps, providerEnrolments, enrolments } = world();
    const state = {
      state: 'active' as const,
      enrolmentId: 'e' as never,
      version: 1,
      enrolledAt: row.createdAt,
    };
    await enrolments.move({ after: { ...enrolment, ...state, personId: sri.personId } });
    await providerEnrolments.move({ after: { ...row, reason: 'account-missing', dueAt: row.deadlineAt } });
    const other = { ...sri, personId: 'budi' as PersonId };
    await expect(retryAtProvider(deps, other, 'c1')).rejects.toMatchObject({ code: 'enrolment.not-active' });
    expect(await retryAtProvider(deps, sri, 'c1')).toBe('queued');
    expect(await retryAtProvider(deps, sri, 'c1')).toBe('soon');
    expect((await providerEnrolments.listDue('2026-03-02T02:00:00.000Z', 9)).length).toBe(1);
  });
});
