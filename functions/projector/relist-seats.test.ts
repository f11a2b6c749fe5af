import { enrolLearner } from '@sinau/enrolment';
import { createQuota } from '@sinau/enrolment/quotas';
import { memoryCosts, memoryEnrolmentStore, memoryInvitationStore } from '@sinau/enrolment/testing';
import type { AgencyId, PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { expect, it } from 'vitest';
import { relistSeats } from './relist-seats.ts';

const agencyId = 'bkn' as AgencyId;
const providerId = 'univ' as ProviderId;
const person = (id: string): PersonPrincipal => ({
  ...{ kind: 'person', personId: id as PersonId, name: id, roles: ['learner'], agencyId },
});

it('seats of quotas from before the list are put on it once, and those that have begun are not', async () => {
  const costs = memoryCosts();
  const enrolments = memoryEnrolmentStore({ costs });
  const deps = {
    ...{ clock: fixedClock(), enrolments, quotas: costs.store },
    ids: { ...countedIds(), uuid: () => crypto.randomUUID() },
    digest: { sha256: String, sha1: String },
    invitations: memoryInvitationStore(),
    courses: { openVersion: async () => ({ version: 1, admission: { mode: 'open' as const }, providerId }) },
  };
  const { quotaId } = await createQuota(deps, {
    ...{ principal: { ...person('op'), roles: ['operator'] }, agencyId },
    request: {
      target: { kind: 'course', courseId: 'c1' },
      ...{ from: '2026-01-01', to: '2026-12-31', seats: 9, payer: 'agency', whenFull: 'wait' },
    },
  });
  const enrol = (id: string, courseId = 'c1') =>
    enrolLearner(deps, { principal: person(id), request: { courseId } });
  const [old, begun] = [await enrol('sri'), await enrol('budi')];
  // Of no quota.
  await enrol('ani', 'c2');
  for (const seat of [old, begun]) await enrolments.takeOffHeld(seat);
  await enrolments.noteActivity({ ...begun, at: '2026-03-03T00:00:00.000Z' });
  const catalogue = {
    organisations: { listProviders: async () => [{ providerId }] as never },
    courses: {
      listOfProvider: async () => ({ courses: [{ courseId: 'c1' }, { courseId: 'c2' }] as never }),
    },
  };
  expect(await relistSeats({ ...catalogue, enrolments })).toBe(1);
  expect(await relistSeats({ ...catalogue, enrolments })).toBe(0);
  const held = await enrolments.listHeld({ agencyId, quotaId }, { limit: 9, until: '2027' });
  expect(held.enrolments.map(({ registration }) => registration)).toEqual([old.registration]);
});
