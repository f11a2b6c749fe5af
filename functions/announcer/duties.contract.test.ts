import type { Person } from '@sinau/identity';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { createNoticeStore } from '@sinau/notifications/dynamo';
import {
  type Duty,
  exceptPerson,
  isOverdue,
  type Obligation,
  type ObligationId,
  undoException,
} from '@sinau/obligations';
import { obligationFacts } from '@sinau/obligations/dynamo';
import { createDynamo, createTables, readStreamRecord } from '@sinau/platform/dynamo';
import { startLocalDynamo } from '@sinau/platform/local-aws';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createComplianceParts } from '../shared/compliance-parts.ts';
import { createDutyParts } from '../shared/obligation-parts.ts';
import { followCompliance } from './follow-compliance.ts';
import { followDuties } from './follow-duties.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const bkn = 'bkn' as AgencyId;
const [sri, tia] = ['sri' as PersonId, 'tia' as PersonId];
const at = '2026-03-02T01:00:00.000Z';
const agus: PersonPrincipal = {
  ...{ kind: 'person', personId: 'agus' as PersonId, name: 'Agus', roles: ['agency-admin'], agencyId: bkn },
};
const person = (personId: PersonId, timeZone: NonNullable<Person['timeZone']>): Person => ({
  ...{ personId, name: personId, email: `${personId}@bkn.example`, status: 'active', roles: ['learner'] },
  ...{ home: { kind: 'agency', agencyId: bkn }, employeeNumbers: [], sessionGeneration: 1 },
  ...{ invitedAt: at, timeZone, rev: 1 },
});
const obligation: Obligation = {
  ...{ agencyId: bkn, obligationId: 'o1' as ObligationId, title: 'Antikorupsi', courseIds: ['c1'] },
  ...{ audience: {}, due: { kind: 'once', on: '2026-06-30' }, edition: 1, state: 'active' },
  ...{ createdAt: at, changedAt: at, rev: 1 },
  createdBy: { kind: 'person', id: 'agus', name: 'Agus' },
  changedBy: { kind: 'person', id: 'agus', name: 'Agus' },
};
const duty = (personId: PersonId, overAt: string): Duty => ({
  ...{ agencyId: bkn, obligationId: obligation.obligationId, period: 'once', personId, courseId: 'c1' },
  ...{ givenOn: '2026-03-02', dueOn: '2026-06-30', overAt, edition: 1, state: 'enrolled' },
  ...{ since: at, changedAt: at, rev: 0 },
});

/** The table with its stream; what is told is followed and counted as the announcer does. */
async function world() {
  const engine = await startLocalDynamo();
  onTestFinished(() => engine.close());
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const connection = { region: 'ap-southeast-3', credentials, requestHandler: engine.requestHandler };
  await createTables(connection, { lms: 'lms' });
  const clock = fixedClock(at);
  const stores = { dynamo: createDynamo(connection), table: 'lms', clock };
  const parts = createDutyParts(stores);
  const numbers = createComplianceParts(stores);
  const [people, notices] = [createPeopleStore(stores), createNoticeStore(stores)];
  const deps = {
    ...{ people, notices, clock, enrolments: parts.enrolments, duties: async () => parts },
    courses: { find: async () => undefined },
    ...{ mail: { send: async () => {} }, onMailFailure: () => {} },
  };
  const told: DynamoDBRecord[] = [];
  const follow = async (records: readonly DynamoDBRecord[]) => {
    for (const record of records) {
      for (const fact of obligationFacts(readStreamRecord(record))) await followDuties(deps, fact);
    }
  };
  const counting = followCompliance({ compliance: async () => numbers, log: silent }, async () => ({
    batchItemFailures: [],
  }));
  const consumer = await engine.stream.subscribe({
    ...{ table: 'lms', consumer: 'announcer', startFrom: 'TRIM_HORIZON', batchSize: 9 },
    handler: async (Records) => {
      told.push(...Records);
      await follow(Records);
      return counting({ Records }, {} as never);
    },
  });
  onTestFinished(() => consumer.stop());
  await people.add(person(sri, 'Asia/Jakarta'));
  await people.add(person(tia, 'Asia/Jayapura'));
  await parts.obligations.create(obligation);
  await parts.duties.write({ after: duty(sri, '2026-06-30T17:00:00.000Z') });
  await parts.duties.write({ after: duty(tia, '2026-06-30T15:00:00.000Z') });
  const { compliance } = numbers;
  return {
    ...{ parts, told, follow, clock, caughtUp: () => consumer.caughtUp() },
    inboxOf: async (personId: PersonId) =>
      (await notices.list({ personId, limit: 20 })).map(({ kind, params }) => ({ kind, params })),
    dutyOf: async (personId: PersonId) => (await parts.duties.dutiesOf(personId))[0],
    /** As the page of the obligation and the dashboard tell it. */
    overdue: async (moment: string) => {
      const counts = (await parts.duties.countsOf(obligation.obligationId, moment)).once ?? {};
      const tally = (await compliance.countsOf({ kind: 'duties', agencyId: bkn })).get('once o1') ?? {};
      const counted = Object.entries(tally).filter(([name]) => name.startsWith('over '));
      const over = counted.filter(([name]) => name.slice('over '.length) <= moment);
      return [counts.overdue ?? 0, over.reduce((sum, [, count]) => sum + count, 0)];
    },
  };
}

