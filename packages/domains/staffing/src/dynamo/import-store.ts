import { gunzipSync, gzipSync } from 'node:zlib';
import { createPieceStore, type Dynamo, type Item, type PiecePlace } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type ImportId, type ImportJob, isOpen, type RowResult } from '../import-job.ts';
import type { ImportStore, ResultPlace } from '../ports.ts';
import { agencyPartition, cellsKey, jobKey, openPartition, resultsKey } from './keys.ts';
import { readJob, resultsSchema, tableSchema } from './rows.ts';

const keptSeconds = 90 * 86_400;
/** They hold what the largest file allowed comes to, packed. */
const mostPieces = 8;
/** Of one run of housekeeping. */
const mostSilent = 50;

const placeOf = (importId: ImportId, expiresAt = 0): PiecePlace => ({
  ...{ kind: 'people-import-cells', mostPieces },
  keyOf: (piece) => cellsKey(importId, piece),
  ...(expiresAt > 0 && { expiresAt }),
});

const expiryOf = ({ createdAt }: Pick<ImportJob, 'createdAt'>) =>
  Math.ceil(Date.parse(createdAt) / 1_000) + keptSeconds;

function jobItem(job: ImportJob): Item {
  return {
    ...jobKey(job.importId),
    kind: 'people-import',
    ...(isOpen(job) && { gsi1pk: openPartition, gsi1sk: `${job.touchedAt}#${job.importId}` }),
    ...{ gsi2pk: agencyPartition(job.agencyId), gsi2sk: `${job.createdAt}#${job.importId}` },
    ...job,
    expiresAt: expiryOf(job),
  };
}

export function createImportStore(deps: { readonly dynamo: Dynamo; readonly table: string }): ImportStore {
  const { dynamo, table } = deps;
  const pieces = createPieceStore(deps);
  return {
    async create(job, cells) {
      // The cells first: an import whose cells are missing would fail.
      if ((await pieces.keep(placeOf(job.importId, expiryOf(job)), cells)) === 'too-large')
        return 'too-large';
      await dynamo.put({ table, item: jobItem(job) });
      return 'created';
    },
    async find(importId) {
      const row = await dynamo.get({ table, key: jobKey(importId), consistent: true });
      return row && readJob(row);
    },
    async save(job) {
      const next = { ...job, rev: job.rev + 1 };
      const { outcome } = await dynamo.put({
        table,
        item: jobItem(next),
        // As it was read: of two workers on one portion, and of start and discard, one goes on.
        condition: { expression: 'rev = :rev', values: { ':rev': job.rev } },
      });
      return outcome === 'done' ? { outcome: 'saved', job: next } : { outcome: 'changed' };
    },
    async listOf(agencyId, limit) {
      const partition = agencyPartition(agencyId);
      const page = await dynamo.query({ table, index: 'gsi2', partition, descending: true, limit });
      return page.items.map(readJob);
    },
    async listSilent(before) {
      const sort = { between: ['0', `${before}~`] } as const;
      const query = { table, index: 'gsi1', partition: openPartition, sort, limit: mostSilent } as const;
      return (await dynamo.query(query)).items.map(readJob);
    },
    async readCells(importId) {
      const cells = await pieces.read(placeOf(importId));
      return cells === undefined ? undefined : tableSchema.parse(cells);
    },
    dropCells: (importId) => pieces.drop(placeOf(importId)),
    ...resultRows(deps),
  };
}

function resultRows({
  dynamo,
  table,
}: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): Pick<ImportStore, 'noteResults' | 'saveResults' | 'listResults'> {
  const itemOf = ({ importId, pass, from }: ResultPlace, results: readonly RowResult[]): Item => ({
    ...resultsKey(importId, pass, from),
    ...{ kind: 'people-import-results', from, count: results.length },
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
      const key = resultsKey(place.importId, place.pass, place.from);
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
        const key = resultsKey(importId, pass, next);
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
