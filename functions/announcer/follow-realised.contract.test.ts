import { createRealisedStore } from '@sinau/annual-plan/dynamo';
import type { CompetencyId, ItemId, PlanItem } from '@sinau/competency';
import { createPersonStore } from '@sinau/competency/dynamo';
import type { Earned, EntryId } from '@sinau/credit';
import type { LearningId } from '@sinau/external-learning';
import { createLearningStore } from '@sinau/external-learning/dynamo';
import { learningOf, lineOf } from '@sinau/external-learning/testing';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import { nodeDigest } from '@sinau/platform/crypto';
import { createDynamo, createTables } from '@sinau/platform/dynamo';
import { startLocalDynamo } from '@sinau/platform/local-aws';
import type { Context, DynamoDBRecord } from 'aws-lambda';
import { expect, it, onTestFinished } from 'vitest';
import { createCreditDesk } from '../shared/credit-desk.ts';
import { followRealised } from './follow-realised.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const badan = 'badan' as AgencyId;

async function world() {
  const engine = await startLocalDynamo();
  onTestFinished(() => engine.close());
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const connection = { region: 'ap-southeast-3', credentials, requestHandler: engine.requestHandler };
  await createTables(connection, { lms: 'lms' });
  const stores = { dynamo: createDynamo(connection), table: 'lms' };
  const realised = createRealisedStore(stores);
  const desk = createCreditDesk(stores);
  const nothing = async () => ({ batchItemFailures: [] });
  const learnings = createLearningStore({ ...stores, digest: nodeDigest });
  const persons = createPersonStore(stores);
  const deps = {
    ...{ realised, learnings, credit: async () => desk, log: silent },
    competency: async () => ({ persons }),
  };
  const handler = followRealised(deps, nothing);
  const follow = (Records: readonly DynamoDBRecord[]) => handler({ Records: [...Records] }, {} as Context);
  const told: DynamoDBRecord[] = [];
  const consumer = await engine.stream.subscribe({
    ...{ table: 'lms', consumer: 'announcer', startFrom: 'TRIM_HORIZON', batchSize: 3 },
    handler: async (Records) => {
      told.push(...Records);
      return follow(Records);
    },
  });
  onTestFinished(() => consumer.stop());
  /** Without whom nobody's own plan names. */
  const sums = async () => {
    const all = await realised.sums({ agencyId: badan, year: 2026 });
    return Object.fromEntries(
      [...all].map(([name, { served, ...sum }]) => [name, served.people > 0 ? { ...sum, served } : sum]),
    );
  };
  const caughtUp = () => consumer.caughtUp();
  const people = createPeopleStore(stores);
  return { ...stores, persons, credit: desk.credit, learnings, people, follow, told, sums, caughtUp };
}

const line = (person: string, source: Earned['source'], over: Partial<Earned> = {}): Earned => ({
  ...{ kind: 'earned', entryId: `e-${person}-${source.kind}` as EntryId, personId: person as PersonId },
  ...{ at: '2026-03-02T03:00:00.000Z', recordedAt: '2026-03-02T03:00:00.000Z', form: 'KL06', abroad: false },
  ...{
    title: { id: 'Seminar' },
    source,
    stated: 400 as Jp,
    agencyId: badan,
    sameAs: `${person} ${source.kind}`,
  },
  parts: [{ date: '2026-03-02', amount: 100 }],
  ...over,
});

async function addPeople(people: ReturnType<typeof createPeopleStore>) {
  for (const personId of ['sri', 'budi'] as PersonId[]) {
    await people.add({
      ...{
        personId,
        name: personId,
        email: `${personId}@badan.example`,
        status: 'active',
        roles: ['learner'],
      },
      ...{ home: { kind: 'agency', agencyId: badan }, employeeNumbers: [], sessionGeneration: 1 },
      ...{ invitedAt: '2026-01-02T01:00:00.000Z', rev: 1 },
    });
  }
}

