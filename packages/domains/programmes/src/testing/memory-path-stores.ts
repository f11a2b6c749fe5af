import { isSameOwner } from '../event.ts';
import type { Path, PathMember, PathVersion } from '../paths/path.ts';
import type { PathMemberStore, PathStore } from '../paths/ports.ts';
import { pageOf } from './memory-programme-stores.ts';

export interface PathStores {
  readonly paths: PathStore;
  readonly members: PathMemberStore;
}

/** Learning paths without a table. */
export function memoryPathStores(): PathStores {
  return { paths: memoryPaths(), members: memoryMembers() };
}

const byAge = (a: Path, b: Path): number =>
  b.createdAt.localeCompare(a.createdAt) || b.pathId.localeCompare(a.pathId);

const doorOf = ({ current, owner }: Path): string =>
  current?.audience !== 'all' && owner.kind === 'agency' ? owner.agencyId : 'all';

function memoryPaths(): PathStore {
  const paths = new Map<string, Path>();
  const versions = new Map<string, PathVersion>();
  const keyOf = (pathId: string, version: number) => JSON.stringify([pathId, version]);
  const list = (belongs: (path: Path) => boolean, page: Parameters<PathStore['listOf']>[1]) => {
    const { rows, ...rest } = pageOf([...paths.values()].filter(belongs).toSorted(byAge), page);
    return { paths: rows, ...rest };
  };
  const save: PathStore['save'] = async (next) => {
    if ((paths.get(next.pathId)?.rev ?? 0) !== next.rev) return 'changed';
    paths.set(next.pathId, { ...next, rev: next.rev + 1 });
    return 'saved';
  };
  return {
    find: async (pathId) => paths.get(pathId),
    save,
    async publish(next, version) {
      const key = keyOf(version.pathId, version.version);
      if (versions.has(key)) return 'changed';
      const outcome = await save(next);
      if (outcome === 'saved') versions.set(key, version);
      return outcome;
    },
    async remove({ pathId, rev }) {
      if (paths.get(pathId)?.rev !== rev) return 'changed';
      paths.delete(pathId);
      return 'removed';
    },
    version: async (pathId, version) => versions.get(keyOf(pathId, version)),
    listOf: async (owner, page) => list((path) => isSameOwner(path.owner, owner), page),
    listOpen: async (to, page) => list((path) => path.state === 'published' && doorOf(path) === to, page),
  };
}

function memoryMembers(): PathMemberStore {
  const members = new Map<string, PathMember>();
  const keyOf = (pathId: string, personId: string) => JSON.stringify([pathId, personId]);
  const of = (pathId: string) => [...members.values()].filter((one) => one.pathId === pathId);
  return {
    find: async (pathId, personId) => members.get(keyOf(pathId, personId)),
    async save(_before, next) {
      const key = keyOf(next.pathId, next.personId);
      if ((members.get(key)?.rev ?? 0) !== next.rev) return 'changed';
      members.set(key, { ...next, rev: next.rev + 1 });
      return 'saved';
    },
    counts: async (pathId) => ({
      active: of(pathId).filter(({ state }) => state === 'active').length,
      completed: of(pathId).filter(({ state }) => state === 'completed').length,
    }),
    async listOf(pathId, page) {
      const { rows, ...rest } = pageOf(
        of(pathId).toSorted((a, b) => a.personId.localeCompare(b.personId)),
        page,
      );
      return { members: rows, ...rest };
    },
    ofPerson: async (personId) => [...members.values()].filter((one) => one.personId === personId),
    async forget({ pathId, personId, rev }) {
      const key = keyOf(pathId, personId);
      if (members.get(key)?.rev !== rev) return 'changed';
      members.delete(key);
      return 'forgotten';
    },
  };
}
