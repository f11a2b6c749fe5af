import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { DuckDBConnection } from '@duckdb/node-api';
import { writeDailyFiles } from '@sinau/exports';
import { createRecordFiles } from '@sinau/exports/adapters';
import { recordColumns } from '@sinau/exports/columns';
import { createDailyFileStore } from '@sinau/exports/dynamo';
import type { AgencyId } from '@sinau/kernel';
import { hmacSigner, nodeDigest, systemClock } from '@sinau/platform/crypto';
import { createDynamo, createTables } from '@sinau/platform/dynamo';
import { type LocalDynamo, type LocalS3, startLocalDynamo, startLocalS3 } from '@sinau/platform/local-aws';
import { createS3Client, createS3ObjectStore, type ObjectStore } from '@sinau/platform/objects';
import { appendRecords, pullRecords } from '@sinau/records';
import { createFeedStore } from '@sinau/records/dynamo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExportFeed } from '../../functions/shared/export-feed.ts';

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const region = 'ap-southeast-3';
const laneCount = 3;
const agencyId = 'kementerian-a' as AgencyId;

let folder = '';
let local: LocalDynamo;
let s3: LocalS3;
let objects: ObjectStore;
let connection: {
  region: string;
  credentials: typeof credentials;
  requestHandler: LocalDynamo['requestHandler'];
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinau-record-files-'));
  local = await startLocalDynamo();
  connection = { region, credentials, requestHandler: local.requestHandler };
  await createTables(connection, { lms: 'lms', lrs: 'lrs' });
  s3 = await startLocalS3({ dir: join(folder, 's3'), buckets: ['files'], ...credentials });
  const client = createS3Client({ region, endpoint: s3.endpoint, forcePathStyle: true, credentials });
  objects = createS3ObjectStore({ client, bucket: 'files' });
});
afterAll(async () => {
  await s3?.close();
  await local?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A worker or writer with a client of its own. */
function parts() {
  const dynamo = createDynamo(connection);
  const feed = createFeedStore({ dynamo, table: 'lrs', clock: systemClock, sleep });
  const bodies = { find: async (id: string) => large.get(id) };
  return { dynamo, feed, bodies };
}

function exporter(bucket = objects) {
  const { dynamo, feed, bodies } = parts();
  return {
    feed: createExportFeed({ feed, bodies }),
    daily: createDailyFileStore({ dynamo, table: 'lms' }),
    files: createRecordFiles({
      objects: bucket,
      temporaryFolder: folder,
      csv: () => Promise.reject(new Error('daily files are no CSV')),
    }),
    clock: systemClock,
    slice: { lines: 120, characters: 1_000_000 },
  };
}

/** Bodies that are too large for the feed. */
const large = new Map<string, string>();
const firstMs = Date.UTC(2026, 2, 1, 15);

/** Commit n of a writer: a few statements, now and then a void or a large one; an hour later than the one before. */
function commitOf(writer: number, n: number) {
  const stored = new Date(firstMs + n * 3_600_000).toISOString();
  const statements = Array.from({ length: 4 }, (_, index) => {
    const id = randomUUID();
    const result = {
      score: { scaled: Math.round(Math.random() * 1000) / 1000 },
      ...(index % 2 === 0 && { success: index === 0 }),
      ...(index === 3 && { duration: 'PT1M30.25S' }),
    };
    const statement = {
      id,
      actor: { account: { homePage: 'https://sinau.example', name: `orang-${writer}` } },
      verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
      object: { id: `https://sinau.example/activities/kursus-${n % 3}/au/${'a1'.repeat(16)}` },
      result: writer === 5 && index === 1 ? { response: 'x'.repeat(70_000) } : result,
      context: { registration: randomUUID() },
      timestamp: `2026-03-01T22:00:00.${String(index).padStart(3, '0')}+07:00`,
      note: 'kutip " koma , garis\\n é 😀',
    };
    const json = JSON.stringify(statement);
    if (json.length > 60_000) large.set(id, json);
    return { id, position: `${String(writer).padStart(2, '0')}.${n}.${index}`, json, agencies: [agencyId] };
  });
  const [first] = statements;
  const voids =
    n === 2 && first ? [{ targetId: first.id, voidedBy: randomUUID(), agencies: [agencyId] }] : [];
  return { position: `w${writer}.${n}`, stored, statements, voids };
}

async function pullAll(): Promise<string[]> {
  const deps = { ...parts(), signer: hmacSigner('a secret for tests, long enough to sign') };
  const lines: string[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await pullRecords(deps, {
      ...{ agencyId, clientId: 'c', limit: 5_000, maxBytes: 4_000_000 },
      ...(cursor !== undefined && { cursor }),
    });
    lines.push(...page.lines);
    cursor = page.cursor;
    if (!page.more) return lines;
  }
}

/** Copies the bucket to a folder, as a consumer would. */
async function copied(prefix: string): Promise<{ readonly to: string; readonly keys: readonly string[] }> {
  const to = join(folder, `copy-${randomUUID()}`);
  const keys: string[] = [];
  for await (const { key } of objects.list(prefix)) {
    const path = join(to, key);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, (await objects.get(key)) ?? '');
    keys.push(key);
  }
  return { to, keys };
}

async function linesOfFiles(keys: readonly string[]): Promise<string[]> {
  const texts = await Promise.all(
    keys.map(async (key) => gunzipSync((await objects.get(key)) ?? new Uint8Array()).toString()),
  );
  return texts.flatMap((text) => text.split('\n').filter(Boolean));
}

describe('daily files of an agency', () => {
  it('hold every line of the feed once, with 32 writers at work and workers that die', async () => {
    let writing = true;
    const writers = Promise.all(
      Array.from({ length: 32 }, async (_, writer) => {
        const deps = { ...parts(), digest: nodeDigest, laneCount };
        for (let n = 0; n < 6; n += 1) {
          const commit = commitOf(writer, n);
          await appendRecords(deps, [commit]);
          // Streams repeat.
          if (n % 2 === 0) await appendRecords(deps, [commit]);
        }
      }),
    ).finally(() => {
      writing = false;
    });
    let deaths = 0;
    let puts = 0;
    const mortal: ObjectStore = {
      ...objects,
      put: async (input) => {
        puts += 1;
        const outcome = puts % 5 === 1 ? undefined : await objects.put(input);
        if (puts % 5 === 1 || puts % 7 === 0) {
          deaths += 1;
          throw new Error('the worker died');
        }
        return outcome ?? 'stored';
      },
    };
    while (writing) {
      // The embedded engine answers without a turn of the event loop, which the writers' pauses need.
      await sleep(20);
      await Promise.all(
        [mortal, mortal, objects].map((bucket) =>
          writeDailyFiles(exporter(bucket), { agencyId }).catch((error: Error) => {
            if (error.message !== 'the worker died') throw error;
          }),
        ),
      );
    }
    await writers;
    for (let calm = false; !calm; ) {
      const { outcome, rows } = await writeDailyFiles(exporter(), { agencyId });
      calm = outcome === 'complete' && rows === 0;
    }
    expect(deaths).toBeGreaterThan(0);
    const { keys } = await copied('ndjson/');
    const lines = await linesOfFiles(keys);
    expect(lines).toHaveLength(32 * 6 * 4 + 32);
    expect(lines.toSorted()).toEqual((await pullAll()).toSorted());
  });

  it('are read by DuckDB, in columns of their types, with the day as a partition', async () => {
    const { to, keys } = await copied('');
    const duck = await DuckDBConnection.create();
    const rowsOf = async (sql: string) => (await duck.runAndReadAll(sql)).getRowObjectsJson();
    const parquet = `read_parquet('${to}/parquet/**/*.parquet', hive_partitioning = true)`;
    const ndjson = `read_json('${to}/ndjson/**/*.ndjson.gz', format = 'newline_delimited', hive_partitioning = true,
      columns = {kind: 'VARCHAR', id: 'VARCHAR', stored: 'VARCHAR', voidedBy: 'VARCHAR', statement: 'JSON'})`;

    const described = await rowsOf(`DESCRIBE SELECT * FROM ${parquet}`);
    const duckTypes = {
      string: 'VARCHAR',
      timestamp: 'TIMESTAMP',
      double: 'DOUBLE',
      boolean: 'BOOLEAN',
    };
    expect(described.map((row) => [row.column_name, row.column_type])).toEqual([
      ...recordColumns.map(({ name, type }) => [name, duckTypes[type]]),
      ['agency', 'VARCHAR'],
      ['date', 'DATE'],
    ]);

    const lines = await linesOfFiles(keys.filter((key) => key.startsWith('ndjson/')));
    const statements = lines.filter((line) => line.startsWith('{"kind":"statement"'));
    const read = await rowsOf(`SELECT statement FROM ${parquet} WHERE kind = 'statement'`);
    expect(read.map(({ statement }) => statement).toSorted()).toEqual(
      statements.map((line) => line.slice(line.indexOf(',"statement":') + 13, -1)).toSorted(),
    );

    // The same rows, seen through either format.
    const columns = `kind, id, strftime(stored, '%Y-%m-%dT%H:%M:%S.%gZ') AS stored, voided_by, day`;
    const fromParquet = `SELECT ${columns} FROM (SELECT *, statement_id AS id, CAST(date AS VARCHAR) AS day FROM ${parquet})`;
    const fromNdjson = `SELECT kind, id, stored, "voidedBy", CAST(date AS VARCHAR) FROM ${ndjson}`;
    for (const [one, other] of [
      [fromParquet, fromNdjson],
      [fromNdjson, fromParquet],
    ]) {
      expect(await rowsOf(`${one} EXCEPT ALL ${other}`)).toEqual([]);
    }
    expect(await rowsOf(`SELECT count(*)::INT AS rows FROM ${parquet}`)).toEqual([{ rows: lines.length }]);

    // The partition is the day in Jakarta.
    const wrong = `CAST(stored + INTERVAL 7 HOUR AS DATE) <> date`;
    expect(await rowsOf(`SELECT 1 FROM ${parquet} WHERE ${wrong}`)).toEqual([]);
    const [row] = await rowsOf(
      `SELECT success, duration_seconds, epoch_ms("timestamp")::VARCHAR AS ms, course_id
       FROM ${parquet} WHERE duration_seconds IS NOT NULL LIMIT 1`,
    );
    expect(row).toMatchObject({ success: null, duration_seconds: 90.25, ms: String(firstMs + 3) });
    expect(row?.course_id).toMatch(/^kursus-[012]$/);
    duck.closeSync();
  });

  it('have the columns that are documented', async () => {
    const page = await readFile(new URL('../../docs/records-files.md', import.meta.url), 'utf8');
    const rows = recordColumns.map(({ name, type, about }) => `| \`${name}\` | ${type} | ${about} |`);
    expect(page).toContain(rows.join('\n'));
  });

  it('agree with their manifests', async () => {
    const { keys } = await copied('manifests/');
    const named: string[] = [];
    for (const key of keys) {
      const manifest = JSON.parse(Buffer.from((await objects.get(key)) ?? []).toString()) as {
        rows: number;
        files: { format: string; key: string; bytes: number; sha256: string; rows: number }[];
      };
      for (const file of manifest.files) {
        const bytes = (await objects.get(file.key)) ?? new Uint8Array();
        expect([file.key, file.bytes, file.sha256]).toEqual([
          file.key,
          bytes.length,
          nodeDigest.sha256(bytes),
        ]);
        named.push(file.key);
      }
      const counted = await linesOfFiles(
        manifest.files.filter(({ format }) => format === 'ndjson').map((file) => file.key),
      );
      expect(counted).toHaveLength(manifest.rows);
    }
    const there = [...(await copied('ndjson/')).keys, ...(await copied('parquet/')).keys];
    expect(named.toSorted()).toEqual(there.toSorted());
  });
});