describe('duties by the stream of their table', () => {
  it('tell a person of an exception once, however often and in whatever order it is told, and count them no more', async () => {
    const { parts, told, follow, caughtUp, inboxOf, dutyOf, overdue } = await world();
    await caughtUp();
    const of = { principal: agus, obligationId: 'o1', personId: sri };
    const request = { kind: 'exempt', reason: 'Cuti besar', until: '2026-12-31' } as const;
    await exceptPerson(parts, { ...of, request });
    await caughtUp();
    expect(await dutyOf(sri)).toMatchObject({ state: 'released', released: 'exempted' });
    await follow(told.toReversed());
    await follow(told);
    const excepted = {
      kind: 'duty-changed',
      params: { obligation: 'Antikorupsi', what: 'exempted', reason: 'Cuti besar', until: '2026-12-31' },
    };
    expect(await inboxOf(sri)).toEqual([excepted]);
    expect(await overdue('2026-07-01T00:00:00.000Z')).toEqual([1, 1]);
    await undoException(parts, of);
    await caughtUp();
    expect(await inboxOf(sri)).toContainEqual({
      ...{ kind: 'duty-changed', params: { obligation: 'Antikorupsi', what: 'exemption-undone' } },
    });
    expect(await overdue('2026-07-01T00:00:00.000Z')).toEqual([2, 2]);
  });

  it('tell everybody once of a course that another one takes the place of, and of its return', async () => {
    const { parts, told, follow, caughtUp, inboxOf, dutyOf } = await world();
    await caughtUp();
    const of = { courseId: 'c1', to: 'c2', reason: 'Ditutup', at, by: obligation.createdBy };
    const first = obligation.courseIds;
    const replaced = { ...obligation, courseIds: ['c2'], courseHistory: { first, changes: [of] } };
    await parts.obligations.save(replaced);
    const duty = await dutyOf(sri);
    if (!duty) throw new Error('she owes it');
    const released = { ...duty, state: 'released', released: 'course-replaced' } as const;
    await parts.duties.write({ before: duty, after: released });
    await caughtUp();
    await follow(told);
    const params = { obligation: 'Antikorupsi', what: 'course-replaced', reason: 'Ditutup' };
    const titles = { courseTitle: { id: '–' }, otherTitle: { id: '–' } };
    expect(await inboxOf(sri)).toEqual([{ kind: 'duty-changed', params: { ...params, ...titles } }]);
    expect(await inboxOf(tia)).toEqual([]);
    const { released: _, ...open } = released;
    const before = await dutyOf(sri);
    if (!before) throw new Error('she owed it');
    await parts.duties.write({ before, after: { ...open, state: 'required' } });
    await caughtUp();
    await follow(told);
    expect((await inboxOf(sri)).map(({ params }) => (params as { what: string }).what).toSorted()).toEqual([
      ...['course-back', 'course-replaced'],
    ]);
  });

  it('follow a decision whose duties were left behind when it was cut off', async () => {
    const { parts, caughtUp, dutyOf, inboxOf } = await world();
    await caughtUp();
    await parts.exceptions.saveException({
      ...{ agencyId: bkn, obligationId: obligation.obligationId, personId: sri, kind: 'later-day' },
      ...{ state: 'open', reason: 'Tugas di lapangan', period: 'once', dueOn: '2026-08-31' },
      ...{ changedAt: at, changedBy: obligation.createdBy, rev: 0 },
    });
    await caughtUp();
    expect(await dutyOf(sri)).toMatchObject({ dueOn: '2026-08-31', extendedFrom: '2026-06-30' });
    expect(await inboxOf(sri)).toMatchObject([{ params: { what: 'day', dueOn: '2026-08-31' } }]);
  });

  it('are overdue for the page and the dashboard alike from midnight where people work', async () => {
    const { parts, caughtUp, overdue } = await world();
    await caughtUp();
    const moments = ['14:59:59.999', '15:00:00.000', '16:59:59.999', '17:00:00.000'];
    const counts = [];
    for (const time of moments) counts.push(await overdue(`2026-06-30T${time}Z`));
    expect(counts).toEqual([0, 1, 1, 2].map((count) => [count, count]));
    const duties = await Promise.all([sri, tia].map((id) => parts.duties.dutiesOf(id)));
    const late = duties.flat().filter((one) => isOverdue(one, new Date('2026-06-30T16:00:00.000Z')));
    expect(late.map(({ personId }) => personId)).toEqual([tia]);
  });
});
