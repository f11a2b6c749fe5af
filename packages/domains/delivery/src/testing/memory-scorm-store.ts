import type { ScormStore } from '../scorm/ports.ts';
import type { ScormItemState, ScormKey, ScormPackageState } from '../scorm/state.ts';
import { commitMemoryWrites } from './memory-registration-store.ts';
import { replacingRow } from './memory-rows.ts';

/** The port on maps, for unit tests of use cases. Passes the same contract suite as the DynamoDB adapter. */
export function memoryScormStore(): ScormStore {
  const packages = new Map<string, ScormPackageState>();
  const items = new Map<string, ScormItemState>();
  const keyOf = ({ registration, moduleId }: ScormKey) => `${registration} ${moduleId}`;
  const itemKeyOf = (key: ScormKey, itemId: string) => `${keyOf(key)} ${itemId}`;

  const saving: ScormStore['saving'] = async ({ whole, item }) => ({
    companion: {
      writes: [
        replacingRow(packages, keyOf(whole), whole),
        ...(item ? [replacingRow(items, itemKeyOf(item, item.itemId), item)] : []),
      ],
    },
    settle: async () => undefined,
  });

  return {
    saving,
    save: async (change) =>
      commitMemoryWrites((await saving(change)).companion.writes) ? 'saved' : 'conflict',
    listOf: async (registration) => ({
      packages: [...packages.values()].filter((one) => one.registration === registration),
      items: [...items.values()].filter((one) => one.registration === registration),
    }),
    readPackage: async (key) => structuredClone(packages.get(keyOf(key))),
    readItem: async (key, itemId) => structuredClone(items.get(itemKeyOf(key, itemId))),
    listItems: async (key) =>
      [...items.values()].filter((item) => keyOf(item) === keyOf(key)).map((item) => structuredClone(item)),
  };
}
