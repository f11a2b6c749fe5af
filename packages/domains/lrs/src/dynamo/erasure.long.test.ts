import { setTimeout as sleep } from 'node:timers/promises';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Dynamo, Item, StreamChange } from '@sinau/platform/dynamo';
import type { ObjectStore } from '@sinau/platform/objects';
import { createMemoryObjectStore, type TestTables, withTables } from '@sinau/platform/testing';
import { identityOf, type Statement } from '@sinau/xapi';
import { describe, expect, it } from 'vitest';
import { type ErasureMode, erasePersonStatements, personRewriter } from '../erase-person.ts';
import type { RewriteStep } from '../ports.ts';
import { attachmentData, harness } from '../testing/record-store-harness.ts';
import { activityId, person, referring, statement, uuidOf, voiding } from '../testing/sample-statements.ts';
import { decodeEntries } from './entries.ts';
import { openFence } from './erasure-fence.ts';
import { createRecordStore, localSettings, soleHorizon } from './index.ts';
import { createHasher } from './index-words.ts';
import { erasureLeaseKey, indexKeyKey } from './keys.ts';
import { unpack } from './pack.ts';
import { Crashed, crashAfter } from './testing/crashing.ts';
import { freshTable } from './testing/fresh-table.ts';
import { recordChanges } from './testing/recorded-changes.ts';

const homePage = 'https://sinau.example';
const agents = [person('sri')];
const identity = identityOf(person('sri')) ?? '';
const key = 'a key of this run alone';

function open(given: {
  readonly dynamo: Dynamo;
  readonly table: string;
  readonly objects: ObjectStore;
  readonly inlineBytes?: number;
  readonly now?: () => Date;
}) {
  const { dynamo, table, objects, inlineBytes = localSettings.inlineBytes } = given;
  const clock = given.now ? { now: given.now } : systemClock;
  const parts = { dynamo, table, objects, clock, ids: systemIds, digest: nodeDigest, sleep };
  const settings = { ...localSettings, inlineBytes, rowsErasedTogether: 8 };
  const store = createRecordStore({ ...parts, settings, horizon: soleHorizon({ clock }) });
  return { ...harness({ ...store, clock }), follower: store.follower, eraser: store.eraser };
}

type Opened = ReturnType<typeof open>;

async function eraseAll({ eraser }: Opened, mode: ErasureMode): Promise<number> {
  let after: string | undefined;
  let held = 0;
  for (;;) {
    const step: RewriteStep = await erasePersonStatements(
      { eraser, digest: nodeDigest },
      {
        ...{ store: 'national', agents, mode, homePage, key, limit: 3, untilMs: Date.now() + 60_000 },
        ...(after === undefined ? {} : { after }),
      },
    );
    if (step.outcome === 'busy') throw new Error('nobody else is at work');
    held += step.held;
    after = step.last;
    if (after === undefined) return held;
  }
}

/** Every key that was ever written through it. */
function rememberKeys(dynamo: Dynamo): { readonly dynamo: Dynamo; readonly keys: Set<string> } {
  const keys = new Set<string>();
  const note = ({ pk, sk }: { readonly pk: string; readonly sk: string }) => keys.add(`${pk}\n${sk}`);
  return {
    keys,
    dynamo: {
      ...dynamo,
      put: (input) => {
        note(input.item);
        return dynamo.put(input);
      },
      update: (input) => {
        note(input.key);
        return dynamo.update(input);
      },
      batchWrite: (input) => {
        for (const item of input.puts ?? []) note(item);
        return dynamo.batchWrite(input);
      },
      transactWrite: (items, options) => {
        for (const item of items) note(item.kind === 'put' ? item.item : item.key);
        return dynamo.transactWrite(items, options);
      },
    },
  };
}

/** What is left of the person anywhere in the table and the bucket: bodies, keys of lists, tags in rows. */
async function tracesIn(world: {
  readonly dynamo: Dynamo;
  readonly table: string;
  readonly objects: ObjectStore;
  readonly keys: Iterable<string>;
}): Promise<readonly string[]> {
  const { dynamo, table, objects } = world;
  const meta = await dynamo.get({ table, key: indexKeyKey, consistent: true });
  const hasher = createHasher(nodeDigest, String(meta?.key));
  const hashes = [hasher.list('a', identity), hasher.list('A', identity)];
  const tags = [hasher.tag('a', identity), hasher.tag('A', identity)];
  const found: string[] = [];
  const look = (name: string, row: Item) => {
    if (hashes.some((hash) => row.pk.includes(hash))) found.push(`${name}: list of the person`);
    if (row.b instanceof Uint8Array && unpack(row.b).some((json) => json.includes('"sri"'))) {
      found.push(`${name}: body`);
    }
    if (
      row.e instanceof Uint8Array &&
      decodeEntries(row.e).some((one) => tags.some((t) => one.tags.includes(t)))
    ) {
      found.push(`${name}: tags`);
    }
  };
  for (const name of world.keys) {
    const [pk = '', sk = ''] = name.split('\n');
    const row = await dynamo.get({ table, key: { pk, sk }, consistent: true });
    if (row) look(name.replace('\n', ' '), row);
  }
  for await (const { key: object } of objects.list('')) {
    const bytes = await objects.get(object);
    const texts =
      object.includes('/statements/') && bytes ? unpack(bytes) : [Buffer.from(bytes ?? []).toString()];
    if (texts.some((text) => /"sri"|Esai Sri/.test(text))) found.push(object);
  }
  return found;
}

