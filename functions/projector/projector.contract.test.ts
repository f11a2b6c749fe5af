import { setTimeout as sleep } from 'node:timers/promises';
import type { EnrolmentId, Registration } from '@sinau/enrolment';
import { createEnrolmentStore } from '@sinau/enrolment/dynamo';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { storeStatements } from '@sinau/lrs';
import { createRecordStore, localSettings, soleHorizon } from '@sinau/lrs/dynamo';
import { hmacSigner, nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createDynamo, createTables, readStreamRecord } from '@sinau/platform/dynamo';
import { type StreamHandler, startLocalDynamo } from '@sinau/platform/local-aws';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import { type PulledPage, pullRecords } from '@sinau/records';
import { createFeedStore } from '@sinau/records/dynamo';
import type { Statement } from '@sinau/xapi';
import type { Context, DynamoDBRecord } from 'aws-lambda';
import { afterEach, describe, expect, it } from 'vitest';
import { nationalStore } from '../shared/record-writer.ts';
import { composeProjector } from './compose.ts';
import { envSchema } from './env.ts';
import { createProjector } from './worker.ts';

const issuer = 'https://sinau.example';
const authority = { objectType: 'Agent' as const, account: { homePage: issuer, name: 'lms' } };
const agencyA = 'agency-a' as AgencyId;
const agencyB = 'agency-b' as AgencyId;
const people = {
  a: '00000000-0000-4000-8000-00000000000a',
  b: '00000000-0000-4000-8000-00000000000b',
  ab: '00000000-0000-4000-8000-0000000000ab',
  nobody: '00000000-0000-4000-8000-000000000000',
};
const agenciesOf = new Map([
  [people.a, [agencyA]],
  [people.b, [agencyB]],
  [people.ab, [agencyA, agencyB]],
]);
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const names = { lms: 'lms', lrs: 'lrs' };
const env = envSchema.parse({
  LMS_TABLE: names.lms,
  LRS_TABLE: names.lrs,
  LRS_BUCKET: 'records',
  ISSUER_URL: issuer,
});

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** Record store and feeds on an engine of their own. */
async function world() {
  const local = await startLocalDynamo();
  opened.push(local);
  const connection = {
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: local.requestHandler,
  };
  await createTables(connection, names);
  const dynamo = createDynamo(connection);
  const objects = createMemoryObjectStore();
  const system = { clock: systemClock, ids: systemIds, digest: nodeDigest, sleep };
  const stores = { dynamo, table: names.lrs, objects };
  const horizon = soleHorizon({ clock: systemClock });
  const records = createRecordStore({ ...stores, ...system, settings: localSettings, horizon });
  const parts = {
    dynamo,
    objects: () => objects,
    queue: () => Promise.reject(new Error('no queue')) as never,
    queueDepth: () => Promise.reject(new Error('no queue')),
  };
  const projector = createProjector(composeProjector({ parts, records, env, log: silent }));
  const pullDeps = {
    feed: createFeedStore({ ...stores, ...system }),
    bodies: {
      find: async (id: string) => (await records.statements.find(nationalStore, id))?.recorded.json,
    },
    signer: hmacSigner('a secret for tests, long enough to sign'),
  };
  const visibility = {
    agenciesOf: async (statements: readonly Statement[]) =>
      statements.map(({ actor }) => agenciesOf.get(actor.account?.name ?? '') ?? []),
  };

  async function store(statements: readonly Statement[]): Promise<readonly string[]> {
    const result = await storeStatements(
      { ...records, ...system, visibility },
      { store: nationalStore, version: '1.0.3', authority, statements },
    );
    if (result.outcome !== 'stored') throw new Error(result.outcome);
    return result.ids;
  }

  const project = (Records: DynamoDBRecord[]) => projector({ Records }, {} as Context);
  const subscribe = (handler: StreamHandler = project) =>
    local.stream.subscribe({
      table: names.lrs,
      consumer: 'projector',
      startFrom: 'TRIM_HORIZON',
      handler,
      retryDelayMs: 1,
      attempts: 100,
    });
  const pull = (
    agencyId: AgencyId,
    page: { cursor?: string | undefined; limit?: number; maxBytes?: number } = {},
  ) => {
    const { cursor, limit = 1_000, maxBytes = 4_000_000 } = page;
    return pullRecords(pullDeps, { agencyId, clientId: 'c', limit, maxBytes, ...(cursor && { cursor }) });
  };

  /** To the end, from anywhere. */
  async function pullAll(agencyId: AgencyId, from?: string): Promise<string[]> {
    const lines: string[] = [];
    let page: PulledPage | undefined;
    do {
      page = await pull(agencyId, { cursor: page?.cursor ?? from, limit: 97 });
      lines.push(...page.lines);
    } while (page.more);
    return lines;
  }

  return { dynamo, records, store, project, subscribe, pull, pullAll };
}

