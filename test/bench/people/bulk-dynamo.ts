import type { Dynamo, Item, Key } from '@sinau/platform/dynamo';

/** A table that takes the writes of adapters in bulk. Every reader of it finds nothing, so nothing may hang on what was written. */
export interface BulkDynamo {
  readonly dynamo: Dynamo;
  /** Writes what is left, counters last. */
  flush(): Promise<number>;
}

const together = 5_000;

/**
 * Rows as the adapters make them, without what a single write costs: conditions and transactions are not needed where nothing
 * was before, and counters are added up here and written once.
 */
export function createBulkDynamo(target: Dynamo, table: string): BulkDynamo {
  let rows: Item[] = [];
  let written = 0;
  const counters = new Map<string, Record<string, unknown> & Key>();
  const write = async () => {
    const puts = rows;
    rows = [];
    // Rows of one batch must differ; of two versions the later one is meant.
    const latest = new Map(puts.map((row) => [`${row.pk} ${row.sk}`, row]));
    await target.batchWrite({ table, puts: [...latest.values()] });
    written += latest.size;
  };
  const put = async (item: Item) => {
    rows.push(item);
    if (rows.length >= together) await write();
  };
  const refuse = () => Promise.reject(new Error('a bulk table takes no deletions'));
  return {
    dynamo: {
      get: async () => undefined,
      query: async () => ({ items: [] }),
      batchGet: async () => [],
      transactGet: async (keys) => keys.map(() => undefined),
      delete: refuse,
      async put({ item }) {
        await put(item);
        return { outcome: 'done' };
      },
      async update({ key, ...rest }) {
        add(counters, key, rest);
        return { outcome: 'done' };
      },
      async batchWrite({ puts = [] }) {
        for (const item of puts) await put(item);
      },
      async transactWrite(items) {
        for (const item of items) {
          if (item.kind === 'put') await put(item.item);
          if (item.kind === 'update') add(counters, item.key, item);
          if (item.kind === 'delete') await refuse();
        }
        return { outcome: 'done' };
      },
    },
    async flush() {
      rows.push(...(counters.values() as Iterable<Item>));
      counters.clear();
      while (rows.length > 0) await write();
      return written;
    },
  };
}

/** `ADD a :x, b :y SET c = :z, …`, which is what counters of the adapters say. */
function add(
  counters: Map<string, Record<string, unknown> & Key>,
  key: Key,
  given: {
    readonly update: string;
    readonly names?: Readonly<Record<string, string>>;
    readonly values?: Readonly<Record<string, unknown>>;
  },
): void {
  const { update, names = {}, values = {} } = given;
  const name = `${key.pk} ${key.sk}`;
  const row = counters.get(name) ?? { ...key };
  counters.set(name, row);
  const [adding = '', setting = ''] = update.replace(/^ADD /, '').split(' SET ');
  for (const term of adding.split(', ')) {
    const [attribute = '', value = ''] = term.split(' ');
    const field = names[attribute] ?? attribute;
    row[field] = Number(row[field] ?? 0) + Number(values[value]);
  }
  for (const term of setting === '' ? [] : setting.split(', ')) {
    const [attribute = '', value = ''] = term.split(' = ');
    row[names[attribute] ?? attribute] = values[value];
  }
}
