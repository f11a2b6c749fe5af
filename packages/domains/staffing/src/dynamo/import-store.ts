import { gunzipSync, gzipSync } from 'node:zlib';
import { createPieceStore, type Dynamo, type Item, type PiecePlace } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type ImportId, type ImportJob, isOpen, type ListName, type RowResult } from '../import-job.ts';
import type { ImportStore, ResultPlace } from '../ports.ts';
import { type ImportKeys, importKeys } from './keys.ts';
import { readJob, resultsSchema, tableSchema } from './rows.ts';

const keptSeconds = 90 * 86_400;
/** They hold what the largest file allowed comes to, packed. */
const mostPieces = 8;
/** Of one run of housekeeping. */
const mostSilent = 50;

interface Door {
  readonly dynamo: Dynamo;
  readonly table: string;
  readonly list: ListName;
}

const placeIn =
  ({ list }: Pick<Door, 'list'>, what: 'cells' | 'refused') =>
  (importId: ImportId, expiresAt = 0): PiecePlace => ({
    ...{ kind: `${list}-import-${what}`, mostPieces },
    keyOf: (piece) => importKeys(list)[what](importId, piece),
    ...(expiresAt > 0 && { expiresAt }),
  });

const expiryOf = ({ createdAt }: Pick<ImportJob, 'createdAt'>) =>
  Math.ceil(Date.parse(createdAt) / 1_000) + keptSeconds;

function jobItem(list: ListName, job: ImportJob): Item {
  const keys = importKeys(list);
  return {
    ...keys.job(job.importId),
    kind: `${list}-import`,
    ...(isOpen(job) && { gsi1pk: keys.open, gsi1sk: `${job.touchedAt}#${job.importId}` }),
    ...{ gsi2pk: keys.agency(job.agencyId), gsi2sk: `${job.createdAt}#${job.importId}` },
    ...job,
    expiresAt: expiryOf(job),
  };
}

export function createImportStore(deps: Door): ImportStore {
  const { dynamo, table, list } = deps;
  const keys = importKeys(list);
  const [placeOf, refusedOf] = [placeIn(deps, 'cells'), placeIn(deps, 'refused')];
  const pieces = createPieceStore(deps);
  return {
    list,
    async create(job, cells) {
      // The cells first: an import whose cells are missing would fail.
      if ((await pieces.keep(placeOf(job.importId, expiryOf(job)), cells)) === 'too-large')
        return 'too-large';
      await dynamo.put({ table, item: jobItem(list, job) });
      return 'created';
    },
    async find(importId) {
      const row = await dynamo.get({ table, key: keys.job(importId), consistent: true });
      return row && readJob(row);
    },
    async save(job) {
      const next = { ...job, rev: job.rev + 1 };
      const { outcome } = await dynamo.put({
        table,
        item: jobItem(list, next),
        // As it was read: of two workers on one portion, and of start and discard, one goes on.
        condition: { expression: 'rev = :rev', values: { ':rev': job.rev } },
      });
      return outcome === 'done' ? { outcome: 'saved', job: next } : { outcome: 'changed' };
    },
    async listOf(agencyId, limit) {
      const partition = keys.agency(agencyId);
      const page = await dynamo.query({ table, index: 'gsi2', partition, descending: true, limit });
      return page.items.map(readJob);
    },
    async listSilent(before) {
      const sort = { between: ['0', `${before}~`] } as const;
      const query = { table, index: 'gsi1', partition: keys.open, sort, limit: mostSilent } as const;
      return (await dynamo.query(query)).items.map(readJob);
    },
    readCells: async (importId) => readTable(await pieces.read(placeOf(importId))),
    dropCells: (importId) => pieces.drop(placeOf(importId)),
    // Fewer than the cells they are of, so that they have room.
    keepRefused: async (job, cells) =>
      void (await pieces.keep(refusedOf(job.importId, expiryOf(job)), cells)),
    readRefused: async (importId) => readTable(await pieces.read(refusedOf(importId))),
    ...resultRows(deps, keys),
  };
}

const readTable = (cells: unknown) => (cells === undefined ? undefined : tableSchema.parse(cells));

function resultRows(
  { dynamo, table, list }: Door,
  keys: ImportKeys,
): Pick<ImportStore, 'noteResults' | 'saveResults' | 'listResults'> {
  const itemOf = ({ importId, pass, from }: ResultPlace, results: readonly RowResult[]): Item => ({
    ...keys.results(importId, pass, from),
    ...{ kind: `${list}-import-results`, from, count: results.length },
    results: new Uint8Array(gzipSync(JSON.stringify(results))),
    expiresAt: Math.ceil(Date.now() / 1_000) + keptSeconds,
  });
  return {
    async noteResults(place, results) {
      const item = itemOf(place, results);
      // Absent: what was noted before anything was done stands.
      const condition = { expression: 'attribute_not_exists(pk)' };
      const { outcome } = await dynamo.put({ table, item, condition });
      if (outcome === 'done') return results;
      const key = keys.results(place.importId, place.pass, place.from);
      const row = await dynamo.get({ table, key, consistent: true });
      return row ? unpack(row) : results;
    },
    async saveResults(place, results) {
      await dynamo.put({ table, item: itemOf(place, results) });
    },
    async listResults({ importId, pass, from }, limit) {
      const results: RowResult[] = [];
      let next: number | undefined = from;
      while (next !== undefined && results.length < limit) {
        const key = keys.results(importId, pass, next);
        const row = await dynamo.get({ table, key, consistent: true });
        if (!row) return { results };
        results.push(...unpack(row));
        next += countOf(row);
      }
      return { results, ...(next !== undefined && { next }) };
    },
  };
}

const countOf = (row: Item): number => z.int().positive().parse(row.count);

const unpack = (row: Item): readonly RowResult[] =>
  resultsSchema.parse(JSON.parse(gunzipSync(row.results as Uint8Array).toString()));
