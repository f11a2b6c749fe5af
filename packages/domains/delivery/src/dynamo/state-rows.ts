import type { Ids } from '@sinau/kernel';
import type { Dynamo, Item, Key, TransactItem } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { PageSaving } from '../own-page/write-page.ts';

/** Where bodies that are too large for a row lie; the object store of the platform fits. */
export interface StateBodies {
  put(input: { readonly key: string; readonly body: string; readonly contentType: string }): Promise<unknown>;
  get(key: string): Promise<Uint8Array | undefined>;
  delete(key: string): Promise<void>;
}

/** A row that is to be replaced by `write`. */
export interface PreparedRow {
  readonly write: TransactItem;
  /** Object that was put for it, and the one that it makes superfluous. */
  readonly made: string | undefined;
  readonly replaced: string | undefined;
}

/** Bytes of a body in its row; a row has 400 KB at most, and every change writes all of it. */
const inlineBytes = 100 * 1024;

const mostRemembered = 1000;

const bodyRow = z.object({
  rev: z.number(),
  /** JSON of the state. */
  body: z.string().exactOptional(),
  /** Or the object that holds it. */
  object: z.string().exactOptional(),
});
type BodyRow = z.infer<typeof bodyRow>;

interface State {
  readonly registration: string;
  readonly rev: number;
}

/** The writes of several rows, and what becomes of their objects. */
export function savingOf(bodies: Pick<StateBodies, 'delete'>, prepared: readonly PreparedRow[]): PageSaving {
  return {
    companion: { writes: prepared.map(({ write }) => write) },
    async settle(outcome) {
      const waste = prepared.map(({ made, replaced }) => (outcome === 'stored' ? replaced : made));
      for (const object of waste) if (object !== undefined) await bodies.delete(object);
    },
  };
}

/** The writes of a saving, by themselves. */
export async function saveAlone(
  dynamo: Pick<Dynamo, 'transactWrite'>,
  { companion, settle }: PageSaving,
): Promise<'saved' | 'conflict'> {
  const written = await dynamo.transactWrite(companion.writes as readonly TransactItem[]);
  await settle(written.outcome === 'done' ? 'stored' : 'refused');
  return written.outcome === 'done' ? 'saved' : 'conflict';
}

export interface StateRows {
  read<Kept extends State>(key: Key): Promise<Kept | undefined>;
  list<Kept extends State>(partition: string, prefix: string): Promise<readonly Kept[]>;
  prepare(key: Key, kind: string, next: State): Promise<PreparedRow>;
}

/** Rows whose state is JSON in the row, or in an object of its own when it is large. */
export function createStateRows(deps: {
  readonly dynamo: Dynamo;
  readonly table: string;
  readonly bodies: StateBodies;
  /** Where large ones lie, e.g. `scorm`. */
  readonly folder: string;
  readonly ids: Pick<Ids, 'uuid'>;
}): StateRows {
  const { dynamo, table, bodies, folder, ids } = deps;
  const aside = rememberedObjects();

  async function stateOf<Kept extends State>(key: Key, found: BodyRow): Promise<Kept | undefined> {
    const { rev, body, object } = found;
    aside.note(key, found);
    const bytes = object === undefined ? undefined : await bodies.get(object);
    const text = body ?? (bytes && new TextDecoder().decode(bytes));
    // Written by this adapter alone, so of the type that it was given.
    return text === undefined ? undefined : ({ ...JSON.parse(text), rev } as Kept);
  }

  async function read<Kept extends State>(key: Key): Promise<Kept | undefined> {
    // The object of a row that was replaced while it was read is gone: the new row has another one.
    for (let round = 0; round < 5; round += 1) {
      const row = await dynamo.get({ table, key, consistent: true });
      if (!row) return undefined;
      const state = await stateOf<Kept>(key, bodyRow.parse(row));
      if (state) return state;
    }
    throw new Error('the body of a row is gone');
  }

  return {
    read,
    async list<Kept extends State>(partition: string, prefix: string) {
      const all: Kept[] = [];
      let startAfter: Readonly<Record<string, unknown>> | undefined;
      do {
        const after = startAfter ? { startAfter } : {};
        const page = await dynamo.query({ table, partition, sort: { prefix }, consistent: true, ...after });
        for (const { pk, sk, ...row } of page.items) {
          const key = { pk, sk };
          const state = (await stateOf<Kept>(key, bodyRow.parse(row))) ?? (await read<Kept>(key));
          if (state) all.push(state);
        }
        startAfter = page.last;
      } while (startAfter);
      return all;
    },
    async prepare(key, kind, { rev, ...rest }) {
      const body = JSON.stringify(rest);
      const large = new TextEncoder().encode(body).length > inlineBytes;
      const object = large ? `${folder}/${rest.registration}/${ids.uuid()}` : undefined;
      if (object !== undefined) await bodies.put({ key: object, body, contentType: 'application/json' });
      const item: Item = { ...key, kind, rev: rev + 1, ...(object === undefined ? { body } : { object }) };
      // Unchanged: closes the race of two commits that decided on the same state.
      const condition =
        rev === 0
          ? { expression: 'attribute_not_exists(pk)' }
          : { expression: 'rev = :read', values: { ':read': rev } };
      return { write: { kind: 'put', table, item, condition }, made: object, replaced: aside.of(key, rev) };
    },
  };
}

/** Objects of the rows that were read lately, so that a change knows what it makes superfluous. */
function rememberedObjects() {
  const objects = new Map<string, string>();
  const readingOf = ({ pk, sk }: Key, rev: number) => `${pk} ${sk} ${rev}`;
  return {
    note(key: Key, { rev, object }: BodyRow): void {
      if (object === undefined) return;
      objects.set(readingOf(key, rev), object);
      const [oldest] = objects.keys();
      if (objects.size > mostRemembered && oldest !== undefined) objects.delete(oldest);
    },
    of: (key: Key, rev: number): string | undefined => objects.get(readingOf(key, rev)),
  };
}
