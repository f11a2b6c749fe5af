import type dynalite from 'dynalite/db/index.js';
import { applyChange } from './apply-change.ts';
import type { Engine } from './engine.ts';
import type { Body } from './requests.ts';
import { expiryKey, expiryPrefix, expiryTime, rowPrefix } from './row-keys.ts';
import { validationError } from './service-error.ts';
import type { StoredTable } from './tables.ts';
import { type TokenEntry, tokenPrefix } from './transact-requests.ts';

const pageSize = 200;
/** DynamoDB leaves rows alone whose time was over longer ago than this. */
const fiveYearsSeconds = 5 * 365 * 24 * 60 * 60;

/** UpdateTimeToLive: keeps the setting and puts the rows that are there in the order of expiry. */
export async function updateTimeToLive(engine: Engine, body: Body): Promise<object> {
  const { storage, tables } = engine;
  const { AttributeName, Enabled } = (body.TimeToLiveSpecification ?? {}) as Partial<StoredTable['ttl']> &
    object;
  if (typeof AttributeName !== 'string' || typeof Enabled !== 'boolean') {
    throw validationError('TimeToLiveSpecification needs AttributeName and Enabled');
  }
  const before = tables.require(body.TableName);
  if (before.ttl?.Enabled === Enabled) {
    throw validationError(`TimeToLive is already ${Enabled ? 'enabled' : 'disabled'}`);
  }
  const table = await storage.run((scope) => {
    const changed = tables.setTimeToLive(scope, before, { AttributeName, Enabled });
    // Inside the unit, so that a write planned later already sees the setting.
    tables.adopt(changed);
    return changed;
  });
  await eachPage(engine, { prefix: rowPrefix(table) }, (keys) =>
    storage.run((scope) => {
      for (const key of keys) {
        const row = scope.get(key) as dynalite.Row | undefined;
        const entry = row && expiryKey(table, row);
        if (entry !== undefined) scope.put(entry, key);
      }
    }),
  );
  return { TimeToLiveSpecification: { AttributeName, Enabled } };
}

/** Removes every row whose time is over, with a stream record that says so. Resolves to how many. */
export async function sweepExpired(engine: Engine): Promise<number> {
  const nowSeconds = Math.floor(engine.clock.now().getTime() / 1000);
  let removed = 0;
  for (const table of engine.tables.all()) {
    if (!table.ttl?.Enabled) continue;
    const prefix = expiryPrefix(table);
    const from = prefix + expiryTime(Math.max(0, nowSeconds - fiveYearsSeconds));
    await eachPage(engine, { prefix, from, until: prefix + expiryTime(nowSeconds) }, async (keys) => {
      removed += await removeRows(engine, table, keys);
    });
  }
  await forgetTokens(engine);
  return removed;
}

function removeRows(engine: Engine, table: StoredTable, entries: readonly string[]): Promise<number> {
  return engine.storage.run((scope) => {
    let removed = 0;
    for (const entry of entries) {
      // Gone when the row was written anew since the page was read.
      const key = scope.get(entry) as string | undefined;
      const row = key === undefined ? undefined : (scope.get(key) as dynalite.Row | undefined);
      if (key === undefined || !row) continue;
      const occasion = { now: engine.clock.now(), expired: true };
      applyChange(scope, { table, key, before: row }, occasion);
      removed += 1;
    }
    return removed;
  });
}

async function forgetTokens(engine: Engine): Promise<void> {
  const now = engine.clock.now().getTime();
  await eachPage(engine, { prefix: tokenPrefix }, (keys) =>
    engine.storage.run((scope) => {
      for (const key of keys) if ((scope.get(key) as TokenEntry).until <= now) scope.delete(key);
    }),
  );
}

async function eachPage(
  { storage }: Engine,
  range: { readonly prefix: string; readonly from?: string; readonly until?: string },
  work: (keys: readonly string[]) => Promise<void>,
): Promise<void> {
  const { prefix, from = prefix, until = `${prefix}~` } = range;
  const iterator = storage.level.iterator({ gte: from, lt: until });
  try {
    for (;;) {
      const page = await iterator.nextv(pageSize);
      if (page.length === 0) return;
      await work(page.map(([key]) => key));
    }
  } finally {
    await iterator.close();
  }
}
