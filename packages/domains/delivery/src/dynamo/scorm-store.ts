import type { Digest, Ids } from '@sinau/kernel';
import type { Dynamo, Key } from '@sinau/platform/dynamo';
import type { PageSaving } from '../own-page/write-page.ts';
import type { ScormChange, ScormStore } from '../scorm/ports.ts';
import type { ScormItemState, ScormKey, ScormPackageState } from '../scorm/state.ts';
import { scormItemKey, scormItemPrefix, scormPackageKey, scormRange } from './keys.ts';
import { createStateRows, type StateBodies, saveAlone, savingOf } from './state-rows.ts';

/** One row a package and one an item. The writes of companions are `TransactItem`s for the record store's transaction. */
export function createScormStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
  readonly bodies: StateBodies;
  readonly digest: Pick<Digest, 'sha256'>;
  readonly ids: Pick<Ids, 'uuid'>;
}): ScormStore {
  const { bodies, digest, dynamo } = deps;
  const rows = createStateRows({ ...deps, folder: 'scorm' });
  const keyOfItem = (key: ScormKey, itemId: string): Key =>
    scormItemKey(key, digest.sha256(itemId).slice(0, 32));
  async function saving({ whole, item }: ScormChange): Promise<PageSaving> {
    const prepared = [
      await rows.prepare(scormPackageKey(whole), 'scorm-package', whole),
      ...(item ? [await rows.prepare(keyOfItem(item, item.itemId), 'scorm-item', item)] : []),
    ];
    return savingOf(bodies, prepared);
  }
  return {
    saving,
    save: async (change) => saveAlone(dynamo, await saving(change)),
    async listOf(registration) {
      const all = await rows.list<ScormPackageState | ScormItemState>(...scormRange(registration));
      return {
        packages: all.filter((one): one is ScormPackageState => !('itemId' in one)),
        items: all.filter((one): one is ScormItemState => 'itemId' in one),
      };
    },
    readPackage: (key) => rows.read<ScormPackageState>(scormPackageKey(key)),
    readItem: (key, itemId) => rows.read<ScormItemState>(keyOfItem(key, itemId)),
    listItems: (key) => rows.list<ScormItemState>(scormPackageKey(key).pk, scormItemPrefix(key)),
  };
}
