import type { ItemId } from '@sinau/competency';
import type { Person } from '@sinau/identity';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { AgencyId, PersonId, Role } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { createDynamo, createTables } from '@sinau/platform/dynamo';
import { startLocalDynamo } from '@sinau/platform/local-aws';
import { createMemoryQueue } from '@sinau/platform/testing';
import { expect, it, onTestFinished } from 'vitest';
import { createOverdueItemParts } from '../shared/overdue-item-parts.ts';
import { tellOverdueItems } from './tell-overdue-items.ts';

const bkn = 'bkn' as AgencyId;
const at = '2026-03-02T00:00:00.000Z';
const person = (id: string, role: Role, supervisorId?: string): Person => ({
  ...{ personId: id as PersonId, name: id, email: `${id}@bkn.example`, status: 'active', roles: [role] },
  ...{ home: { kind: 'agency', agencyId: bkn }, employeeNumbers: [], sessionGeneration: 1 },
  ...{ invitedAt: at, rev: 1, ...(supervisorId !== undefined && { supervisorId: supervisorId as PersonId }) },
});

it('finds on the table which agreed items are overdue, and tells person and supervisor once', async () => {
  const engine = await startLocalDynamo();
  onTestFinished(() => engine.close());
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const connection = { region: 'ap-southeast-3', credentials, requestHandler: engine.requestHandler };
  await createTables(connection, { lms: 'lms' });
  const dynamo = createDynamo(connection);
  const stores = { dynamo, table: 'lms' };
  const clock = fixedClock(at);
  const parts = createOverdueItemParts({
    ...{ clock, parts: { dynamo, queue: () => createMemoryQueue() } },
    env: { LMS_TABLE: 'lms', MAIL_QUEUE_URL: 'mail' },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  const agency = { agencyId: bkn, name: 'BKN', kind: 'central', createdAt: at } as const;
  await createOrganisationStore(stores).addAgency(agency);
  const people = createPeopleStore(stores);
  for (const one of [person('sri', 'learner', 'kepala'), person('kepala', 'supervisor')]) {
    await people.add(one);
  }
  for (const [itemId, dueOn] of [
    ['i-1', '2026-03-02'],
    ['i-2', '2026-03-20'],
  ] as const) {
    const step = { move: 'agree', to: 'agreed', side: 'office', by: { id: 'kepala', name: 'Kepala' }, at };
    await parts.persons.saveItem({
      ...{ itemId: itemId as ItemId, personId: 'sri' as PersonId, competencyId: 'M1' as never, dueOn },
      ...({ form: 'NKL01', title: itemId, targetLevel: 3, proposedBy: 'learner' } as const),
      ...{ state: 'agreed', steps: [step as never], place: { agencyId: bkn, hasSupervisor: true }, rev: 0 },
    });
  }
  const inboxes = async () =>
    Promise.all(
      ['sri', 'kepala'].map(async (id) =>
        (await parts.notices.list({ personId: id as PersonId, limit: 9 })).map(({ link }) => link),
      ),
    );
  expect(await tellOverdueItems(parts)).toBe(0);
  clock.advance(86_400_000);
  expect(await tellOverdueItems(parts)).toBe(1);
  await tellOverdueItems(parts);
  expect(await inboxes()).toEqual([['/competency/plan/i-1'], ['/team/competency/sri/plan/i-1']]);
});
