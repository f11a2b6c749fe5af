import type { EnrolmentId, Registration } from '@sinau/enrolment';
import type { Person } from '@sinau/identity';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { AgencyId, PersonId, Role } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { createNoticeStore } from '@sinau/notifications/dynamo';
import { createDynamo, createTables } from '@sinau/platform/dynamo';
import { startLocalDynamo } from '@sinau/platform/local-aws';
import { createMemoryQueue } from '@sinau/platform/testing';
import { expect, it, onTestFinished } from 'vitest';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';
import { createWaitingParts } from '../shared/waiting-parts.ts';
import { askAgain } from './ask-again.ts';

const bkn = 'bkn' as AgencyId;
const at = '2026-03-02T00:00:00.000Z';
const person = (id: string, role: Role, supervisorId?: string): Person => ({
  ...{ personId: id as PersonId, name: id, email: `${id}@bkn.example`, status: 'active', roles: [role] },
  ...{ home: { kind: 'agency', agencyId: bkn }, employeeNumbers: [], sessionGeneration: 1 },
  ...{ invitedAt: at, rev: 1, ...(supervisorId !== undefined && { supervisorId: supervisorId as PersonId }) },
});

it('finds on the table what waits for a supervisor, and tells once whoever may answer', async () => {
  const engine = await startLocalDynamo();
  onTestFinished(() => engine.close());
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const connection = { region: 'ap-southeast-3', credentials, requestHandler: engine.requestHandler };
  await createTables(connection, { lms: 'lms' });
  const dynamo = createDynamo(connection);
  const stores = { dynamo, table: 'lms' };
  const clock = fixedClock(at);
  const parts = createWaitingParts({
    ...{ clock, parts: { dynamo, queue: () => createMemoryQueue() } },
    env: { LMS_TABLE: 'lms', MAIL_QUEUE_URL: 'mail' },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  await createOrganisationStore(stores).addAgency({
    agencyId: bkn,
    name: 'BKN',
    kind: 'central',
    createdAt: at,
  });
  const people = createPeopleStore(stores);
  for (const one of [
    person('sri', 'learner', 'kepala'),
    person('kepala', 'supervisor'),
    person('agus', 'agency-admin'),
  ]) {
    await people.add(one);
  }
  await createEnrolmentStore(stores).move({
    after: {
      ...{
        enrolmentId: 'e1' as EnrolmentId,
        registration: 'r1' as Registration,
        personId: 'sri' as PersonId,
      },
      ...{ courseId: 'c1', version: 1, agencyId: bkn, state: 'requested', enrolledAt: at, requestedAt: at },
    },
  });
  const notices = createNoticeStore(stores);
  const inboxes = async () =>
    Promise.all(
      ['kepala', 'agus'].map(async (id) =>
        (await notices.list({ personId: id as PersonId, limit: 9 })).map(({ link }) => link),
      ),
    );
  expect(await askAgain(parts)).toBe(0);
  clock.advance(7 * 86_400_000);
  await askAgain(parts);
  expect(await inboxes()).toEqual([['/team/approvals/r1'], []]);
  clock.advance(7 * 86_400_000);
  await askAgain(parts);
  await askAgain(parts);
  expect(await inboxes()).toEqual([['/team/approvals/r1'], ['/agency/approvals/r1']]);
});