const essay = attachmentData('Esai Sri');
const attachment = {
  usageType: 'http://u.example/esai',
  display: { id: 'Esai' },
  contentType: essay.contentType,
  length: essay.bytes.length,
  sha2: essay.sha2,
};
const mixed: readonly Statement[] = [
  statement({ id: uuidOf(1), context: { registration: uuidOf(90) }, attachments: [attachment] }),
  statement({ id: uuidOf(2), actor: person('budi'), object: { id: activityId(2) } }),
  statement({ id: uuidOf(3), actor: person('budi'), context: { instructor: person('sri') } }),
  referring(uuidOf(1), { id: uuidOf(4), actor: person('ayu') }),
  referring(uuidOf(2), { id: uuidOf(5) }),
  voiding(uuidOf(5), { id: uuidOf(6) }),
  ...Array.from({ length: 14 }, (_, n) =>
    statement({
      id: uuidOf(10 + n),
      actor: person(n % 2 ? 'sri' : 'budi'),
      object: { id: activityId(n) },
      result: { extensions: { 'http://x.example/n': nodeDigest.sha256(String(n)) } },
    }),
  ),
];
const single = [statement({ id: uuidOf(100), object: { id: activityId(77) } })];
const late = [referring(uuidOf(100), { id: uuidOf(101), actor: person('budi') })];

async function filled(tables: TestTables, inlineBytes?: number) {
  const table = tables.lrs;
  const objects = createMemoryObjectStore();
  const remembered = rememberKeys(freshTable(tables));
  const changes = recordChanges(remembered.dynamo, table);
  const parts = { table, objects, ...(inlineBytes === undefined ? {} : { inlineBytes }) };
  const on = open({ ...parts, dynamo: changes.dynamo });
  await on.store(mixed, { attachments: [essay] });
  await on.store(single);
  await on.store(late);
  const told = changes.take();
  const { dynamo, keys } = remembered;
  return { ...parts, dynamo, keys, on: open({ ...parts, dynamo }), told };
}

type World = Awaited<ReturnType<typeof filled>>;

async function expectClean(world: World, mode: ErasureMode, note: string): Promise<void> {
  const { on } = world;
  expect(await tracesIn(world), note).toEqual([]);
  const all = [...mixed, ...single, ...late];
  const own = all.filter(({ actor }) => actor.account?.name === 'sri').map(({ id }) => id ?? '');
  const stays = all.filter(({ id = '' }) => mode === 'pseudonymise' || !own.includes(id));
  // 5 is voided.
  const visible = stays.map(({ id }) => id).filter((id) => id !== uuidOf(5));
  expect(await on.idsOf({ ascending: true }), note).toEqual(visible);
  // 6 voids 5, which refers to one of Budi's.
  const through = mode === 'pseudonymise' ? [uuidOf(6)] : [];
  const others = stays
    .filter(({ id = '', actor }) => actor.account?.name === 'budi' || through.includes(id))
    .map(({ id }) => id);
  expect(await on.idsOf({ agent: person('budi'), ascending: true }), note).toEqual(others);
  expect(await on.store(mixed, { attachments: [essay] })).toMatchObject({ newIds: [] });
  expect(await tracesIn(world), note).toEqual([]);
}

