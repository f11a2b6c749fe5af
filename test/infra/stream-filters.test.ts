import { setTimeout as sleep } from 'node:timers/promises';
import { storeStatements } from '@sinau/lrs';
import { createRecordStore, soleHorizon } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createDynamo, createTables, readStreamRecord } from '@sinau/platform/dynamo';
import { startLocalDynamo } from '@sinau/platform/local-aws';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import type { Statement } from '@sinau/xapi';
import type { DynamoDBRecord } from 'aws-lambda';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { referredBy } from '../../infra/testing/references.ts';
import { sinau } from '../../infra/testing/synthesise.ts';

const filtersSchema = z.object({ Filters: z.array(z.object({ Pattern: z.string() })) });
const issuer = 'https://sinau.example';
const authority = { objectType: 'Agent', account: { homePage: issuer, name: 'lms' } } as const;

/** The patterns that Lambda holds against records before it wakes the projector. */
function patterns(): readonly unknown[] {
  const mapping = sinau()
    .ofType('AWS::Lambda::EventSourceMapping')
    .find(({ properties, stack }) =>
      [...referredBy(sinau(), properties.FunctionName, stack)].some(({ id }) => id.includes('Projector')),
    );
  const { Filters } = filtersSchema.parse(mapping?.properties.FilterCriteria);
  return Filters.map(({ Pattern }) => JSON.parse(Pattern) as unknown);
}

/** The rules of Lambda's event filtering that we use: equality, prefix, and leaves that are not there. */
function matches(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern)) {
    return pattern.some((rule: unknown) => {
      if (typeof rule !== 'object' || rule === null) return rule === value;
      if ('prefix' in rule) return typeof value === 'string' && value.startsWith(String(rule.prefix));
      if ('exists' in rule) return rule.exists === (value !== undefined);
      throw new Error(`unknown rule ${JSON.stringify(rule)}`);
    });
  }
  return Object.entries(pattern as object).every(([name, inner]) =>
    matches(inner, typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
  );
}

/** A single, a batch, references both ways, a void, in both stores; and every change of the table. */
async function recordsOfAllKinds() {
  const local = await startLocalDynamo();
  const connection = {
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: local.requestHandler,
  };
  await createTables(connection, { lms: 'lms', lrs: 'lrs' });
  const system = { clock: systemClock, ids: systemIds, digest: nodeDigest, sleep };
  const objects = createMemoryObjectStore();
  const horizon = soleHorizon({ clock: systemClock });
  const records = createRecordStore({
    dynamo: createDynamo(connection),
    table: 'lrs',
    objects,
    ...system,
    horizon,
  });
  const visibility = { agenciesOf: async (all: readonly Statement[]) => all.map(() => ['bkn' as never]) };
  const about = (object: Statement['object'], verb = 'completed'): Statement => ({
    id: systemIds.uuid(),
    actor: { objectType: 'Agent', account: { homePage: issuer, name: 'sri' } },
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
    object,
  });
  const module = () => about({ objectType: 'Activity', id: `${issuer}/modul/1` });
  const late = systemIds.uuid();
  const single = module();
  const requests = [
    [single],
    [module(), module(), module()],
    [about({ objectType: 'StatementRef', id: late })],
    [{ ...module(), id: late }, module()],
    [about({ objectType: 'StatementRef', id: String(single.id) }, 'voided')],
  ];
  for (const store of ['national', 'sandbox'] as const) {
    for (const statements of requests) {
      await storeStatements(
        { ...records, ...system, visibility },
        { store, version: '1.0.3', authority, statements },
      );
    }
  }
  const seen: DynamoDBRecord[] = [];
  const consumer = await local.stream.subscribe({
    table: 'lrs',
    consumer: 'test',
    startFrom: 'TRIM_HORIZON',
    handler: async (batch) => void seen.push(...batch),
  });
  await consumer.caughtUp();
  return { seen, follower: records.follower, commits: 2 * requests.length, close: () => local.close() };
}

it('the projector is woken by every commit and by little else', async () => {
  const { seen, follower, commits, close } = await recordsOfAllKinds();
  const filters = patterns();
  const wakes = (record: DynamoDBRecord) => filters.some((pattern) => matches(pattern, record));
  const told = new Set<string>();
  for (const record of seen) {
    const facts = await follower.follow(readStreamRecord(record));
    if (!facts) continue;
    told.add(facts.position);
    expect(wakes(record), `${record.dynamodb?.Keys?.pk?.S} makes statements visible`).toBe(true);
  }
  expect(told.size).toBe(commits);
  // Besides, what marks a single as referred to or voided changes the same row.
  expect(seen.filter(wakes).length).toBeLessThan(2 * commits);
  expect(seen.length).toBeGreaterThan(8 * commits);
  await close();
});
