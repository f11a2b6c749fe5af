import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { AgencyId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import type { ObjectStore } from '@sinau/platform/objects';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DailyFileStore, type DailyFilesDeps, type RecordFiles, writeDailyFiles } from '../index.ts';
import { memoryDailyFileStore, memoryRecordFeed } from '../testing/index.ts';
import { statementLine, voidLine } from '../testing/sample-lines.ts';
import { createRecordFiles } from './index.ts';

const agencyId = 'bkn' as AgencyId;
const noCsv = () => Promise.reject(new Error('daily files are no CSV'));
let temporaryFolder = '';
beforeAll(async () => {
  temporaryFolder = await mkdtemp(join(tmpdir(), 'sinau-files-'));
});
afterAll(() => rm(temporaryFolder, { recursive: true }));

/** Fails at the n-th call of anything that writes; counts when it does not. */
function fuse(at = Number.POSITIVE_INFINITY) {
  let calls = 0;
  const pass = () => {
    calls += 1;
    if (calls === at) throw new Error('the worker died');
  };
  return { pass, calls: () => calls };
}

function world() {
  const feed = memoryRecordFeed();
  const daily = memoryDailyFileStore();
  const objects = createMemoryObjectStore();
  const base = { feed, clock: fixedClock(), slice: { lines: 10, characters: 1_000_000 } };
  /** Dies before or after its n-th write. */
  const run = (
    given: { readonly dieAt?: number; readonly after?: boolean; readonly runMs?: number } = {},
  ) => {
    const { pass, calls } = fuse(given.dieAt);
    const guarded = async <Result>(write: () => Promise<Result>) => {
      if (!given.after) pass();
      const result = await write();
      if (given.after) pass();
      return result;
    };
    const bucket: ObjectStore = { ...objects, put: (input) => guarded(() => objects.put(input)) };
    const store: DailyFileStore = {
      ...daily,
      putFiles: (files) => guarded(() => daily.putFiles(files)),
      replaceCursor: (cursor) => guarded(() => daily.replaceCursor(cursor)),
    };
    const files: RecordFiles = createRecordFiles({ objects: bucket, temporaryFolder, csv: noCsv });
    const deps: DailyFilesDeps = {
      ...base,
      daily: store,
      files,
      ...(given.runMs !== undefined && { runMs: given.runMs }),
    };
    return { done: writeDailyFiles(deps, { agencyId }), calls };
  };
  return { feed, daily, objects, run };
}

async function keysOf(objects: ObjectStore, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of objects.list(prefix)) keys.push(key);
  return keys;
}

async function linesIn(objects: ObjectStore): Promise<string[]> {
  const keys = await keysOf(objects, 'ndjson/');
  const texts = await Promise.all(
    keys.map(async (key) => gunzipSync((await objects.get(key)) ?? new Uint8Array()).toString()),
  );
  return texts.flatMap((text) => text.split('\n').filter(Boolean));
}

function fill(feed: ReturnType<typeof memoryRecordFeed>): void {
  for (let n = 0; n < 8; n += 1) feed.append(0, statementLine(n), statementLine(100 + n), voidLine(n));
  for (let n = 20; n < 24; n += 1) feed.append(3, statementLine(n, { minutes: 60 * n }));
}