withTables((engine, tables) => {
  for (const mode of ['erase', 'pseudonymise'] as const) {
    describe(`${engine}: ${mode}`, () => {
      for (const inlineBytes of [localSettings.inlineBytes, 300]) {
        it(`leaves no trace in any row or object, with up to ${inlineBytes} bytes in a row`, async () => {
          const world = await filled(tables(), inlineBytes);
          expect(await tracesIn(world)).not.toEqual([]);
          await eraseAll(world.on, mode);
          await expectClean(world, mode, '');
        });
      }

      it('stays so when the stream tells of the statements only now, or again', async () => {
        const world = await filled(tables());
        const { on, told } = world;
        const before = await factsOf(on, told);
        expect(before.some((json) => json.includes('"sri"'))).toBe(true);
        await eraseAll(on, mode);
        const after = await factsOf(on, told);
        expect(after.filter((json) => json.includes('"sri"'))).toEqual([]);
        await expectClean(world, mode, '');
      });
    });
  }

  describe(`${engine}: erasure among others`, () => {
    it('leaves a commit that is held for its healer', async () => {
      const world = await filled(tables());
      const position = (await world.on.get(uuidOf(100)))?.position.slice(0, 26) ?? '';
      const hold = { pk: 'META#HOLDS', sk: position };
      await world.dynamo.put({ table: world.table, item: { ...hold, s: 'national', i: uuidOf(100) } });
      expect(await eraseAll(world.on, 'erase')).toBe(1);
      expect(await world.on.get(uuidOf(100))).toBeDefined();
      await world.dynamo.delete({ table: world.table, key: hold });
      expect(await eraseAll(world.on, 'erase')).toBe(0);
      await expectClean(world, 'erase', '');
    });

    it('is the work of one at a time; one that was overtaken changes nothing any more', async () => {
      const { dynamo, table } = await filled(tables());
      let aheadMs = 0;
      const clock = { now: () => new Date(Date.now() + aheadMs) };
      const context = { dynamo, table, clock, ids: systemIds, settings: localSettings } as Parameters<
        typeof openFence
      >[0];
      const first = await openFence(context);
      expect(await openFence(context)).toBeUndefined();
      aheadMs = 6 * 60_000;
      const second = await openFence(context);
      const write = { kind: 'put', table, item: { pk: 'X', sk: '-' } } as const;
      await expect(first?.write('p', [write])).rejects.toThrow('taken over');
      await first?.close();
      expect(await dynamo.get({ table, key: { pk: 'X', sk: '-' }, consistent: true })).toBeUndefined();
      expect(await second?.write('p', [write])).toBe('done');
      await second?.close();
      expect(await openFence(context)).toBeDefined();
    });

    it('lets readers and writers go on meanwhile', async () => {
      const world = await filled(tables());
      let going = true;
      const reading = (async () => {
        for (let n = 0; going; n += 1) {
          await world.on.readAll({ agent: person('sri'), relatedAgents: true });
          await world.on.idsOf({ activity: activityId(1) });
          await world.on.store([referring(uuidOf(1), { id: uuidOf(200 + n), actor: person('dewi') })]);
        }
      })();
      await eraseAll(world.on, 'erase');
      going = false;
      await reading;
      // Whoever was on the way may have left rows that lead here; the next pass takes them.
      await eraseAll(world.on, 'erase');
      const identities = personRewriter(nodeDigest, { agents, mode: 'erase', homePage, key }).identities;
      const query = { store: 'national', identities, untilMs: Date.now() + 60_000, limit: 10 } as const;
      expect((await world.on.eraser.concerning(query)).found).toEqual([]);
      expect(await world.on.idsOf({ agent: person('sri') })).toEqual([]);
    });
  });
});

// Hundreds of stores, one for each moment: what they show of the engine, the other tests show on both.
withTables(
  (engine, tables) => {
    for (const mode of ['erase', 'pseudonymise'] as const) {
      for (const inlineBytes of [localSettings.inlineBytes, 300]) {
        it(`P2: ${engine}: ${mode} is finished after a crash at any write (${inlineBytes} bytes)`, async () => {
          for (let point = 0; ; point += 1) {
            const world = await filled(tables(), inlineBytes);
            const dying = crashAfter(world.dynamo, point);
            const outcome = await eraseAll(open({ ...world, dynamo: dying.dynamo }), mode).catch(
              (error: unknown) => error,
            );
            // The lease of the dead one runs out.
            await world.dynamo.delete({ table: world.table, key: erasureLeaseKey });
            // Whatever the moment, readers get pages and no error.
            await world.on.readAll({ agent: person('sri') });
            await world.on.readAll({ activity: activityId(1) });
            await eraseAll(world.on, mode);
            await expectClean(world, mode, `point ${point}`);
            if (!(outcome instanceof Crashed)) {
              expect(point).toBeGreaterThan(8);
              return;
            }
          }
        }, 240_000);
      }
    }
  },
  { onlyEmbedded: true },
);

async function factsOf(on: Opened, told: readonly StreamChange[]): Promise<readonly string[]> {
  const facts = [];
  for (const change of told) facts.push(await on.follower.follow(change));
  return facts.flatMap((one) => one?.statements.map(({ json }) => json) ?? []);
}
