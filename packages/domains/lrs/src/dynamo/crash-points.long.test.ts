import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable } from '@sinau/kernel';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Dynamo, PutInput } from '@sinau/platform/dynamo';
import { createMemoryObjectStore, type TestTables, withTables } from '@sinau/platform/testing';
import type { Statement } from '@sinau/xapi';
import { describe, expect, it } from 'vitest';
import { harness } from '../testing/record-store-harness.ts';
import {
  activityId,
  otherClient,
  person,
  referring,
  statement,
  uuidOf,
  verbIds,
  voiding,
} from '../testing/sample-statements.ts';
import { createRecordStore, localSettings, soleHorizon } from './index.ts';
import { Crashed, crashAfter } from './testing/crashing.ts';
import { freshTable } from './testing/fresh-table.ts';
import { recordChanges } from './testing/recorded-changes.ts';

const objects = createMemoryObjectStore();
// A dead reservation may be taken over soon.
const settings = { ...localSettings, commitDeadlineMs: 2_000 };

function open(dynamo: Dynamo, table: string) {
  const horizon = soleHorizon({ clock: systemClock });
  const parts = { dynamo, table, objects, clock: systemClock, ids: systemIds, digest: nodeDigest, sleep };
  const store = createRecordStore({ ...parts, settings, horizon });
  return { ...harness({ ...store, clock: systemClock }), follower: store.follower };
}

const batch: readonly Statement[] = [
  statement({ id: uuidOf(1) }),
  statement({ id: uuidOf(2), actor: person('budi'), context: { registration: uuidOf(90) } }),
  referring(uuidOf(1), { id: uuidOf(3), actor: person('ayu') }),
  voiding(uuidOf(2), { id: uuidOf(4) }),
  ...Array.from({ length: 8 }, (_, n) => statement({ id: uuidOf(10 + n), object: { id: activityId(n) } })),
];
const ids = batch.map(({ id }) => id);
const visible = ids.filter((id) => id !== uuidOf(2));

async function crashEverywhere(
  tables: TestTables,
  statements: readonly Statement[],
  check: Check,
): Promise<void> {
  for (let point = 0; ; point += 1) {
    const fresh = freshTable(tables);
    const changes = recordChanges(fresh, tables.lrs);
    const dying = crashAfter(changes.dynamo, point);
    const outcome = await open(dying.dynamo, tables.lrs)
      .store(statements)
      .catch((error: unknown) => error);
    await check({ on: open(fresh, tables.lrs), changes: changes.take(), point });
    if (!(outcome instanceof Crashed)) {
      expect(outcome).toMatchObject({ outcome: 'stored' });
      // The request writes many times, or this test looks at nothing.
      expect(point).toBeGreaterThan(statements.length > 1 ? 15 : 2);
      return;
    }
  }
}

type Check = (crashed: {
  readonly on: ReturnType<typeof open>;
  readonly changes: ReturnType<ReturnType<typeof recordChanges>['take']>;
  readonly point: number;
}) => Promise<void>;

