import { type Digest, Unavailable } from '@sinau/kernel';
import { type Dynamo, type Item, queryAll } from '@sinau/platform/dynamo';
import { hashOfLine, type Line, lineSchema, nextLine } from '../line.ts';
import type { LinePage, ReadingLog } from '../ports.ts';
import { chainOf, type Reading } from '../reading.ts';
import {
  aboutPartition,
  chainKey,
  chainPartition,
  chainsPartition,
  datedSort,
  lineSort,
  officePartition,
} from './keys.ts';

export interface ReadingLogOptions {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
  readonly digest: Digest;
  readonly sleep: (ms: number) => Promise<unknown>;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

const lastNumber = 10 ** 12 - 1;
/** More than writers who meet in one chain. */
const tries = 25;
const pauseMs = 10;

/** Numbered rows that are put once and never again. */
export function createReadingLog(options: ReadingLogOptions): ReadingLog {
  // Where this process saw each chain last: usually the next line is one write. A wrong memory only loses its race.
  const heads = new Map<string, Line>();
  return {
    append: (reading) => append(options, heads, reading),
    listAbout: (about, page) => listBy(options, { index: 'gsi1', partition: aboutPartition(about) }, page),
    listOf: (office, page) => listBy(options, { index: 'gsi2', partition: officePartition(office) }, page),
    async offices() {
      const rows = await queryAll(options, { partition: chainsPartition, consistent: true });
      return [...new Set(rows.map(({ office }) => String(office)))].sort();
    },
    async chainsOf(office) {
      const rows = await queryAll(options, { partition: chainsPartition, consistent: true });
      const all = rows.map((row) => ({ chain: String(row.chain), office: String(row.office) }));
      return all.filter((one) => office === undefined || one.office === office);
    },
    async chains() {
      return (await queryAll(options, { partition: chainsPartition, consistent: true })).map(({ chain }) =>
        String(chain),
      );
    },
    linesOf: (chain, page) => linesOf(options, chain, page),
    links: async (chain, page) =>
      (await linesOf(options, chain, page)).map((line) => ({
        ...{ number: line.number, previous: line.previous, hash: line.hash },
        intact: hashOfLine(options.digest, line) === line.hash && line.chain === chain,
      })),
    prune: (chain, upTo) => prune(options, chain, upTo),
    head: (chain) => lastOf(options, chain),
  };
}

async function append(options: ReadingLogOptions, heads: Map<string, Line>, reading: Reading): Promise<Line> {
  const { dynamo, table, digest, sleep, random } = options;
  const chain = chainOf(reading);
  for (let round = 0; round < tries; round += 1) {
    const last = heads.get(chain) ?? (await lastOf(options, chain));
    // Without it a check would not come to the chain.
    if (!last) await dynamo.put({ table, item: { ...chainKey(chain), chain, office: reading.office } });
    const line = nextLine(digest, { chain, reading, last });
    // Absent: closes the race of two for the next number, and a line is never written over.
    const condition = { expression: 'attribute_not_exists(pk)' };
    const put = await dynamo.put({ table, item: toRow(line), condition });
    if (put.outcome === 'done') {
      heads.set(chain, line);
      return line;
    }
    heads.delete(chain);
    await sleep(Math.round(random() * pauseMs * round));
  }
  throw new Unavailable('Too many are looking at once; please try again.');
}

async function lastOf({ dynamo, table }: ReadingLogOptions, chain: string): Promise<Line | undefined> {
  const page = await dynamo.query({
    ...{ table, partition: chainPartition(chain), descending: true, limit: 1, consistent: true },
  });
  return page.items.map(readLine)[0];
}

async function linesOf(
  { dynamo, table }: ReadingLogOptions,
  chain: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly Line[]> {
  const page = await dynamo.query({
    ...{ table, partition: chainPartition(chain), limit, consistent: true },
    sort: { between: [lineSort(after + 1), lineSort(lastNumber)] },
  });
  return page.items.map(readLine);
}

async function prune(
  options: ReadingLogOptions,
  chain: string,
  { number, limit }: { readonly number: number; readonly limit: number },
): Promise<{ readonly pruned: number }> {
  const { dynamo, table } = options;
  const head = await lastOf(options, chain);
  // The next line follows the last one, however old that is.
  const upTo = Math.min(number, (head?.number ?? 0) - 1);
  if (upTo < 1) return { pruned: 0 };
  const partition = chainPartition(chain);
  const sort = { between: [lineSort(1), lineSort(upTo)] } as const;
  const { items } = await dynamo.query({ table, partition, limit, sort, consistent: true });
  const deletes = items.map((row) => ({ pk: partition, sk: lineSort(readLine(row).number) }));
  if (deletes.length > 0) await dynamo.batchWrite({ table, deletes });
  return { pruned: deletes.length };
}

async function listBy(
  { dynamo, table }: ReadingLogOptions,
  list: { readonly index: 'gsi1' | 'gsi2'; readonly partition: string },
  { limit, before }: { readonly limit: number; readonly before?: string },
): Promise<LinePage> {
  const found = await dynamo.query({
    ...{ table, ...list, descending: true, limit: limit + 1 },
    // Places begin with a digit; a bound may not be empty. Bounds are inclusive, so the one before comes along.
    ...(before !== undefined && { sort: { between: ['0', before] as const } }),
  });
  const lines = found.items.map(readLine).filter((line) => before === undefined || datedSort(line) < before);
  const shown = lines.slice(0, limit);
  const oldest = shown.at(-1);
  return { lines: shown, ...((found.last || lines.length > limit) && oldest && { next: datedSort(oldest) }) };
}

function toRow(line: Line): Item {
  return {
    ...{ pk: chainPartition(line.chain), sk: lineSort(line.number) },
    ...{ gsi1pk: aboutPartition(line.about), gsi1sk: datedSort(line) },
    ...{ gsi2pk: officePartition(line.office), gsi2sk: datedSort(line) },
    ...line,
  };
}

const readLine = (row: Item): Line => lineSchema.parse(row);
