import type { Digest, Ids } from '@sinau/kernel';
import type { Dynamo, Key } from '@sinau/platform/dynamo';
import type { ScormStore } from '../scorm/ports.ts';
import type { ScormItemState, ScormKey, ScormPackageState } from '../scorm/state.ts';
import { scormItemKey, scormItemPrefix, scormPackageKey } from './keys.ts';
import { createScormRows, type ScormBodies } from './scorm-rows.ts';

/** One row a package and one an item. The writes of companions are `TransactItem`s for the record store's transaction. */
export function createScormStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
  readonly bodies: ScormBodies;
  readonly digest: Pick<Digest, 'sha256'>;
  readonly ids: Pick<Ids, 'uuid'>;
}): ScormStore {
  const { bodies, digest } = deps;
  const rows = createScormRows(deps);
  const keyOfItem = (key: ScormKey, itemId: string): Key =>
    scormItemKey(key, digest.sha256(itemId).slice(0, 32));
  return {
    readPackage: (key) => rows.read<ScormPackageState>(scormPackageKey(key)),
    readItem: (key, itemId) => rows.read<ScormItemState>(keyOfItem(key, itemId)),
    listItems: (key) => rows.list<ScormItemState>(scormPackageKey(key).pk, scormItemPrefix(key)),
    async saving({ whole, item }) {
      const prepared = [
        await rows.prepare(scormPackageKey(whole), 'scorm-package', whole),
        ...(item ? [await rows.prepare(keyOfItem(item, item.itemId), 'scorm-item', item)] : []),
      ];
      return {
        companion: { writes: prepared.map(({ write }) => write) },
        async settle(outcome) {
          const waste = prepared.map(({ made, replaced }) => (outcome === 'stored' ? replaced : made));
          for (const object of waste) if (object !== undefined) await bodies.delete(object);
        },
      };
    },
  };
}