const statement = (n: number, person: string, over: Partial<Statement> = {}): Statement => ({
  actor: { objectType: 'Agent', account: { homePage: issuer, name: person } },
  verb: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { 'en-US': 'completed' } },
  object: { objectType: 'Activity', id: `https://kampus.example/modul/${n % 8}` },
  result: { score: { scaled: (n % 100) / 100 }, duration: `PT${n % 60}M` },
  ...over,
});

interface Line {
  readonly kind: 'statement' | 'void';
  readonly id: string;
  readonly statement?: { readonly id: string };
}

const parsed = (lines: readonly string[]) => lines.map((line) => JSON.parse(line) as Line);
const statementIds = (lines: readonly string[]) =>
  parsed(lines)
    .filter(({ kind }) => kind === 'statement')
    .map(({ id }) => id);

describe('from the record store to the pull', () => {
  it('gives two agencies every statement once, while eight writers write and the stream repeats', async () => {
    const { store, project, subscribe, pull, pullAll } = await world();
    let deliveries = 0;
    const consumer = await subscribe(async (batch) => {
      const answer = await project(batch);
      deliveries += 1;
      // R3: killed after the feed was appended and before the place in the stream was kept.
      if (deliveries % 3 === 0) throw new Error('killed');
      return answer;
    });
    const wanted = new Map<AgencyId, string[]>([agencyA, agencyB].map((agency) => [agency, []]));
    let writing = true;
    const writers = Promise.all(
      Array.from({ length: 8 }, async (_, w) => {
        for (let round = 0; round < 6; round += 1) {
          const size = [1, 3, 12][round % 3] ?? 1;
          const who = Object.values(people)[(w + round) % 4] ?? people.a;
          const batch = Array.from({ length: size }, (_unused, n) =>
            statement(w * 1000 + round * 50 + n, who),
          );
          const ids = await store(batch);
          for (const agency of agenciesOf.get(who) ?? []) wanted.get(agency)?.push(...ids);
        }
      }),
    ).finally(() => {
      writing = false;
    });
    const consume = async (agencyId: AgencyId) => {
      const got: string[] = [];
      const stops: { readonly cursor: string; readonly had: number }[] = [];
      let caughtUp = false;
      for (let last = false; ; ) {
        const { lines, cursor, more } = await pull(agencyId, {
          limit: 7,
          maxBytes: 9_000,
          cursor: stops.at(-1)?.cursor,
        });
        got.push(...lines);
        stops.push({ cursor, had: got.length });
        if (more) continue;
        if (last) break;
        if (caughtUp) last = true;
        else if (writing) await sleep(5);
        else {
          await writers;
          await consumer.caughtUp();
          caughtUp = true;
        }
      }
      expect(statementIds(got).toSorted()).toEqual(wanted.get(agencyId)?.toSorted());
      for (const { cursor, had } of stops.filter((_, n) => n % 9 === 0)) {
        expect((await pullAll(agencyId, cursor)).toSorted()).toEqual(got.slice(had).toSorted());
      }
      return got.length;
    };
    const [a, b] = await Promise.all([consume(agencyA), consume(agencyB), writers]);
    expect(Math.min(a, b)).toBeGreaterThan(100);
    expect(deliveries).toBeGreaterThan(3);
  }, 120_000);

  it('gives the statement as it is stored, large ones too', async () => {
    const { store, subscribe, pullAll, records } = await world();
    const consumer = await subscribe();
    const extensions = { 'https://sinau.example/catatan': 'é"\u2028'.repeat(120_000) };
    const ids = await store([
      statement(1, people.a),
      statement(2, people.a, { result: { extensions } }),
      statement(3, people.a),
    ]);
    await consumer.caughtUp();
    const lines = parsed(await pullAll(agencyA));
    expect(lines.map(({ id }) => id)).toEqual(ids);
    for (const { id, statement: body } of lines) {
      const found = await records.statements.find(nationalStore, id);
      expect(JSON.stringify(body)).toBe(found?.recorded.json);
    }
  });

  it('tells a void once, whether the voiding statement came after its target or before', async () => {
    const { store, subscribe, pullAll } = await world();
    const voiding = (id: string) =>
      statement(9, people.nobody, {
        verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
        object: { objectType: 'StatementRef', id },
      });
    const consumer = await subscribe();
    const [target = ''] = await store([statement(1, people.ab)]);
    await store([voiding(target)]);
    const late = systemIds.uuid();
    await store([voiding(late)]);
    await store([{ ...statement(2, people.a), id: late }]);
    await store([voiding(target)]);
    await consumer.caughtUp();
    const voids = (lines: readonly string[]) =>
      parsed(lines)
        .filter(({ kind }) => kind === 'void')
        .map(({ id }) => id);
    expect(voids(await pullAll(agencyA)).toSorted()).toEqual([target, late].toSorted());
    expect(voids(await pullAll(agencyB))).toEqual([target]);
  });

  it('ignores its own rows in the stream', async () => {
    const { store, project, subscribe, records } = await world();
    const seen: DynamoDBRecord[] = [];
    const consumer = await subscribe(async (batch) => {
      seen.push(...batch);
      return project(batch);
    });
    await store([statement(1, people.ab), statement(2, people.a)]);
    await consumer.caughtUp();
    const own = seen.map(readStreamRecord).filter(({ key }) => key.pk.startsWith('FEED#'));
    expect(own.length).toBeGreaterThan(6);
    const before = seen.length;
    for (const change of own) expect(await records.follower.follow(change)).toBeUndefined();
    await consumer.caughtUp();
    expect(seen).toHaveLength(before);
  });

  it('R4: makes the same feeds again from the log, in whatever order it is told', async () => {
    const first = await world();
    const log: DynamoDBRecord[] = [];
    const consumer = await first.subscribe(async (batch) => {
      log.push(...batch);
      return first.project(batch);
    });
    const [target = ''] = await first.store([statement(1, people.ab)]);
    await first.store(Array.from({ length: 30 }, (_, n) => statement(n, people.ab)));
    const voided = { id: 'http://adlnet.gov/expapi/verbs/voided' };
    await first.store([
      statement(2, people.a, { verb: voided, object: { objectType: 'StatementRef', id: target } }),
    ]);
    await consumer.caughtUp();
    await consumer.stop();
    const lines = { a: await first.pullAll(agencyA), b: await first.pullAll(agencyB) };
    const keys = log.map(readStreamRecord).map(({ key }) => key);
    const feedRows = keys.filter(({ pk }) => pk.startsWith('FEED#'));
    const deletes = [...new Map(feedRows.map((key) => [`${key.pk} ${key.sk}`, key])).values()];
    await first.dynamo.batchWrite({ table: names.lrs, deletes });
    expect(await first.pullAll(agencyA)).toEqual([]);
    // A process that remembers nothing of the lanes.
    const fresh = createProjector(
      composeProjector({
        parts: { dynamo: first.dynamo } as never,
        records: first.records,
        env,
        log: silent,
      }),
    );
    await fresh({ Records: log.toReversed() }, {} as Context);
    await fresh({ Records: log }, {} as Context);
    expect((await first.pullAll(agencyA)).toSorted()).toEqual(lines.a.toSorted());
    expect((await first.pullAll(agencyB)).toSorted()).toEqual(lines.b.toSorted());
  });

  it('notes when a learner was last active', async () => {
    const { store, subscribe, dynamo, pullAll } = await world();
    const enrolments = createEnrolmentStore({ dynamo, table: names.lms });
    const registration = systemIds.uuid() as Registration;
    await enrolments.create({
      enrolmentId: systemIds.uuid() as EnrolmentId,
      personId: people.a as PersonId,
      courseId: 'c1',
      version: 1,
      registration,
      state: 'active',
      enrolledAt: '2026-03-02T01:00:00.000Z',
    });
    const consumer = await subscribe();
    await store([statement(1, people.a, { context: { registration } })]);
    await consumer.caughtUp();
    const [line] = parsed(await pullAll(agencyA));
    const enrolment = await enrolments.findByRegistration(registration);
    expect(enrolment?.lastActivityAt).toBe((line as { stored?: string } | undefined)?.stored);
  });
});
