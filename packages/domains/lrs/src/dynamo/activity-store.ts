import { Unavailable } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import { type Activity, type ActivityDefinition, canonicalJson } from '@sinau/xapi';
import { mergeDefinitions } from '../merge-definitions.ts';
import type { StoreName } from '../model.ts';
import type { ActivityStore } from '../ports.ts';
import type { LrsContext } from './context.ts';
import { activityKey } from './keys.ts';

/** Definitions that one row remembers to have merged, newest first; a repeated statement changes nothing. */
const mostRemembered = 40;
const mostSeen = 10_000;
const overtakings = 50;
/**
 * Bytes of id and definition that one row keeps, well below DynamoDB's 400 KB. A row that could not be written would keep
 * its commit from being healed for good, so what makes it larger stays in its statement alone.
 */
const mostBytes = 256 * 1024;

/** One row an activity, written only when a statement says something new about it. */
export function createActivityStore(context: LrsContext): ActivityStore {
  const { dynamo, table, digest } = context;
  const seen = new Set<string>();
  const keyOf = (store: StoreName, id: string) => activityKey(store, digest.sha256(id).slice(0, 32));

  async function describe(store: StoreName, { id, definition }: Activity): Promise<void> {
    if (!definition) return;
    const word = digest.sha256(canonicalJson(definition)).slice(0, 16);
    if (seen.has(`${store} ${id} ${word}`)) return;
    for (let round = 0; round < overtakings; round += 1) {
      const row = await dynamo.get({ table, key: keyOf(store, id), consistent: true });
      const words = readWords(row);
      const merged = JSON.stringify(mergeDefinitions(readDefinition(row), definition));
      const isKnown = words.includes(word) || Buffer.byteLength(id + merged) > mostBytes;
      if (isKnown || (await write(store, { id, merged, row, words: [word, ...words] }))) {
        if (seen.size >= mostSeen) seen.clear();
        seen.add(`${store} ${id} ${word}`);
        return;
      }
    }
    throw new Unavailable('Too many statements describe one activity at once.');
  }

  async function write(
    store: StoreName,
    given: {
      readonly id: string;
      /** JSON. */
      readonly merged: string;
      readonly row: Item | undefined;
      readonly words: readonly string[];
    },
  ): Promise<boolean> {
    const { id, merged, row, words } = given;
    const version = Number(row?.version ?? 0);
    const put = await dynamo.put({
      table,
      item: {
        ...keyOf(store, id),
        id,
        d: merged,
        words: words.slice(0, mostRemembered).join(),
        version: version + 1,
      },
      // Unchanged since it was read: closes the race of two statements that describe it.
      condition: row
        ? { expression: 'version = :version', values: { ':version': version } }
        : { expression: 'attribute_not_exists(pk)' },
    });
    return put.outcome === 'done';
  }

  return {
    async describe(store, activities) {
      for (const activity of activities) await describe(store, activity);
    },
    find: async (store, activityId) =>
      readDefinition(await dynamo.get({ table, key: keyOf(store, activityId), consistent: true })),
  };
}

function readDefinition(row: Item | undefined): ActivityDefinition | undefined {
  // Written by this store alone, from validated statements.
  return typeof row?.d === 'string' ? (JSON.parse(row.d) as ActivityDefinition) : undefined;
}

function readWords(row: Item | undefined): readonly string[] {
  return typeof row?.words === 'string' && row.words !== '' ? row.words.split(',') : [];
}
