import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { acceptAuStatements } from '@sinau/delivery';
import { createRegistrationStore } from '@sinau/delivery/dynamo';
import { courseOf, deliveryWorld } from '@sinau/delivery/testing';
import { queryStatements, type StoreDeps } from '@sinau/lrs';
import { createRecordStore, localSettings, soleHorizon } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import { parseStatementQuery, type Statement } from '@sinau/xapi';
import { describe, expect, it } from 'vitest';
import { createRecordWriter, lmsAuthority } from '../shared/record-writer.ts';

// Two tables, one truth: what a session may still say commits together with what it has said.
withTables((engine, tables) => {
  async function running(...course: Parameters<typeof courseOf>) {
    const { dynamo, lms, lrs: table } = tables();
    const system = { clock: systemClock, ids: systemIds, digest: nodeDigest };
    const stores = createRecordStore({
      dynamo,
      table,
      objects: createMemoryObjectStore(),
      ...system,
      sleep,
      settings: localSettings,
      horizon: soleHorizon({ clock: systemClock }),
    });
    const lrs: StoreDeps = {
      ...stores,
      ...system,
      visibility: { agenciesOf: async (all) => all.map(() => []) },
    };
    const registration = randomUUID();
    const authority = lmsAuthority('https://sinau.example');
    const world = deliveryWorld(courseOf(...course), {
      registration,
      registrations: createRegistrationStore({ dynamo, table: lms }),
      records: createRecordWriter(lrs, { authority, version: '1.0.3' }),
      ids: systemIds,
    });
    const started = await world.start();
    const accept = (...statements: readonly Statement[]) =>
      acceptAuStatements(world.deps, { principal: started.principal, statements });
    const read = async () => {
      const parameters = new Map([
        ['registration', registration],
        ['ascending', 'true'],
        ['limit', '0'],
      ]);
      const query = parseStatementQuery(parameters, '1.0.3');
      if (!query.ok || query.query.kind !== 'list') throw new Error('not a query');
      const page = await queryStatements(lrs, {
        store: 'national',
        reader: { kind: 'all' },
        filter: query.query.filter,
      });
      return page.statements.map(({ statement }) => statement.verb.id.split('/').at(-1));
    };
    return { ...world, ...started, accept, read };
  }

  describe(`a session on ${engine}`, () => {
    it('stores trigger, block and course in one commit, in this order', async () => {
      const { accept, say, read } = await running([['CompletedAndPassed']]);
      await accept(say('initialized'));
      await accept(say('passed'), say('completed'), say('terminated'));
      expect(await read()).toEqual([
        'launched',
        'initialized',
        'passed',
        'completed',
        'terminated',
        'satisfied',
        'satisfied',
      ]);
    });

    it('9.3.0.0-2: stores one of ten completed that arrive at once', async () => {
      const { accept, say, read } = await running([['Completed']]);
      await accept(say('initialized'));
      const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => accept(say('completed'))));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
      for (const reason of refused) expect(reason).toMatchObject({ code: 'delivery.rule-broken' });
      expect(await read()).toEqual(['launched', 'initialized', 'completed', 'satisfied', 'satisfied']);
    });

    it('stores ten allowed statements that arrive at once', async () => {
      const { accept, say, read } = await running([['Completed']]);
      await accept(say('initialized'));
      await Promise.all(Array.from({ length: 10 }, () => accept(say('experienced'))));
      expect((await read()).filter((verb) => verb === 'experienced')).toHaveLength(10);
    });

    it('9.3.6.0-2: nothing of a session follows its abandoned statement, however requests race', async () => {
      const { accept, say, read, launch } = await running([['Completed']]);
      await accept(say('initialized'));
      await Promise.allSettled([
        ...Array.from({ length: 6 }, () => accept(say('experienced'))),
        launch(),
        ...Array.from({ length: 6 }, () => accept(say('experienced'))),
      ]);
      const verbs = await read();
      const end = verbs.indexOf('abandoned');
      expect(verbs.slice(end)).toEqual(['abandoned', 'launched']);
    });

    it('E11: the same request again changes nothing; another statement under its id is a conflict', async () => {
      const { accept, say, read } = await running([['Completed']]);
      const first = [say('initialized'), say('experienced'), say('completed')];
      await accept(...first);
      await accept(...first);
      expect(await read()).toEqual([
        'launched',
        'initialized',
        'experienced',
        'completed',
        'satisfied',
        'satisfied',
      ]);
      const [, experienced] = first;
      const other = say('experienced', { id: String(experienced?.id), object: { id: 'https://x.example/' } });
      await expect(accept(other)).rejects.toMatchObject({ code: 'lrs.conflict' });
    });

    it('E12: a batch with one bad statement leaves neither statements nor state', async () => {
      const { accept, say, read, deps, principal } = await running([['Completed']]);
      const before = await deps.registrations.read(principal.registration);
      const batch = [say('initialized'), say('completed'), say('completed')];
      await expect(accept(...batch)).rejects.toMatchObject({ issues: [{ path: '/2' }] });
      expect(await read()).toEqual(['launched']);
      expect(await deps.registrations.read(principal.registration)).toEqual(before);
    });
  });
});
