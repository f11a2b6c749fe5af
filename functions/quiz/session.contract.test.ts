import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createQuizStore, createRegistrationStore } from '@sinau/delivery/dynamo';
import { choose, quizOf, quizWorld } from '@sinau/delivery/testing';
import { queryStatements, type StoreDeps } from '@sinau/lrs';
import { createRecordStore, localSettings, soleHorizon } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import { parseStatementQuery } from '@sinau/xapi';
import { describe, expect, it } from 'vitest';
import { createRecordWriter, lmsAuthority } from '../shared/record-writer.ts';

// Attempts, statements and the registration are one truth, however requests race.
withTables((engine, tables) => {
  async function running() {
    const { dynamo, lms, lrs: table } = tables();
    const system = { clock: systemClock, ids: systemIds, digest: nodeDigest };
    const stores = createRecordStore({
      ...{ dynamo, table, sleep, ...system },
      objects: createMemoryObjectStore(),
      settings: localSettings,
      horizon: soleHorizon({ clock: systemClock }),
    });
    const lrs = {
      ...stores,
      ...system,
      visibility: { agenciesOf: async (all) => all.map(() => []) },
    } satisfies StoreDeps & object;
    const registration = randomUUID();
    const world = quizWorld(quizOf(4, { maxAttempts: 2, passMark: 0.5, timeLimitSeconds: 600 }), {
      registration,
      registrations: createRegistrationStore({ dynamo, table: lms }),
      records: createRecordWriter(lrs, {
        authority: lmsAuthority('https://sinau.example'),
        version: '1.0.3',
      }),
      quizzes: createQuizStore({ dynamo, table: lms, bodies: createMemoryObjectStore(), ...system }),
      ids: systemIds,
    });
    const told = async () => {
      const parameters = new Map([
        ['registration', registration],
        ['ascending', 'true'],
      ]);
      const query = parseStatementQuery(parameters, '1.0.3');
      if (!query.ok || query.query.kind !== 'list') throw new Error('not a query');
      const { filter } = query.query;
      const page = await queryStatements(lrs, { store: 'national', reader: { kind: 'all' }, filter });
      return page.statements.map(({ statement }) => statement.verb.id.replace(/.*\//, ''));
    };
    return { ...world, ...(await world.open()), told, registration };
  }

  describe(`attempts at a quiz on ${engine}`, () => {
    it('L10: begin and are judged once, however many starts, saves and submits race', async () => {
      const { begin, save, submit, next, told, deps, registration } = await running();
      const begun = await Promise.all([begin(), begin(), begin(), begin()]);
      expect(new Set(begun.map(({ number }) => number))).toEqual(new Set([1]));
      const [attempt] = begun;
      if (!attempt) throw new Error('nothing begun');
      const saves = ['q1', 'q2', 'q3'].map((id) => save(next(1, [choose(attempt, id, 'Benar')])));
      expect((await Promise.all(saves)).map(({ outcome }) => outcome)).toEqual([
        'stored',
        'stored',
        'stored',
      ]);
      const last = next(1, []);
      const [first, ...others] = await Promise.all([submit(last), submit(last), submit(last)]);
      expect(first?.attempt.result).toMatchObject({ points: 3, maxPoints: 4, passed: true });
      for (const other of others) expect(other).toEqual(first);
      expect(await told()).toEqual([
        ...['launched', 'initialized', 'attempted', 'answered', 'answered', 'answered', 'completed'],
        ...['completed', 'passed', 'satisfied', 'satisfied'],
      ]);
      expect((await deps.registrations.read(registration))?.aus[0]).toMatchObject({
        judged: 'passed',
        score: 0.75,
      });
    });
  });
});
