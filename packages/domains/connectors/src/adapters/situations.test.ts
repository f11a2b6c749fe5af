import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { nodeDigest } from '@sinau/platform/crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AdapterFailure } from '../ports.ts';
import { files } from '../testing/situations/files.ts';
import { servers } from '../testing/situations/servers.ts';
import { type FakeProvider, type Situation, situations } from '../testing/situations/situation.ts';
import { syncWorld } from '../testing/sync-world.ts';

const connectors = [...servers, ...files];
const count = 9;
const all = Array.from({ length: count }, (_, index) => index + 1);

/** A connection that takes over what its rule accepts, from the provider to the catalogue. */
function connect(provider: FakeProvider) {
  const world = syncWorld({ digest: nodeDigest, script: { courses: [] }, acceptance: 'all' });
  const sync = async () => {
    const adapters = { adapterOf: async () => provider.adapter() };
    const ended = await world.run({ adapters }).then(
      (run) => run?.state,
      ({ reason }: AdapterFailure) => reason,
    );
    await world.runBatches();
    return ended;
  };
  /** Courses of ours by the provider's number, each standing for one item and each item for one course. */
  const catalogue = async () => {
    const { items } = await world.sync.walkItems(world.connection.connectionId, { limit: 100 });
    const courses = [...world.desk.courses.values()];
    expect(courses.map(({ courseId }) => courseId).toSorted()).toEqual(
      items.flatMap(({ courseId }) => (courseId === undefined ? [] : [courseId])).toSorted(),
    );
    return all.map((n) => {
      const found = world.courseOf(provider.idOf(n));
      expect(found.length, `courses for ${provider.idOf(n)}`).toBeLessThanOrEqual(1);
      return found[0];
    });
  };
  const titles = async () => (await catalogue()).map((course) => course?.content.title);
  return { ...world, sync, catalogue, titles };
}

describe.each(connectors)('$name', ({ start, impossible }) => {
  let provider: FakeProvider;
  beforeEach(async () => {
    provider = await start(count);
  });
  afterEach(() => provider.close());

  const proofs: Readonly<Record<Situation, () => Promise<void>>> = {
    async 'first sync'() {
      const { sync, titles, desk } = connect(provider);
      expect(await sync()).toBe('done');
      expect(await titles()).toEqual(all.map(() => expect.any(String)));
      expect(desk.courses.size).toBe(count);
    },
    async change() {
      const { sync, titles, desk } = connect(provider);
      await sync();
      const before = await titles();
      await provider.rename(2, 'Judul baru');
      expect(await sync()).toBe('done');
      expect(await titles()).toEqual(before.with(1, 'Judul baru'));
      expect(desk.courses.size).toBe(count);
    },
    async withdrawal() {
      const { sync, catalogue, item } = connect(provider);
      await sync();
      await provider.withdraw(3);
      expect(await sync()).toBe('done');
      expect((await item(provider.idOf(3)))?.present).toBe(false);
      const others = (await catalogue()).toSpliced(2, 1);
      expect(others.every((course) => course?.standing === 'draft')).toBe(true);
    },
    async outage() {
      const { sync, titles, desk } = connect(provider);
      await sync();
      const before = await titles();
      await provider.rename(2, 'Judul baru');
      provider.breakDown?.();
      expect(await sync()).toBe('server-error');
      expect(await titles()).toEqual(before);
      await provider.heal();
      expect(await sync()).toBe('done');
      expect(await titles()).toEqual(before.with(1, 'Judul baru'));
      expect(desk.courses.size).toBe(count);
    },
    async 'wrong secret'() {
      const { sync, titles } = connect(provider);
      await sync();
      const before = await titles();
      provider.changeSecret?.();
      expect(await sync()).toBe('unauthorised');
      expect(await titles()).toEqual(before);
      await provider.heal();
      expect(await sync()).toBe('done');
    },
    async 'half a page'() {
      const { sync, catalogue, titles, item } = connect(provider);
      await sync();
      const before = await catalogue();
      await provider.halve();
      // Files are refused where they come in; what was taken before stays what the provider says.
      expect(await sync()).toBe(provider.breakDown ? 'broken-answer' : 'done');
      expect(await catalogue()).toEqual(before);
      for (const n of all) expect((await item(provider.idOf(n)))?.present).toBe(true);
      await provider.heal();
      expect(await sync()).toBe('done');
      expect(await titles()).toEqual(before.map((course) => course?.content.title));
    },
    async duplicate() {
      const { sync, catalogue, desk } = connect(provider);
      await sync();
      const before = await catalogue();
      await provider.repeat();
      expect(await sync()).toBe('done');
      expect(await sync()).toBe('done');
      expect(await catalogue()).toEqual(before);
      expect(desk.courses.size).toBe(count);
    },
  };

  it.each(situations.filter((one) => impossible[one] === undefined))('%s', (one) => proofs[one]());

  it('meets no other, and says why', () => {
    const here: Partial<Record<Situation, unknown>> = {
      outage: provider.breakDown,
      'wrong secret': provider.changeSecret,
    };
    for (const one of Object.keys(impossible) as Situation[]) expect(here[one], one).toBeUndefined();
  });
});

it('what a connector cannot meet stands in the documentation with its reason', async () => {
  const text = await readFile(resolve(import.meta.dirname, '../../../../../docs/conformance.md'), 'utf8');
  for (const { name, impossible } of connectors) {
    const cells = situations.map((one) => impossible[one] ?? 'tested');
    expect(text).toContain(`| ${name} | ${cells.join(' | ')} |`);
  }
});
