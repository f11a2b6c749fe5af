import { randomUUID } from 'node:crypto';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Path, PathId, PathVersion } from '../paths/path.ts';
import type { PathStores } from './memory-path-stores.ts';
import { groupOf, memberOf, pathOf, pathTermsOf } from './path-samples.ts';

const at = '2026-11-05T00:00:00.000Z';

/** What every adapter of learning paths keeps. */
export function pathStoresContract(adapter: string, open: () => Promise<PathStores>): void {
  describe(`learning paths on ${adapter}`, () => {
    let stores: PathStores;
    let path: Path;
    let agencyId: AgencyId;
    beforeEach(async () => {
      stores = await open();
      agencyId = randomUUID() as AgencyId;
      path = pathOf({ pathId: randomUUID() as PathId, owner: { kind: 'agency', agencyId } });
    });
    const publishedOf = (version: number, title: string): readonly [Path, PathVersion] => {
      const terms = pathTermsOf(
        [
          groupOf('a', 1, [
            ['a1', 'dasar'],
            ['a2', 'lanjut', ['a1']],
          ]),
        ],
        { title, about: 'Isi' },
      );
      return [
        { ...path, state: 'published', draft: terms, current: terms, version, rev: version },
        { pathId: path.pathId, version, terms, publishedBy: 'rina' as PersonId, publishedAt: at },
      ];
    };

    it('writes a path only over what was read, and lists it for its owner and for whom it is open', async () => {
      const { paths } = stores;
      const outcomes = await Promise.all([paths.save(path), paths.save(path)]);
      expect(outcomes.toSorted()).toEqual(['changed', 'saved']);
      expect((await paths.listOpen(agencyId, { limit: 5 })).paths).toEqual([]);
      const [next, version] = publishedOf(1, 'Pertama');
      expect(await paths.publish(next, version)).toBe('saved');
      const newer = pathOf({
        ...{ pathId: randomUUID() as PathId, owner: path.owner, createdAt: '2026-11-03T00:00:00.000Z' },
      });
      await paths.save(newer);
      expect((await paths.listOpen(agencyId, { limit: 5 })).paths).toEqual([{ ...next, rev: 2 }]);
      const first = await paths.listOf(path.owner, { limit: 1 });
      expect(first.paths).toEqual([{ ...newer, rev: 1 }]);
      const rest = await paths.listOf(path.owner, { limit: 5, after: first.next ?? '' });
      expect(rest.paths).toEqual([{ ...next, rev: 2 }]);
      expect(await paths.save({ ...next, state: 'retired', rev: 2 })).toBe('saved');
      expect((await paths.listOpen(agencyId, { limit: 5 })).paths).toEqual([]);
    });

    it('keeps what was published: a version is written once', async () => {
      const { paths } = stores;
      await paths.save(path);
      const [next, version] = publishedOf(1, 'Pertama');
      const [other, sameNumber] = publishedOf(1, 'Lain');
      const outcomes = await Promise.all([paths.publish(next, version), paths.publish(other, sameNumber)]);
      expect(outcomes.toSorted()).toEqual(['changed', 'saved']);
      const kept = await paths.version(path.pathId, 1);
      expect(await paths.publish({ ...other, rev: 2 }, sameNumber)).toBe('changed');
      expect(await paths.version(path.pathId, 1)).toEqual(kept);
      const [, second] = publishedOf(2, 'Kedua');
      expect(await paths.publish({ ...other, version: 2, rev: 2 }, second)).toBe('saved');
      expect(await paths.version(path.pathId, 1)).toEqual(kept);
      expect(await paths.version(path.pathId, 2)).toEqual(second);
      expect(await paths.version(path.pathId, 3)).toBeUndefined();
    });

    it('takes a draft away as it was read', async () => {
      const { paths } = stores;
      await paths.save(path);
      expect(await paths.remove({ ...path, rev: 2 })).toBe('changed');
      expect(await paths.remove({ ...path, rev: 1 })).toBe('removed');
      expect(await paths.find(path.pathId)).toBeUndefined();
    });

    it('counts people as they move, lists them, and forgets them whole', async () => {
      const { members } = stores;
      const { pathId } = path;
      const [ani, budi] = ['ani', 'budi'].map((name) => `${name}-${pathId}` as PersonId);
      if (!ani || !budi) throw new Error('two people');
      const first = memberOf({ pathId, personId: ani, requiredBy: 'o-1' });
      const outcomes = await Promise.all([members.save(undefined, first), members.save(undefined, first)]);
      expect(outcomes.toSorted()).toEqual(['changed', 'saved']);
      await members.save(undefined, memberOf({ pathId, personId: budi }));
      expect(await members.counts(pathId)).toEqual({ active: 2, completed: 0 });
      const read = await members.find(pathId, ani);
      if (!read) throw new Error('there is one');
      const finished = {
        ...read,
        state: 'completed' as const,
        completedAt: at,
        done: [{ stepId: 'a1', at }],
      };
      expect(await members.save(read, finished)).toBe('saved');
      expect(await members.save(read, finished)).toBe('changed');
      expect(await members.counts(pathId)).toEqual({ active: 1, completed: 1 });
      expect(await members.find(pathId, ani)).toEqual({ ...finished, rev: 2 });
      const page = await members.listOf(pathId, { limit: 1 });
      const rest = await members.listOf(pathId, { limit: 5, after: page.next ?? '' });
      expect([...page.members, ...rest.members].map(({ personId }) => personId)).toEqual([ani, budi]);
      expect(await members.ofPerson(ani)).toEqual([{ ...finished, rev: 2 }]);
      expect(await members.forget({ ...finished, rev: 1 })).toBe('changed');
      expect(await members.forget({ ...finished, rev: 2 })).toBe('forgotten');
      expect(await members.ofPerson(ani)).toEqual([]);
      expect(await members.counts(pathId)).toEqual({ active: 1, completed: 0 });
    });
  });
}
