import { parseArgs } from 'node:util';
import { figure } from './figure.ts';
import { growthOf, levels, unitFigures } from './lrs/growth.ts';
import { partitionFigures } from './lrs/hottest-partition.ts';
import { speedFigures } from './lrs/http-speed.ts';
import { parallelWriterFigures } from './lrs/parallel-writers.ts';

const parts = ['units', 'partitions', 'writers', 'speed'] as const;

/**
 * What the record store costs and how fast it is. Units are what the engine reports, on the embedded one or the one at
 * DYNAMODB_ENDPOINT. Options: `--statements N` (a store that holds N, default 1000), `--growth` (1000, 10,000 and
 * 100,000, and how much the figures change), `--only units|partitions|writers|speed`; `--json` is how it prints anyway.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      statements: { type: 'string', default: '1000' },
      growth: { type: 'boolean', default: false },
      only: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const wanted = parts.filter((part) => values.only === undefined || values.only === part);
  if (wanted.length === 0) throw new Error(`--only takes one of ${parts.join(', ')}`);
  if (wanted.includes('units')) await unitsAt(values.growth ? levels : [Number(values.statements)]);
  if (wanted.includes('partitions')) for (const line of await partitionFigures()) figure(line);
  if (wanted.includes('writers')) for (const line of await parallelWriterFigures()) figure(line);
  if (wanted.includes('speed')) for (const line of await speedFigures()) figure(line);
}

async function unitsAt(counts: readonly number[]): Promise<void> {
  const all = [];
  for (const statements of counts) {
    const lines = await unitFigures(statements);
    for (const line of lines) figure(line);
    all.push({ statements, lines });
  }
  for (const line of growthOf(all)) figure(line);
}