withTables((engine, tables) => {
  describe(`${engine}: a crash after each single write`, () => {
    it('leaves a batch whole or absent, and the same batch again succeeds', async () => {
      await crashEverywhere(tables(), batch, async ({ on, point }) => {
        const found = await Promise.all(
          ids.map(async (id) => (await on.get(id ?? '')) ?? (await on.get(id ?? '', { voided: true }))),
        );
        const there = found.filter((one) => one !== undefined).length;
        expect([0, ids.length], `point ${point}`).toContain(there);
        const again = await on.store(batch);
        expect(again).toMatchObject({ outcome: 'stored', newIds: there === 0 ? ids : [] });
      });
    }, 120_000);

    it('is healed by the follower: every filter finds what was committed', async () => {
      await crashEverywhere(tables(), batch, async ({ on, changes, point }) => {
        for (const change of changes) await on.follower.follow(change);
        // Streams repeat.
        for (const change of changes) await on.follower.follow(change);
        const committed = (await on.get(uuidOf(1))) !== undefined;
        const want = (wanted: readonly (string | undefined)[]) => (committed ? [...wanted].sort() : []);
        const found = async (filter: object) => [...(await on.idsOf(filter))].sort();
        expect(await found({}), `point ${point}`).toEqual(want(visible));
        expect(await found({ activity: activityId(0) })).toEqual(want([uuidOf(10)]));
        expect(await found({ agent: person('budi') })).toEqual(want([uuidOf(4)]));
        expect(await found({ registration: uuidOf(90) })).toEqual(want([uuidOf(4)]));
        const sri = visible.filter((id) => id !== uuidOf(4));
        expect(await found({ agent: person('sri') })).toEqual(want(sri));
        const bkn = { reader: { kind: 'agency', agencyId: 'bkn' as never } as const };
        expect([...(await on.idsOf({}, bkn))].sort()).toEqual(want(sri));
      });
    }, 120_000);

    it('E10: the follower lets a voiding statement count no further than its writer might', async () => {
      const own = { authority: otherClient, voids: 'own' } as const;
      for (const alongside of [[], [statement({ id: uuidOf(9) })]]) {
        const changes = recordChanges(freshTable(tables()), tables().lrs);
        const on = open(changes.dynamo, tables().lrs);
        await on.store([voiding(uuidOf(1), { id: uuidOf(2) }), ...alongside], own);
        await on.store([statement({ id: uuidOf(1) })]);
        const told = [];
        for (const change of changes.take()) told.push(await on.follower.follow(change));
        expect(told.flatMap((facts) => facts?.voids ?? [])).toEqual([]);
        expect(await on.get(uuidOf(1))).toBeDefined();
        expect(await on.idsOf({ agent: person('sri') })).toContain(uuidOf(1));
      }
    });

    it('is healed by the follower with the right to describe that its writer had', async () => {
      const mayDefine = 'https://sinau.example/activities/satu/';
      const definition = { name: { id: 'Bajakan' } };
      const about = (n: number, id: string) => statement({ id: uuidOf(n), object: { id, definition } });
      const told = [about(1, activityId(1)), about(2, `${mayDefine}au/1`), about(3, activityId(2))];
      for (const statements of [told, told.slice(0, 1)]) {
        const changes = recordChanges(freshTable(tables()), tables().lrs);
        const on = open(changes.dynamo, tables().lrs);
        await on.store([statement({ object: { id: activityId(1), definition: { name: { id: 'Asli' } } } })]);
        changes.take();
        // Nothing is described by the writer itself, as when it dies right after its commit.
        const { activities, ...rest } = on;
        const deaf = { ...activities, describe: () => Promise.reject(new Error('died')) };
        await harness({ ...rest, activities: deaf }).store(statements, { mayDefine });
        for (const change of changes.take()) await on.follower.follow(change);
        const nameOf = async (id: string) => (await activities.find('national', id))?.name?.id;
        expect(await nameOf(activityId(1))).toBe('Asli');
        if (statements.length === 1) continue;
        expect(await nameOf(`${mayDefine}au/1`)).toBe('Bajakan');
        expect(await nameOf(activityId(2))).toBe('Bajakan');
      }
    });

    it('leaves a single statement stored or absent, and found once healed', async () => {
      const one = [
        statement({ id: uuidOf(1), object: { id: activityId(3), definition: { name: { id: 'M' } } } }),
      ];
      await crashEverywhere(tables(), one, async ({ on, changes }) => {
        for (const change of changes) await on.follower.follow(change);
        const committed = (await on.get(uuidOf(1))) !== undefined;
        expect(await on.idsOf({ agent: person('sri') })).toEqual(committed ? [uuidOf(1)] : []);
        expect((await on.activities.find('national', activityId(3)))?.name).toEqual(
          committed ? { id: 'M' } : undefined,
        );
        expect(await on.store(one)).toMatchObject({
          outcome: 'stored',
          newIds: committed ? [] : [uuidOf(1)],
        });
      });
    }, 60_000);
  });

  describe(`${engine}: a batch between reservation and commit`, () => {
    it('learns of voids and references that came meanwhile, before it answers', async () => {
      const fresh = freshTable(tables());
      const gate = { reached: () => {}, open: () => {} };
      const atGate = new Promise<void>((resolve) => {
        gate.reached = resolve;
      });
      const opened = new Promise<void>((resolve) => {
        gate.open = resolve;
      });
      const stalling: Dynamo = {
        ...fresh,
        put: async (input) => {
          if (input.item.k === 'c') {
            gate.reached();
            await opened;
          }
          return fresh.put(input);
        },
      };
      const first = open(stalling, tables().lrs).store([
        statement({ id: uuidOf(1) }),
        statement({ id: uuidOf(2) }),
      ]);
      await atGate;
      const on = open(fresh, tables().lrs);
      await on.store([voiding(uuidOf(1), { id: uuidOf(3) })]);
      await on.store([referring(uuidOf(2), { id: uuidOf(4), actor: person('budi') })]);
      expect(await on.get(uuidOf(1))).toBeUndefined();
      gate.open();
      expect(await first).toMatchObject({ outcome: 'stored' });
      expect([...(await on.idsOf({ agent: person('sri') }))].sort()).toEqual([
        uuidOf(2),
        uuidOf(3),
        uuidOf(4),
      ]);
    });
  });

  describe(`${engine}: a batch that was given up`, () => {
    it('never commits afterwards, however slow its writer is', async () => {
      const fresh = freshTable(tables());
      let release = () => {};
      const stalled = new Promise<void>((resolve) => {
        release = resolve;
      });
      let commits = 0;
      const slow: Dynamo = {
        ...fresh,
        put: async (input) => {
          if (input.item.k === 'c' && ++commits === 1) await stalled;
          return fresh.put(input);
        },
      };
      const statements = [statement({ id: uuidOf(1) }), statement({ id: uuidOf(2) })];
      const first = open(slow, tables().lrs).store(statements);
      await sleep(200);
      const on = open(fresh, tables().lrs);
      // Past its deadline: the reservation is fenced and taken over, with other content.
      const other = statements.map((each) => ({ ...each, verb: { id: verbIds.passed } }));
      expect(await on.store(other)).toMatchObject({ outcome: 'stored' });
      release();
      expect(await first).toEqual({ outcome: 'conflict', id: uuidOf(1) });
      expect((await on.readAll()).map((one) => one.statement.verb.id)).toEqual([
        verbIds.passed,
        verbIds.passed,
      ]);
    });

    it('keeps Consistent-Through before a commit whose rows are not all there, until it is healed', async () => {
      const fresh = freshTable(tables());
      const changes = recordChanges(fresh, tables().lrs);
      const horizon = soleHorizon({ clock: systemClock });
      let failing = true;
      const dynamo: Dynamo = {
        ...changes.dynamo,
        batchWrite: async (input) => {
          if (failing && input.puts?.some(({ pk }) => pk.includes('#L#'))) throw new Error('no answer');
          return changes.dynamo.batchWrite(input);
        },
      };
      const parts = { dynamo, table: tables().lrs, objects, clock: systemClock, ids: systemIds };
      const store = createRecordStore({ ...parts, digest: nodeDigest, sleep, settings, horizon });
      const on = harness({ ...store, clock: systemClock });
      await expect(on.store(batch)).rejects.toThrow('no answer');
      const storedMs = Date.parse((await on.get(uuidOf(1)))?.statement.stored ?? '');
      await sleep(20);
      expect(await on.statements.consistentThroughMs('national')).toBeLessThan(storedMs);
      expect(await on.idsOf({ ascending: true })).toEqual([]);
      failing = false;
      for (const change of changes.take()) await store.follower.follow(change);
      expect(await on.statements.consistentThroughMs('national')).toBeGreaterThan(storedMs);
      expect(await on.idsOf({ ascending: true })).toEqual(visible);
    });
  });

  describe(`${engine}: an answer that never came`, () => {
    const statements = [statement({ id: uuidOf(1) }), statement({ id: uuidOf(2) })];
    /** The commit's put fails towards its writer, after it was carried out or without. */
    function unanswered(fresh: Dynamo, carriedOut: boolean, onTry?: (input: PutInput) => void): Dynamo {
      return {
        ...fresh,
        put: async (input) => {
          if (input.item.k !== 'c') return fresh.put(input);
          onTry?.(input);
          if (carriedOut) await fresh.put(input);
          throw new Unavailable('no answer');
        },
      };
    }
    it('counts as stored when the commit was carried out', async () => {
      const fresh = freshTable(tables());
      const result = await open(unanswered(fresh, true), tables().lrs).store(statements);
      expect(result).toMatchObject({ outcome: 'stored', newIds: [uuidOf(1), uuidOf(2)] });
      expect(await open(fresh, tables().lrs).idsOf({ agent: person('sri') })).toHaveLength(2);
    });
    it('R5: counts as nothing written when it was not, and the key is closed to a late commit', async () => {
      const fresh = freshTable(tables());
      const tried: PutInput[] = [];
      const dying = unanswered(fresh, false, (input) => tried.push(input));
      const first = open(dying, tables().lrs).store(statements);
      await expect(first).rejects.toMatchObject({ code: 'platform.unavailable' });
      const on = open(fresh, tables().lrs);
      expect(await on.get(uuidOf(1))).toBeUndefined();
      expect(await on.idsOf()).toEqual([]);
      for (const late of tried) expect((await fresh.put(late)).outcome).toBe('condition-failed');
      expect(tried).toHaveLength(1);
      expect(await on.store(statements)).toMatchObject({ newIds: [uuidOf(1), uuidOf(2)] });
    });
  });

  describe(`${engine}: limits`, () => {
    it('E12: refuses a statement that names thousands, and writes nothing', async () => {
      const fresh = freshTable(tables());
      const changes = recordChanges(fresh, tables().lrs);
      const on = open(changes.dynamo, tables().lrs);
      const member = Array.from({ length: 2_500 }, (_, n) => person(`p${n}`));
      const crowd = statement({ id: uuidOf(1), actor: { objectType: 'Group', member } });
      await on.idsOf();
      changes.take();
      expect(await on.store([statement(), crowd])).toMatchObject({ outcome: 'too-large' });
      expect(changes.take()).toEqual([]);
    });

    it('E12: refuses many statements that name hundreds each, and takes them in smaller requests', async () => {
      const fresh = freshTable(tables());
      const changes = recordChanges(fresh, tables().lrs);
      const on = open(changes.dynamo, tables().lrs);
      const member = Array.from({ length: 300 }, (_, n) => person(`p${n}`));
      const crowds = Array.from({ length: 50 }, (_, n) =>
        statement({
          id: uuidOf(n + 1),
          actor: { objectType: 'Group', member: [...member.slice(n), ...member.slice(0, n)] },
        }),
      );
      await on.idsOf();
      changes.take();
      expect(await on.store(crowds)).toMatchObject({ outcome: 'too-large' });
      expect(changes.take()).toEqual([]);
      expect(await on.store(crowds.slice(0, 5))).toMatchObject({ outcome: 'stored' });
      expect(await on.idsOf({ agent: person('p299') })).toHaveLength(5);
    });
  });

  describe(`${engine}: a companion`, () => {
    const table = () => tables().lrs;
    const companion = (pk: string, condition = 'attribute_not_exists(pk)') => ({
      writes: [{ kind: 'put', table: table(), item: { pk, sk: '-' }, condition: { expression: condition } }],
    });
    it('commits with one statement or a batch, or neither does', async () => {
      const fresh = freshTable(tables());
      const on = open(fresh, table());
      const there = async (pk: string) =>
        (await fresh.get({ table: table(), key: { pk, sk: '-' } })) !== undefined;
      const sets = [
        [statement({ id: uuidOf(1) })],
        [statement({ id: uuidOf(2) }), statement({ id: uuidOf(3) })],
      ];
      for (const [n, statements] of sets.entries()) {
        const refused = companion(`X#${n}`, 'attribute_exists(pk)');
        expect(await on.store(statements, { companion: refused })).toEqual({ outcome: 'companion-refused' });
        for (const { id } of statements) expect(await on.get(id ?? '')).toBeUndefined();
        expect(await on.store(statements, { companion: companion(`X#${n}`) })).toMatchObject({
          outcome: 'stored',
        });
        expect(await there(`X#${n}`)).toBe(true);
        // Statements that are there already are passed over; the companion still decides.
        expect(await on.store(statements, { companion: companion(`X#${n}`) })).toEqual({
          outcome: 'companion-refused',
        });
        expect(await on.store(statements, { companion: companion(`Y#${n}`) })).toMatchObject({ newIds: [] });
        expect(await there(`Y#${n}`)).toBe(true);
        const clash = statements.map((each) => ({ ...each, verb: { id: verbIds.passed } }));
        expect(await on.store(clash, { companion: companion(`Z#${n}`) })).toMatchObject({
          outcome: 'conflict',
        });
        expect(await there(`Z#${n}`)).toBe(false);
      }
    });
  });
});
