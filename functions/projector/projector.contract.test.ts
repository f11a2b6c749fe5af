import { setTimeout as sleep } from 'node:timers/promises';
import type { EnrolmentId, Registration } from '@sinau/enrolment';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { systemIds } from '@sinau/platform/crypto';
import { readStreamRecord } from '@sinau/platform/dynamo';
import { openFilter } from '@sinau/records';
import type { Context, DynamoDBRecord } from 'aws-lambda';
import { afterEach, describe, expect, it } from 'vitest';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';
import { nationalStore } from '../shared/record-writer.ts';
import { composeProjector } from './compose.ts';
import {
  agenciesOf,
  agencyA,
  agencyB,
  env,
  issuer,
  names,
  people,
  projectorWorld,
  silent,
  statement,
} from './testing/projector-world.ts';
import { createProjector } from './worker.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function world() {
  const made = await projectorWorld();
  opened.push(made);
  return made;
}

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
  it('gives two agencies every statement once, while 32 writers write and projectors die one after the other', async () => {
    const { store, mortal, subscribe, pull, pullAll, bodies } = await world();
    let deaths = 0;
    let current = mortal(1);
    const consumer = await subscribe(async (batch) => {
      if (current.isDead()) {
        deaths += 1;
        // Now before its first append, now between two, now after the last and before its place was kept.
        current = mortal(1 + ((deaths * 3) % 5));
      }
      const answer = await current.project(batch);
      if (current.isDead()) throw new Error('killed');
      return answer;
    }, 20);
    const wanted = new Map<AgencyId, string[]>([agencyA, agencyB].map((agency) => [agency, []]));
    const ofOne: string[] = [];
    let writing = true;
    const writers = Promise.all(
      Array.from({ length: 32 }, async (_, w) => {
        for (let round = 0; round < 3; round += 1) {
          const size = [1, 3, 12][(w + round) % 3] ?? 1;
          const who = Object.values(people)[(w + round) % 4] ?? people.a;
          const batch = Array.from({ length: size }, (_unused, n) =>
            statement(w * 1000 + round * 50 + n, who),
          );
          const ids = await store(batch);
          for (const agency of agenciesOf.get(who) ?? []) wanted.get(agency)?.push(...ids);
          if (who === people.ab) ofOne.push(...ids);
        }
      }),
    ).finally(() => {
      writing = false;
    });
    const none = { people: {} as never, bodies };
    const courses = { issuer, courseOfActivity: () => undefined } as never;
    const filter = await openFilter(
      { ...none, courses },
      { agencyId: agencyA, filter: { person: people.ab } },
    );
    const consume = async (agencyId: AgencyId, wish: Parameters<typeof pull>[1] = {}) => {
      const got: string[] = [];
      const stops: { readonly cursor: string; readonly had: number }[] = [];
      let caughtUp = false;
      for (let last = false; ; ) {
        const page = await pull(agencyId, {
          limit: 7,
          maxBytes: 9_000,
          ...wish,
          cursor: stops.at(-1)?.cursor,
        });
        got.push(...page.lines);
        stops.push({ cursor: page.cursor, had: got.length });
        const { total = 0, position = 0 } = page.progress;
        expect(position).toBeLessThanOrEqual(total);
        if (page.more) continue;
        if (last) return { got, stops, progress: page.progress };
        if (caughtUp) last = true;
        else if (writing) await sleep(5);
        else {
          await writers;
          await consumer.caughtUp();
          caughtUp = true;
        }
      }
    };
    const [a, b, some] = await Promise.all([
      consume(agencyA),
      consume(agencyB),
      consume(agencyA, { filter, limit: 3 }),
      writers,
    ]);
    for (const [agencyId, { got, stops, progress }] of [[agencyA, a] as const, [agencyB, b] as const]) {
      expect(statementIds(got).toSorted()).toEqual(wanted.get(agencyId)?.toSorted());
      expect(progress).toEqual({ total: got.length, position: got.length });
      for (const { cursor, had } of stops.filter((_, n) => n % 9 === 0)) {
        expect((await pullAll(agencyId, cursor)).toSorted()).toEqual(got.slice(had).toSorted());
      }
    }
    expect(statementIds(some.got).toSorted()).toEqual(ofOne.toSorted());
    expect(Math.min(a.got.length, b.got.length)).toBeGreaterThan(200);
    expect(deaths).toBeGreaterThan(10);
  }, 240_000);

  it('R3: a projector that dies after any of its writes misses nothing and doubles nothing', async () => {
    for (let point = 0; ; point += 1) {
      const { store, mortal, subscribe, pull, pullAll } = await world();
      const log: DynamoDBRecord[] = [];
      const recorder = await subscribe(async (batch) => {
        log.push(...batch);
        return { batchItemFailures: [] };
      });
      const ids = [
        ...(await store(Array.from({ length: 30 }, (_, n) => statement(n, people.ab)))),
        ...(await store([statement(31, people.a, { context: { registration: systemIds.uuid() } })])),
        ...(await store(Array.from({ length: 5 }, (_, n) => statement(40 + n, people.ab)))),
      ];
      await recorder.caughtUp();
      await recorder.stop();
      const dying = mortal(point);
      await dying.project(log).catch(() => undefined);
      const first = await pull(agencyA, { limit: 4 });
      // Another process begins where the place in the stream was kept last, if at all.
      await mortal(1_000).project(log);
      const rest = await pullAll(agencyA, first.cursor);
      expect(statementIds([...first.lines, ...rest]).toSorted(), `point ${point}`).toEqual(ids.toSorted());
      expect(statementIds(await pullAll(agencyB))).toHaveLength(35);
      if (!dying.isDead()) {
        expect(point).toBeGreaterThan(2);
        return;
      }
    }
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
        parts: first,
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
    await enrolments.move({
      after: {
        enrolmentId: systemIds.uuid() as EnrolmentId,
        personId: people.a as PersonId,
        courseId: 'c1',
        version: 1,
        registration,
        state: 'active',
        enrolledAt: '2026-03-02T01:00:00.000Z',
      },
    });
    const consumer = await subscribe();
    await store([statement(1, people.a, { context: { registration } })]);
    await consumer.caughtUp();
    const [line] = parsed(await pullAll(agencyA));
    const enrolment = await enrolments.findByRegistration(registration);
    expect(enrolment?.lastActivityAt).toBe((line as { stored?: string } | undefined)?.stored);
  });
});
