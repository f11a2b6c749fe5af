import { nothingSatisfied, verbs } from '@sinau/cmi5';
import { createCreditStore } from '@sinau/credit/dynamo';
import { createRegistrationStore } from '@sinau/delivery/dynamo';
import type { EnrolmentId, Registration } from '@sinau/enrolment';
import { tenantName } from '@sinau/identity';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import { systemIds } from '@sinau/platform/crypto';
import { composeKey, type Dynamo, type Key, readStreamRecord } from '@sinau/platform/dynamo';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import { CursorInvalid } from '@sinau/records';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, describe, expect, it } from 'vitest';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';
import { composeRebuild } from './compose-rebuild.ts';
import { rebuildProjections } from './rebuild-projections.ts';
import {
  agencyA,
  agencyB,
  env,
  issuer,
  names,
  people,
  projectorWorld,
  statement,
} from './testing/projector-world.ts';

const rebuildEnv = { ...env, CONTENT_BUCKET: 'content' };
const partsOf = (dynamo: Dynamo) => ({ dynamo, objects: () => createMemoryObjectStore() });

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** Singles, batches, large ones, and voids in every order, followed by a projector that `skips` some of the stream. */
async function world(skips: (n: number) => boolean = () => false) {
  const made = await projectorWorld();
  opened.push(made);
  const { store, subscribe, project, dynamo, pullAll } = made;
  const log: DynamoDBRecord[] = [];
  let count = 0;
  const consumer = await subscribe(async (batch) => {
    log.push(...batch);
    const told = batch.filter(({ dynamodb }) => {
      const own = dynamodb?.Keys?.pk?.S?.startsWith('S#') ?? false;
      return !own || !skips(count++);
    });
    return project(told);
  });
  const voiding = (id: string) =>
    statement(9, people.nobody, {
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id },
    });
  const extensions = { 'https://sinau.example/catatan': 'é"\u2028'.repeat(60_000) };
  const [single = ''] = await store([statement(1, people.ab)]);
  const batch = await store(Array.from({ length: 30 }, (_, n) => statement(n, people.ab)));
  await store([statement(2, people.a, { result: { extensions } }), statement(3, people.b)]);
  await store([voiding(single)]);
  await store([voiding(batch[3] ?? ''), statement(4, people.a)]);
  const late = systemIds.uuid();
  await store([voiding(late)]);
  await store([{ ...statement(5, people.a), id: late }]);
  await store([statement(6, people.nobody)]);
  await consumer.caughtUp();
  await consumer.stop();

  const deps = composeRebuild({ parts: partsOf(dynamo), records: made.records, env: rebuildEnv });
  const rebuild = (options = {}) => rebuildProjections(deps, options);
  const lines = async () => ({
    a: (await pullAll(agencyA)).toSorted(),
    b: (await pullAll(agencyB)).toSorted(),
  });
  /** Of the feeds, those whose partition the test wants gone. */
  async function remove(wanted: (pk: string) => boolean) {
    const keys = log.map(readStreamRecord).map(({ key }) => key);
    const rows = keys.filter(({ pk }) => pk.startsWith('FEED#') && wanted(pk));
    const deletes: Key[] = [...new Map(rows.map((key) => [`${key.pk} ${key.sk}`, key])).values()];
    expect(deletes.length).toBeGreaterThan(2);
    await dynamo.batchWrite({ table: names.lrs, deletes });
  }
  return { ...made, log, rebuild, lines, remove };
}

const isMark = (pk: string) => pk.includes('#SEEN#');

