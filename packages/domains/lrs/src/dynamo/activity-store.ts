import { Unavailable } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import { type Activity, type ActivityDefinition, canonicalJson } from '@sinau/xapi';
import { type DefinitionRight, mayDescribe } from '../definition-right.ts';
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

type Right = Exclude<DefinitionRight, false>;

/** One row an activity, written only when a statement says something new about it. */
export function createActivityStore(context: LrsContext): ActivityStore {
  const { dynamo, table, digest } = context;
  const seen = new Set<string>();
  const keyOf = (store: StoreName, id: string) => activityKey(store, digest.sha256(id).slice(0, 32));

  async function describe(store: StoreName, { id, definition }: Activity, right: Right): Promise<void> {
    if (!definition) return;
    const word = digest.sha256(canonicalJson(definition)).slice(0, 16);
    const done = `${store} ${id} ${word} ${right}`;
    if (seen.has(done)) return;
    for (let round = 0; round < overtakings; round += 1) {
      const row = await dynamo.get({ table, key: keyOf(store, id), consistent: true });
      const by = ownerAfter(row, { id, right });
      const words = readWords(row);
      const merged = JSON.stringify(mergeDefinitions(readDefinition(row), definition));
      const isKnown = words.includes(word) && by === row?.by;
      // Whoever may not describe it now never may later: a source does not get what another has.
      const isLeft = by === 'refused' || isKnown || Buffer.byteLength(id + merged) > mostBytes;
      if (isLeft || (await write(store, { id, merged, row, words: [word, ...words], by }))) {
        if (seen.size >= mostSeen) seen.clear();
        seen.add(done);
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
      readonly by: string | undefined;
    },
  ): Promise<boolean> {
    const { id, merged, row, words, by } = given;
    const version = Number(row?.version ?? 0);
    const put = await dynamo.put({
      table,
      item: {
        ...keyOf(store, id),
        id,
        d: merged,
        words: words.slice(0, mostRemembered).join(),
        version: version + 1,
        ...(by !== undefined && { by }),
      },
      // Unchanged since it was read: closes the race of two statements that describe it.
      condition: row
        ? { expression: 'version = :version', values: { ':version': version } }
        : { expression: 'attribute_not_exists(pk)' },
    });
    return put.outcome === 'done';
  }

  return {
    async describe(store, activities, right) {
      for (const activity of activities) await describe(store, activity, right);
    },
    find: async (store, activityId) =>
      readDefinition(await dynamo.get({ table, key: keyOf(store, activityId), consistent: true })),
  };
}

/** The source that the activity belongs to once it is described; undefined: a trusted writer. */
function ownerAfter(
  row: Item | undefined,
  { id, right }: { readonly id: string; readonly right: Right },
): string | undefined | 'refused' {
  if (right === true) return undefined;
  const by = typeof row?.by === 'string' ? row.by : undefined;
  const may = mayDescribe(right, { id, known: row !== undefined, ...(by !== undefined && { by }) });
  return may ? right : 'refused';
}

function readDefinition(row: Item | undefined): ActivityDefinition | undefined {
  // Written by this store alone, from validated statements.
  return typeof row?.d === 'string' ? (JSON.parse(row.d) as ActivityDefinition) : undefined;
}

function readWords(row: Item | undefined): readonly string[] {
  return typeof row?.words === 'string' && row.words !== '' ? row.words.split(',') : [];
}
