import { randomUUID } from 'node:crypto';
import type { CourseId, ImportJob, JobId } from '@sinau/catalogue';
import { createImportJobStore } from '@sinau/catalogue/dynamo';
import { courseOf, packageOf, versionOf } from '@sinau/catalogue/testing';
import { invite } from '@sinau/collaboration';
import { completeEnrolment } from '@sinau/enrolment';
import type { Person } from '@sinau/identity';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { AgencyId, Jp, PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { createNoticeStore } from '@sinau/notifications/dynamo';
import {
  followPerson,
  makeObligation,
  obligationRequestSchema,
  refreshDuties,
  remindDue,
  runSpread,
  showObligation,
} from '@sinau/obligations';
import { createMemoryQueue, withTables } from '@sinau/platform/testing';
import { expect, it } from 'vitest';
import { createCollaborationDesk } from './collaboration-parts.ts';
import { createReminderParts } from './reminder-parts.ts';

const at = '2026-03-02T01:00:00.000Z';
const forever = Number.POSITIVE_INFINITY;

/** An agency of its own with a course that is published, and so many people. */
async function world(tables: Parameters<Parameters<typeof withTables>[0]>[1]) {
  const stores = { dynamo: tables().dynamo, table: tables().lms };
  const clock = fixedClock(at);
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const parts = { dynamo: stores.dynamo, queue: () => createMemoryQueue() } as never;
  const env = { LMS_TABLE: stores.table, IMPORT_QUEUE_URL: 'imports', MAIL_QUEUE_URL: 'mails' };
  const deps = { ...createReminderParts({ parts, env, log, clock }), onFailure: () => {} };
  const agencyId = randomUUID() as AgencyId;
  const people = createPeopleStore(stores);
  const head = randomUUID() as PersonId;
  const person = (personId: PersonId, over: Partial<Person> = {}): Person => ({
    ...{ personId, name: `Orang ${personId}`, email: `${personId}@contoh.example`, status: 'active' },
    ...{ roles: ['learner'], home: { kind: 'agency', agencyId }, employeeNumbers: [] },
    ...{ sessionGeneration: 1, invitedAt: at, rev: 1, ...over },
  });
  await people.add(person(head, { roles: ['supervisor'] }));
  const ids = [randomUUID(), randomUUID()] as PersonId[];
  for (const id of ids) await people.add(person(id, { supervisorId: head }));
  const courseId = randomUUID() as CourseId;
  const of = { courseId, providerId: randomUUID() as ProviderId };
  const jobs = createImportJobStore(stores);
  const job: ImportJob = {
    ...{ jobId: randomUUID() as JobId, providerId: of.providerId, uploadKey: 'x', fileName: 'etika.zip' },
    ...{ sizeBytes: 1, state: 'running', progress: { done: 1, total: 1 }, tries: 1, abandonedOrigins: [] },
    ...{ createdAt: at, updatedAt: at, rev: 1 },
  };
  await jobs.create(job);
  const course = courseOf({
    ...{ ...of, status: 'published', publishedVersion: 1, publishedAt: at, jp: 200 as Jp },
  });
  const passed = { ...job, state: 'passed', rev: 2 } as const;
  await jobs.commit({ job: passed, course, version: versionOf(of), package: packageOf(of) });
  const principal: PersonPrincipal = {
    ...{ kind: 'person', personId: head, name: 'Kepala', roles: ['agency-admin'], agencyId },
  };
  return { deps, stores, clock, agencyId, people, ids, head, courseId, principal };
}

withTables((engine, tables) => {
  it(`an obligation reaches its people, follows them, and is told of, on ${engine}`, async () => {
    const { deps, stores, clock, agencyId, people, ids, head, courseId, principal } = await world(tables);
    const request = obligationRequestSchema.parse({
      ...{ title: 'Etika', courseIds: [courseId], audience: { statuses: ['PNS'] } },
      due: { kind: 'yearly', by: '03-31' },
    });
    const { obligationId } = await makeObligation(deps, { principal, request });
    expect(await runSpread(deps, { agencyId, obligationId, deadlineMs: forever })).toBe('done');
    const counts = async () => (await showObligation(deps, { principal, obligationId })).counts['2026'];
    expect(await counts()).toEqual({ enrolled: 3 });

    const [sri, adi] = ids as [PersonId, PersonId];
    const current = await deps.enrolments.findCurrent(sri, courseId);
    if (!current) throw new Error('no enrolment');
    expect(current.assignment).toMatchObject({ obligationId, dueOn: '2026-03-31', note: 'Etika' });
    await completeEnrolment(
      { enrolments: deps.enrolments, hours: { statedJp: async () => 200 as Jp } },
      { registration: current.registration, completedAt: at },
    );
    expect(await refreshDuties(deps, { personId: sri, courseId })).toBe(1);
    expect(await counts()).toEqual({ enrolled: 2, finished: 1 });

    // Seven days before, in the morning.
    clock.advance(Date.parse('2026-03-24T01:30:00.000Z') - clock.now().getTime());
    await remindDue(deps, { untilMs: forever });
    const inbox = await createNoticeStore(stores).list({ personId: adi, limit: 10 });
    expect(inbox).toMatchObject([{ kind: 'duty-reminder', params: { step: '7', dueOn: '2026-03-31' } }]);
    clock.advance(20 * 60_000);
    await remindDue(deps, { untilMs: forever });
    const told = await createNoticeStore(stores).list({ personId: head, limit: 10 });
    expect(told.find(({ kind }) => kind === 'team-duties')).toMatchObject({
      params: { step: '7', people: 1 },
    });

    const before = await people.find(adi);
    if (!before) throw new Error('nobody');
    await people.replace(before, { ...before, status: 'disabled', disabledAt: at });
    expect(await followPerson(deps, adi)).toEqual({ given: 0, released: 1 });
    expect(await counts()).toEqual({ enrolled: 1, finished: 1, released: 1 });
    expect(await deps.enrolments.findCurrent(adi, courseId)).toBeUndefined();
  });

  it(`the letter of a supervisor counts what waits for their word in any list, on ${engine}`, async () => {
    const { deps, stores, agencyId, ids, head } = await world(tables);
    const [sri] = ids as [PersonId, PersonId];
    expect(await deps.teams.newsOf(sri)).toBeUndefined();
    expect(await deps.teams.newsOf(head)).toMatchObject({ requests: 0 });
    const principal: PersonPrincipal = {
      ...{ kind: 'person', personId: sri, name: 'Sri', roles: ['learner'], agencyId },
    };
    const goal = 'Memimpin rapat dengan tenang';
    const asked = { principal, partner: head, kind: 'coaching', as: 'learner', goal } as const;
    await invite(createCollaborationDesk(stores), asked);
    expect(await deps.teams.newsOf(head)).toMatchObject({
      waits: { course: 0, external: 0, plan: 0, event: 0, cohort: 0, coaching: 1 },
      ...{ requests: 1, action: 'decide' },
    });
  });
});
