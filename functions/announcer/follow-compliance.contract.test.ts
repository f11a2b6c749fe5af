import { recountAgency } from '@sinau/compliance';
import { createCreditStore } from '@sinau/credit/dynamo';
import type { Person } from '@sinau/identity';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import type { ObligationId } from '@sinau/obligations';
import { createObligationsStore } from '@sinau/obligations/dynamo';
import { createDynamo, createTables, type Key } from '@sinau/platform/dynamo';
import { startLocalDynamo } from '@sinau/platform/local-aws';
import type { Context, DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createComplianceParts } from '../shared/compliance-parts.ts';
import { followCompliance } from './follow-compliance.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const asOf = '2026-03-02T01:00:00.000Z';
const badan = 'badan' as AgencyId;
const dinas = 'dinas' as AgencyId;

/** The table with its stream; `counting` brings the numbers up to it, `breaks` at so many people. */
async function world() {
  const engine = await startLocalDynamo();
  onTestFinished(() => engine.close());
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const connection = { region: 'ap-southeast-3', credentials, requestHandler: engine.requestHandler };
  await createTables(connection, { lms: 'lms' });
  const stores = { dynamo: createDynamo(connection), table: 'lms', clock: fixedClock() };
  const parts = createComplianceParts(stores);
  const told: DynamoDBRecord[] = [];
  const consumer = await engine.stream.subscribe({
    ...{ table: 'lms', consumer: 'announcer', startFrom: 'TRIM_HORIZON', batchSize: 7 },
    handler: async (Records) => {
      told.push(...Records);
      return follow(Records);
    },
  });
  onTestFinished(() => consumer.stop());
  const handler = followCompliance({ compliance: async () => parts, log: silent }, async () => ({
    batchItemFailures: [],
  }));
  const follow = (Records: readonly DynamoDBRecord[]) => handler({ Records: [...Records] }, {} as Context);
  const coverage = async (agencyId: AgencyId) =>
    Object.fromEntries(await parts.compliance.countsOf({ kind: 'coverage', agencyId, year: 2026 }));
  return {
    ...{ ...stores, parts, told, follow, coverage, caughtUp: () => consumer.caughtUp() },
    people: createPeopleStore(stores),
    credit: createCreditStore(stores),
    obligations: createObligationsStore(stores),
  };
}

const person = (n: number, more: Partial<Person> = {}): Person => ({
  ...{ personId: `p${n}` as PersonId, name: `Pegawai ${n}`, email: `p${n}@badan.example`, status: 'active' },
  ...{ roles: ['learner'], home: { kind: 'agency', agencyId: badan }, employeeNumbers: [] },
  ...{ sessionGeneration: 1, invitedAt: '2026-01-02T01:00:00.000Z', rev: 1 },
  ...more,
});

describe('numbers of agencies', () => {
  it('R4: follow people and their JP, are the same when all of it is told again backwards, and after a rebuild', async () => {
    const { people, credit, obligations, told, follow, coverage, caughtUp, parts, dynamo, table } =
      await world();
    const all = Array.from({ length: 12 }, (_, n) => person(n, n % 2 === 0 ? { unitId: 'u1' as never } : {}));
    for (const one of all) await people.add(one);
    const sums = {
      stated: 0 as Jp,
      computed: 0 as Jp,
      held: 0 as Jp,
      lines: 1,
      asOf,
    };
    for (const { personId } of all.slice(0, 4)) {
      await credit.saveYear({ personId, year: 2026, recognised: 2000 as Jp, ...sums, rev: 0 });
    }
    const duty = {
      ...{ agencyId: badan, obligationId: 'o1' as ObligationId, period: '2026', personId: 'p0' as PersonId },
      ...{
        courseId: 'c1',
        givenOn: '2026-01-05',
        dueOn: '2026-02-01',
        overAt: '2026-02-01T17:00:00.000Z',
        edition: 1,
        state: 'enrolled' as const,
        since: asOf,
        changedAt: asOf,
        rev: 0,
      },
    } as const;
    await obligations.write({ after: duty });
    await caughtUp();
    const owed = async () =>
      Object.fromEntries(await parts.compliance.countsOf({ kind: 'due', agencyId: badan }));
    expect(await owed()).toEqual({ u1: { people: 1, open: 1, 'over 2026-02-01T17:00:00.000Z': 1 } });
    const [leaves, lent] = all.slice(-2);
    if (!leaves || !lent) throw new Error('nobody');
    await people.replace(leaves, { ...leaves, status: 'disabled', disabledAt: '2026-03-01T01:00:00.000Z' });
    await people.replace(lent, { ...lent, workingAgencyId: dinas });
    await caughtUp();
    const numbers = {
      '': { people: 5, met: 2, below: 3, jp: 4000 },
      u1: { people: 5, met: 2, below: 3, jp: 4000 },
    };
    expect(await coverage(badan)).toEqual(numbers);
    expect(await coverage(dinas)).toEqual({ '': { people: 1, below: 1 } });

    await follow(told.toReversed());
    await follow(told.filter((_, n) => n % 3 === 0));
    expect(await coverage(badan)).toEqual(numbers);

    const own = told.flatMap(({ dynamodb }) => {
      const [pk, sk] = [dynamodb?.Keys?.pk?.S ?? '', dynamodb?.Keys?.sk?.S ?? ''];
      return pk.startsWith('COMPLIANCE') ? [{ pk, sk }] : [];
    });
    const deletes: Key[] = [...new Map(own.map((key) => [`${key.pk} ${key.sk}`, key])).values()];
    await caughtUp();
    await dynamo.batchWrite({ table, deletes });
    expect(await coverage(badan)).toEqual({});
    expect(await recountAgency(parts, badan)).toBe(11);
    expect(await coverage(badan)).toEqual(numbers);
    expect(await coverage(dinas)).toEqual({ '': { people: 1, below: 1 } });
    expect(await owed()).toEqual({ u1: { people: 1, open: 1, 'over 2026-02-01T17:00:00.000Z': 1 } });
  });

  it('C11: somebody of a past year counts where they were on its last day', async () => {
    const { people, credit, caughtUp, parts } = await world();
    const stations = [
      { from: '2025-02-01', agencyId: dinas },
      { from: '2026-02-01', agencyId: badan },
    ];
    const moved = person(1, { career: { employment: [], posts: [], stations } });
    await people.add(moved);
    const sums = {
      stated: 0 as Jp,
      computed: 0 as Jp,
      held: 0 as Jp,
      lines: 1,
      asOf,
    };
    await credit.saveYear({ personId: moved.personId, year: 2025, recognised: 300 as Jp, ...sums, rev: 0 });
    await caughtUp();
    const of = async (agencyId: AgencyId, year: number) =>
      (await parts.compliance.countsOf({ kind: 'coverage', agencyId, year })).get('')?.people ?? 0;
    expect([await of(dinas, 2025), await of(dinas, 2026)]).toEqual([1, 0]);
    expect([await of(badan, 2025), await of(badan, 2026)]).toEqual([0, 1]);
  });
});
