import { addService } from '@sinau/feedback';
import { addForum, setCommitment } from '@sinau/feedback/forums';
import type { Person } from '@sinau/identity';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { AgencyId, PersonId, PersonPrincipal, Role } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { createNoticeStore } from '@sinau/notifications/dynamo';
import { createDynamo, createTables } from '@sinau/platform/dynamo';
import { startLocalDynamo } from '@sinau/platform/local-aws';
import { createMemoryQueue } from '@sinau/platform/testing';
import { expect, it, onTestFinished } from 'vitest';
import { createOverdueParts } from '../shared/overdue-parts.ts';
import { tellOverdue } from './tell-overdue.ts';

const agencyId = 'bkn' as AgencyId;
const at = '2026-11-03T02:00:00.000Z';
const person = (id: string, role: Role): Person => ({
  ...{ personId: id as PersonId, name: id, email: `${id}@bkn.example`, status: 'active', roles: [role] },
  ...{ home: { kind: 'agency', agencyId }, employeeNumbers: [], sessionGeneration: 1, invitedAt: at, rev: 1 },
});
const agus: PersonPrincipal = {
  ...{ kind: 'person', personId: 'agus' as PersonId, name: 'agus', roles: ['agency-admin'], agencyId },
};

it('finds on the table which commitments are overdue, and tells administrators once', async () => {
  const engine = await startLocalDynamo();
  onTestFinished(() => engine.close());
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const connection = { region: 'ap-southeast-3', credentials, requestHandler: engine.requestHandler };
  await createTables(connection, { lms: 'lms' });
  const dynamo = createDynamo(connection);
  const clock = fixedClock(at);
  const parts = createOverdueParts({
    ...{ clock, parts: { dynamo, queue: () => createMemoryQueue() } },
    env: { LMS_TABLE: 'lms', MAIL_QUEUE_URL: 'mail' },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  const people = createPeopleStore({ dynamo, table: 'lms' });
  for (const one of [person('agus', 'agency-admin'), person('sri', 'learner')]) await people.add(one);
  const desk = { ...parts, ids: countedIds() };
  const { serviceId } = await addService(desk, { principal: agus, request: { name: 'KTP elektronik' } });
  const { forumId } = await addForum(desk, {
    principal: agus,
    request: {
      ...{ title: 'Forum KTP', serviceIds: [serviceId], heldOn: '2026-11-03', place: 'Aula' },
      participants: {},
    },
  });
  const words = { said: 'Antre lama', text: 'Loket kedua', unit: 'Dukcapil', due: '2026-11-09' };
  await setCommitment(desk, { principal: agus, forumId, rev: 1, request: { ...words, state: 'open' } });

  const inboxOf = async (personId: string) =>
    (
      await createNoticeStore({ dynamo, table: 'lms' }).list({ personId: personId as PersonId, limit: 5 })
    ).map(({ kind, link }) => `${kind} ${link}`);
  clock.advance(6 * 86_400_000);
  expect(await tellOverdue(parts)).toBe(0);
  clock.advance(86_400_000);
  for (let n = 0; n < 2; n += 1) expect(await tellOverdue(parts)).toBe(1);
  expect(await inboxOf('agus')).toEqual([`commitments-overdue /agency/citizens/forums/${forumId}`]);
  expect(await inboxOf('sri')).toEqual([]);
});