describe('R4: a rebuild of the feeds', () => {
  it('yields the same lines, byte for byte, after the feeds were deleted', async () => {
    const { lines, remove, rebuild } = await world();
    const before = await lines();
    expect(before.a).toHaveLength(34 + 3);
    await remove(() => true);
    expect(await lines()).toEqual({ a: [], b: [] });
    expect(await rebuild()).toMatchObject({ lines: before.a.length + before.b.length });
    expect(await lines()).toEqual(before);
    expect(await rebuild()).toMatchObject({ lines: 0 });
    expect(await lines()).toEqual(before);
  });

  it('does so although the marks of the deleted feeds are still there, and refuses their cursors', async () => {
    const { lines, remove, rebuild, pull } = await world();
    const before = await lines();
    const { cursor } = await pull(agencyA, { limit: 5 });
    await remove((pk) => !isMark(pk));
    expect(await lines()).toEqual({ a: [], b: [] });
    await rebuild();
    expect(await lines()).toEqual(before);
    const refused = await pull(agencyA, { cursor }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(CursorInvalid);
    expect(refused).toMatchObject({ reason: 'rebuilt' });
  });

  it('doubles nothing in a feed that is whole, also when its marks are older than 30 days', async () => {
    const { lines, remove, rebuild, pull, pullAll } = await world();
    const before = await lines();
    const { cursor } = await pull(agencyA, { limit: 5 });
    expect(await rebuild()).toMatchObject({ lines: 0, completed: 0 });
    await remove(isMark);
    expect(await rebuild()).toMatchObject({ lines: 0 });
    expect(await lines()).toEqual(before);
    expect(await pullAll(agencyA, cursor)).toHaveLength(before.a.length - 5);
  });

  it('adds what a projector gave up, and nothing twice when the stream comes again after all', async () => {
    const whole = await (await world()).lines();
    const { lines, rebuild, project, log } = await world((n) => n % 3 === 0);
    const holes = await lines();
    expect(holes.a.length).toBeLessThan(whole.a.length);
    const missing = whole.a.length + whole.b.length - holes.a.length - holes.b.length;
    expect(await rebuild()).toMatchObject({ lines: missing });
    await project(log.toReversed());
    const after = await lines();
    const kinds = (all: readonly string[]) => all.map((line) => line.slice(0, 17)).toSorted();
    expect(kinds(after.a)).toEqual(kinds(whole.a));
    expect(kinds(after.b)).toEqual(kinds(whole.b));
    expect(new Set(after.a).size).toBe(after.a.length);
  });

  it('touches the feed of one agency when told so', async () => {
    const { lines, remove, rebuild } = await world();
    const before = await lines();
    await remove(() => true);
    await rebuild({ agencyId: agencyB as AgencyId });
    expect(await lines()).toEqual({ a: [], b: before.b });
  });

  it('goes on after a position', async () => {
    const { lines, remove, rebuild } = await world();
    const before = await lines();
    const positions: string[] = [];
    await rebuild({ onProgress: ({ last }: { last?: string }) => void positions.push(last ?? '') });
    await remove(() => true);
    expect(await rebuild({ after: positions.at(-1) })).toMatchObject({ commits: 0, lines: 0 });
    await rebuild();
    expect(await lines()).toEqual(before);
  });

  it('stopped anywhere and begun again, leaves each line once', async () => {
    const { lines, remove, rebuild, records, dynamo } = await world();
    const before = await lines();
    await remove((pk) => !isMark(pk));
    for (let n = 1; n < 8; n += 1) {
      let left = n;
      const dying = new Proxy(dynamo, {
        get: (target, name: keyof typeof dynamo) => {
          if (name !== 'transactWrite') return target[name];
          return (...input: Parameters<typeof dynamo.transactWrite>) => {
            left -= 1;
            return left > 0 ? dynamo.transactWrite(...input) : Promise.reject(new Error('stopped'));
          };
        },
      });
      await rebuildProjections(composeRebuild({ parts: partsOf(dying), records, env: rebuildEnv })).catch(
        () => {},
      );
    }
    await rebuild();
    expect(await lines()).toEqual(before);
  });
});

describe('R4: a rebuild of enrolments', () => {
  it('notes last activity and completes what was satisfied', async () => {
    const { store, rebuild, dynamo } = await world();
    const stores = { dynamo, table: names.lms };
    const enrolments = createEnrolmentStore(stores);
    const registration = systemIds.uuid() as Registration;
    const at = '2026-03-02T01:00:00.000Z';
    const personId = people.a as PersonId;
    const course = { personId, courseId: 'c1', version: 1, registration };
    await enrolments.move({
      after: {
        ...course,
        enrolmentId: systemIds.uuid() as EnrolmentId,
        state: 'active',
        enrolledAt: at,
      },
    });
    await store([statement(1, people.a, { verb: { id: verbs.satisfied }, context: { registration } })]);
    expect(await rebuild()).toMatchObject({ completed: 0 });
    expect(await enrolments.findByRegistration(registration)).toMatchObject({
      state: 'active',
      lastActivityAt: expect.any(String),
    });
    await createRegistrationStore(stores).save({
      ...course,
      actor: { homePage: issuer, name: personId },
      createdAt: at,
      aus: {},
      satisfaction: { ...nothingSatisfied, course: true },
      courseSatisfiedAt: at,
      rev: 0,
    });
    expect(await rebuild()).toMatchObject({ completed: 1 });
    expect(await enrolments.findByRegistration(registration)).toMatchObject({
      state: 'completed',
      completedAt: at,
    });
    expect(await rebuild()).toMatchObject({ completed: 0 });
  });

  it('lists who holds roles, of every tenant', async () => {
    const { dynamo, rebuild } = await world();
    const stores = { dynamo, table: names.lms };
    const store = createPeopleStore(stores);
    const agency = {
      agencyId: agencyA,
      name: 'Badan A',
      kind: 'central',
      createdAt: '2026-03-02T01:00:00.000Z',
    } as const;
    await createOrganisationStore(stores).addAgency(agency);
    const tenants = [{ kind: 'agency', agencyId: agencyA }, { kind: 'platform' }] as const;
    const roles = ['agency-admin', 'operator'] as const;
    for (const [n, home] of tenants.entries()) {
      const personId = systemIds.uuid() as PersonId;
      const role = roles[n] ?? 'learner';
      await store.add({
        ...{ personId, name: 'Sri', email: `${personId}@contoh.example`, status: 'active', roles: [role] },
        ...{ home, employeeNumbers: [], sessionGeneration: 1, invitedAt: '2026-03-02T01:00:00.000Z', rev: 1 },
      });
    }
    const kept = async () =>
      Promise.all(
        tenants.map(async (home) => {
          const partition = composeKey('HOLDERS', tenantName(home));
          return (await dynamo.query({ table: names.lms, partition, consistent: true })).items;
        }),
      );
    for (const rows of await kept()) {
      await dynamo.batchWrite({ table: names.lms, deletes: rows.map(({ pk, sk }) => ({ pk, sk })) });
    }
    await rebuild();
    expect((await kept()).map((rows) => rows.map(({ kind }) => kind))).toEqual([
      ['role-holders-indexed', 'role-holder'],
      ['role-holders-indexed', 'role-holder'],
    ]);
  });

  it('brings back the JP of completed courses, and their sums, each once', async () => {
    const { store, dynamo, records } = await world();
    const stores = { dynamo, table: names.lms };
    const registration = systemIds.uuid() as Registration;
    const at = '2026-03-02T01:00:00.000Z';
    const personId = people.a as PersonId;
    const course = { personId, courseId: 'c1', version: 1, registration };
    await createPeopleStore(stores).add({
      ...{ personId, name: 'Sri', email: 'sri@contoh.example', status: 'active', roles: ['learner'] },
      ...{ home: { kind: 'agency', agencyId: agencyA }, employeeNumbers: [], sessionGeneration: 1 },
      ...{ invitedAt: at, rev: 1 },
    });
    await createEnrolmentStore(stores).move({
      after: { ...course, enrolmentId: 'e1' as EnrolmentId, state: 'active', enrolledAt: at },
    });
    await createRegistrationStore(stores).save({
      ...{ ...course, actor: { homePage: issuer, name: personId }, createdAt: at, aus: {}, rev: 0 },
      ...{ satisfaction: { ...nothingSatisfied, course: true }, courseSatisfiedAt: at },
    });
    await store([statement(1, people.a, { verb: { id: verbs.satisfied }, context: { registration } })]);
    const deps = composeRebuild({ parts: partsOf(dynamo), records, env: rebuildEnv });
    const hours = { statedJp: async () => 400 as Jp };
    const credit = createCreditStore(stores);
    for (const _ of [1, 2]) {
      await rebuildProjections({ ...deps, hours });
      const entries = await credit.entriesOf(personId);
      // Nothing else was recorded of the course: nobody knows of any time.
      expect(entries.map(({ kind }) => kind).toSorted()).toEqual(['earned', 'held']);
      expect(entries).toContainEqual(expect.objectContaining({ kind: 'earned', stated: 400, at }));
      expect(await credit.findYear(personId, 2026)).toMatchObject({ held: 400, lines: 1, rev: 1 });
    }
  });
});