it('counts who has learned what by the ledger, the same when it is told again backwards', async () => {
  const { credit, learnings, people, follow, told, sums, caughtUp } = await world();
  await addPeople(people);
  const seminar = { kind: 'event', eventId: 'e1', organiser: 'Badan' } as const;
  const course = { kind: 'course', courseId: 'c1', version: 1, registration: 'r1' } as const;
  await credit.append(line('sri', seminar));
  await credit.append(line('budi', seminar));
  await credit.append(line('sri', course, { form: 'NKL03', parts: [{ date: '2026-03-02', amount: 500 }] }));
  await credit.append(line('budi', { kind: 'external', learningId: 'x' }));
  await caughtUp();
  // E-learning: three JP a day at most.
  const counted = {
    ...{ 'event:e1': { people: 2, jp: 800 }, 'course:c1': { people: 1, jp: 300 } },
    // Elsewhere, for no item of a plan.
    'elsewhere:-external': { people: 1, jp: 400 },
  };
  expect(await sums()).toEqual(counted);
  await follow(told.toReversed());
  expect(await sums()).toEqual(counted);
  await credit.append({
    ...{ kind: 'reversed', entryId: 'e-budi-event:reversed:1' as EntryId, personId: 'budi' as PersonId },
    ...{ about: 'e-budi-event' as EntryId, at: '2026-03-03T03:00:00.000Z' },
    ...{ recordedAt: '2026-03-03T03:00:00.000Z', because: 'not-attended' },
  });
  await caughtUp();
  const after = { ...counted, 'event:e1': { people: 1, jp: 400 } };
  expect(await sums()).toEqual(after);
  await follow(told.filter((_, n) => n % 2 === 0));
  expect(await sums()).toEqual(after);
  // Learned elsewhere: it counts for an item once its record names one of the year, and no longer than it does.
  const person = { personId: 'budi' as PersonId, agencyId: badan };
  const record = learningOf({ ...person, learningId: 'x' as LearningId });
  const kept = await learnings.take({ after: record, line: lineOf(record) });
  if (kept.outcome !== 'done') throw new Error(kept.outcome);
  await caughtUp();
  expect(await sums()).toEqual(after);
  const at = '2026-03-04T03:00:00.000Z';
  const planItem = { year: 2026, itemId: 'i1', by: 'agus' as PersonId, at };
  const naming = { before: kept.learning, after: { ...kept.learning, planItem } };
  const named = await learnings.take(naming);
  if (named.outcome !== 'done') throw new Error(named.outcome);
  await caughtUp();
  const { 'elsewhere:-external': outside, ...inside } = after;
  expect(await sums()).toEqual({ ...inside, 'elsewhere:i1': outside });
  const moved = { ...named.learning, planItem: { ...planItem, year: 2027 } };
  await learnings.take({ before: named.learning, after: moved });
  await caughtUp();
  expect(await sums()).toEqual(after);
});

it('counts for whose own plan names a course that both had agreed on before, and follows when that ends', async () => {
  const { credit, persons, people, sums, caughtUp } = await world();
  await addPeople(people);
  const course = { kind: 'course', courseId: 'c1', version: 1, registration: 'r1' } as const;
  for (const person of ['sri', 'budi']) await credit.append(line(person, course, { form: 'NKL03' }));
  const by = { id: 'wulan', name: 'Wulan' };
  const step = (
    move: PlanItem['steps'][number]['move'],
    to: PlanItem['state'],
    at: string,
  ): PlanItem['steps'][number] => ({ move, to, side: 'office', by, at });
  const item = (person: string, agreedAt: string): PlanItem => ({
    ...{ itemId: `d-${person}` as ItemId, personId: person as PersonId, competencyId: 'M7' as CompetencyId },
    ...{ form: 'NKL03', title: 'Kursus', courseId: 'c1', targetLevel: 3, dueOn: '2026-06-30', rev: 0 },
    ...{ proposedBy: 'learner', state: 'agreed', steps: [step('agree', 'agreed', agreedAt)] },
  });
  await persons.saveItem(item('sri', '2026-02-01T03:00:00.000Z'));
  // Agreed after it was learned: a plan that is written for what is there already names nothing.
  await persons.saveItem(item('budi', '2026-03-05T03:00:00.000Z'));
  await caughtUp();
  const all = (await sums())['course:c1'];
  expect(all).toMatchObject({ people: 2, served: { people: 1 } });
  const [kept] = (await persons.of('sri' as PersonId)).items;
  if (!kept) throw new Error('it was kept');
  const dropped = step('drop', 'dropped', '2026-03-06T03:00:00.000Z');
  await persons.saveItem({ ...kept, state: 'dropped', steps: [...kept.steps, dropped] });
  await caughtUp();
  expect((await sums())['course:c1']).toEqual({ people: all?.people, jp: all?.jp });
});
