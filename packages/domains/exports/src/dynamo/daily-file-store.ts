import type { AgencyId } from '@sinau/kernel';
import { type Dynamo, type Item, queryAll } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { DailyCursor, DailyFile } from '../daily-file.ts';
import type { DailyFileStore } from '../ports.ts';
import { cursorKey, dayPrefix, daySort, fileKey, filesPartition, filesPrefix } from './keys.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

const agencyId = z.custom<AgencyId>((value) => typeof value === 'string');
const slice = { lane: z.number(), from: z.number(), to: z.number() };

const cursorRow = z.object({
  agencyId,
  lanes: z.array(z.object({ lane: z.number(), chunk: z.number(), bornMs: z.number().exactOptional() })),
  pending: z.object(slice).exactOptional(),
  updatedAt: z.string(),
  rev: z.number(),
});

const storedFile = z.object({ key: z.string(), bytes: z.number(), sha256: z.string() });

const fileRow = z.object({
  agencyId,
  date: z.string(),
  ...slice,
  rows: z.number(),
  files: z.object({ ndjson: storedFile, parquet: storedFile }),
});

export function createDailyFileStore(door: Door): DailyFileStore {
  const { dynamo, table } = door;
  return {
    findCursor: async (id) => {
      const row = await dynamo.get({ table, key: cursorKey(id), consistent: true });
      return row && cursorRow.parse(row);
    },
    replaceCursor: async (cursor) => {
      const item = { ...cursorKey(cursor.agencyId), kind: 'record-files-cursor', ...cursor };
      const result = await dynamo.put({ table, item, condition: follows(cursor) });
      return result.outcome === 'done' ? 'stored' : 'conflict';
    },
    putFiles: (files) =>
      dynamo.batchWrite({
        table,
        puts: files.map((file) => ({ ...fileKey(file), kind: 'record-file', ...file })),
      }),
    filesOf: (id, date) => filesOf(door, id, date),
    listFiles: async ({ agencyId: id, before, limit }) => {
      const sort =
        before === undefined ? { prefix: filesPrefix } : { between: [filesPrefix, daySort(before)] as const };
      const partition = filesPartition(id);
      const page = await dynamo.query({ table, partition, sort, descending: true, limit });
      const files = page.items.map(readFile);
      const cut = page.last === undefined ? undefined : files.at(-1)?.date;
      if (cut === undefined) return files;
      const whole = files.filter(({ date }) => date !== cut);
      return whole.length > 0 ? whole : filesOf(door, id, cut);
    },
  };
}

/** Closes the race of two workers at one agency: the second finds another `rev`. */
function follows({ rev }: DailyCursor) {
  if (rev === 1) return { expression: 'attribute_not_exists(pk)' };
  return { expression: '#rev = :before', names: { '#rev': 'rev' }, values: { ':before': rev - 1 } };
}

async function filesOf(door: Door, id: AgencyId, date: string): Promise<readonly DailyFile[]> {
  const sort = { prefix: dayPrefix(date) };
  return (await queryAll(door, { partition: filesPartition(id), sort, consistent: true })).map(readFile);
}

const readFile = (row: Item): DailyFile => fileRow.parse(row);