describe('writeDailyFiles', () => {
  it('writes every line once, under its day in Jakarta', async () => {
    const { feed, objects, run, daily } = world();
    fill(feed);
    // 16:59 UTC is still the first of March in Jakarta, 17:00 is not.
    feed.append(1, statementLine(500, { minutes: 299 }), statementLine(501, { minutes: 300 }));
    const { outcome, rows } = await run().done;
    expect([outcome, rows]).toEqual(['complete', feed.all().length]);
    expect((await linesIn(objects)).toSorted()).toEqual(feed.all().toSorted());
    const keys = await keysOf(objects, 'ndjson/');
    expect(keys).toContain('ndjson/agency=bkn/date=2026-03-01/part-01-000000000001-000000000001.ndjson.gz');
    expect(keys).toContain('ndjson/agency=bkn/date=2026-03-02/part-01-000000000001-000000000001.ndjson.gz');
    expect((await keysOf(objects, 'parquet/')).map((key) => key.replace(/^parquet/, 'ndjson'))).toEqual(
      keys.map((key) => key.replace('.ndjson.gz', '.parquet')),
    );
    const manifest = await objects.get('manifests/agency=bkn/date=2026-03-02.json');
    const day = await daily.filesOf(agencyId, '2026-03-02');
    expect(JSON.parse(Buffer.from(manifest ?? []).toString())).toMatchObject({
      date: '2026-03-02',
      rows: day.reduce((sum, file) => sum + file.rows, 0),
      files: day.flatMap(({ rows, files }) => [
        { format: 'ndjson', rows, ...files.ndjson },
        { format: 'parquet', rows, ...files.parquet },
      ]),
    });
  });

  it('leaves nothing on the disk, and writes nothing when there is nothing new', async () => {
    const { feed, run, daily, objects } = world();
    expect(await run().done).toEqual({ outcome: 'complete', rows: 0 });
    fill(feed);
    await run().done;
    const before = await daily.findCursor(agencyId);
    const again = run();
    expect(await again.done).toEqual({ outcome: 'complete', rows: 0 });
    expect(again.calls()).toBe(0);
    expect(await daily.findCursor(agencyId)).toEqual(before);
    feed.append(0, statementLine(900));
    expect(await run().done).toEqual({ outcome: 'complete', rows: 1 });
    expect(await linesIn(objects)).toHaveLength(feed.all().length);
    expect(await readdir(temporaryFolder)).toEqual([]);
  });

  it('stops when its time is over, and goes on when called again', async () => {
    const { feed, objects, run } = world();
    fill(feed);
    const outcomes: string[] = [];
    while (outcomes.at(-1) !== 'complete') outcomes.push((await run({ runMs: 0 }).done).outcome);
    expect(outcomes.length).toBeGreaterThan(3);
    expect((await linesIn(objects)).toSorted()).toEqual(feed.all().toSorted());
  });

  it.each([false, true])(
    'loses and doubles nothing when it dies at any write (after it took place: %s)',
    async (after) => {
      const undisturbed = world();
      fill(undisturbed.feed);
      const whole = undisturbed.run();
      await whole.done;
      const keys = await keysOf(undisturbed.objects, '');
      for (let dieAt = 1; dieAt <= whole.calls(); dieAt += 1) {
        const { feed, objects, run } = world();
        fill(feed);
        await expect(run({ dieAt, after }).done).rejects.toThrow('the worker died');
        // Meanwhile the feed grows: what was announced must not.
        feed.append(0, statementLine(700));
        while ((await run().done).outcome !== 'complete');
        expect((await linesIn(objects)).toSorted()).toEqual(feed.all().toSorted());
        for (const key of keys.filter((one) => !one.startsWith('manifests/'))) {
          const bytes = await objects.get(key);
          if (bytes) expect(Buffer.compare(bytes, (await undisturbed.objects.get(key)) ?? bytes)).toBe(0);
        }
      }
    },
  );

  it('lets two workers at one agency do it together', async () => {
    const { feed, objects, run, daily } = world();
    fill(feed);
    const rounds = async () => {
      for (;;) if ((await run().done).outcome === 'complete') return;
    };
    await Promise.all([rounds(), rounds(), rounds()]);
    expect((await linesIn(objects)).toSorted()).toEqual(feed.all().toSorted());
    for (const date of ['2026-03-01', '2026-03-02']) {
      const manifest = await objects.get(`manifests/agency=bkn/date=${date}.json`);
      const { files } = JSON.parse(Buffer.from(manifest ?? []).toString()) as { files: { key: string }[] };
      const noted = (await daily.filesOf(agencyId, date)).flatMap(({ files: f }) => [f.ndjson, f.parquet]);
      expect(files.map(({ key }) => key)).toEqual(noted.map(({ key }) => key));
    }
  });

  it('forgets what was erased, in the files of its day as well', async () => {
    const { feed, run, objects, daily } = world();
    fill(feed);
    await run().done;
    const erased = statementLine(3);
    const other = await daily.filesOf(agencyId, '2026-03-02');
    const { id, position, stored } = JSON.parse(erased) as Record<string, string>;
    const notice = JSON.stringify({ kind: 'erase', id, position, stored, mode: 'erased' });
    feed.replace(erased, notice);
    feed.append(1, notice);
    const again = run();
    expect(await again.done).toEqual({ outcome: 'complete', rows: 1 });
    // Announced; two files and their row, for the notice and for the slice that held the statement; manifest; cursor.
    expect(again.calls()).toBe(1 + 3 + 3 + 1 + 1);
    const lines = await linesIn(objects);
    expect(lines.toSorted()).toEqual(feed.all().toSorted());
    expect(lines).not.toContain(erased);
    for (const key of await keysOf(objects, 'parquet/agency=bkn/date=2026-03-01')) {
      const bytes = Buffer.from((await objects.get(key)) ?? []);
      expect(bytes.includes('sesi-3')).toBe(false);
    }
    expect(await daily.filesOf(agencyId, '2026-03-02')).toEqual(other);
  });

  it('stops before a lane that was made anew, instead of leaving records out', async () => {
    const { feed, run } = world();
    fill(feed);
    const { ends } = feed;
    feed.ends = async (agency) => (await ends(agency)).map((end) => ({ ...end, bornMs: 1 }));
    await run().done;
    feed.append(0, statementLine(900));
    feed.ends = async (agency) => (await ends(agency)).map((end) => ({ ...end, bornMs: 2 }));
    await expect(run().done).rejects.toThrow('made anew');
  });

  it('waits for chunks that the store does not show yet', async () => {
    const { feed, run, objects } = world();
    fill(feed);
    await expect(run({ dieAt: 2 }).done).rejects.toThrow('the worker died');
    const { read } = feed;
    feed.read = async (input) => (await read(input)).slice(0, 1);
    await run({ runMs: 0 }).done;
    feed.read = async () => [];
    expect(await run().done).toEqual({ outcome: 'complete', rows: 0 });
    feed.read = read;
    await run().done;
    expect((await linesIn(objects)).toSorted()).toEqual(feed.all().toSorted());
  });
});
