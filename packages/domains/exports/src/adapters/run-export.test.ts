import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  type AgencyId,
  InvalidInput,
  type PersonId,
  type PersonPrincipal,
  type Principal,
} from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import type { ObjectStore } from '@sinau/platform/objects';
import { createMemoryObjectStore, createMemoryQueue } from '@sinau/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cancelExport,
  type ExportJobStore,
  type ExportMessage,
  type ExportRequest,
  linkToPart,
  listExports,
  type RunExportDeps,
  readExport,
  requestExport,
  runExport,
  sweepExports,
} from '../index.ts';
import { memoryExportJobStore, memoryRecordFeed } from '../testing/index.ts';
import { statementLine, voidLine } from '../testing/sample-lines.ts';
import { createRecordFiles } from './index.ts';

const agencyId = 'bkn' as AgencyId;
let temporaryFolder = '';
beforeAll(async () => {
  temporaryFolder = await mkdtemp(join(tmpdir(), 'sinau-exports-'));
});
afterAll(() => rm(temporaryFolder, { recursive: true }));

const adminOf = (agency: string): PersonPrincipal => ({
  ...{ kind: 'person', personId: `p-${agency}` as PersonId, name: 'Ani' },
  ...{ roles: ['agency-admin'], agencyId: agency as AgencyId },
});
const admin = adminOf('bkn');
const limits = { rows: 20, bytes: 1_000_000, runMs: 600_000, chunks: 2 };

function world() {
  const feed = memoryRecordFeed();
  const exports = memoryExportJobStore();
  const objects = createMemoryObjectStore();
  const queue = createMemoryQueue<ExportMessage>();
  const clock = fixedClock();
  const ids = countedIds();
  const selection: RunExportDeps['selection'] = {
    open: async (_agency, { person, unit }) => {
      if (unit === 'gone') throw new InvalidInput('The query is not right.');
      return { select: async (lines) => lines.filter((line) => !person || line.includes(`"${person}"`)) };
    },
  };
  const links = { linkTo: objects.presignGet };
  const base = { feed, exports, selection, queue, clock, ids, limits, links };
  const filesIn = (bucket: ObjectStore) =>
    createRecordFiles({
      objects: bucket,
      temporaryFolder,
      csv: async (agency, lines) => `agency,line\r\n${lines.map((line) => `${agency},${line}\r\n`).join('')}`,
    });
  const deps: RunExportDeps & typeof base = { ...base, files: filesIn(objects) };
  for (let n = 0; n < 12; n += 1) feed.append(n % 3, statementLine(n), statementLine(100 + n), voidLine(n));
  return {
    ...deps,
    deps,
    objects,
    filesIn,
    request: (request: Partial<ExportRequest> = {}, principal: Principal = admin) =>
      requestExport(deps, { principal, request: { format: 'ndjson', filter: {}, ...request } }),
    run: (over: Partial<RunExportDeps> = {}) => runExport({ ...deps, ...over }, { agencyId }),
    read: (exportId: Awaited<ReturnType<typeof requestExport>>['exportId']) =>
      readExport(deps, { principal: admin, exportId }),
  };
}

type World = ReturnType<typeof world>;

/** As the queue would, until nothing waits. */
async function runAll({ run, queue }: World, over: Partial<RunExportDeps> = {}): Promise<string[]> {
  const outcomes: string[] = [];
  for (let taken = 0; taken < queue.sent.length; taken += 1) outcomes.push((await run(over)).outcome);
  return outcomes;
}

async function linesOf({ objects }: World, parts: readonly { readonly key: string }[]): Promise<string[]> {
  const texts = await Promise.all(
    parts.map(async ({ key }) => gunzipSync((await objects.get(key)) ?? new Uint8Array()).toString()),
  );
  return texts.flatMap((text) => text.split('\n').filter(Boolean));
}

describe('an export', () => {
  it('R7: holds the records there were when it began, each once, in files of a size', async () => {
    const w = world();
    const asked = await w.request();
    expect(asked).toMatchObject({ state: 'waiting', requestedBy: { name: 'Ani' }, agencyId });
    const all = w.feed.all();
    await runAll(w);
    const job = await w.read(asked.exportId);
    expect(job).toMatchObject({
      state: 'done',
      progress: { rows: all.length, read: all.length, totalLines: all.length, chunks: 12, totalChunks: 12 },
      availableUntil: '2026-03-09T01:00:00.000Z',
    });
    expect(job).not.toHaveProperty('attempt');
    expect(job.parts.map(({ rows }) => rows)).toEqual([24, 12]);
    expect((await linesOf(w, job.parts)).toSorted()).toEqual(all.toSorted());
    expect(await readdir(temporaryFolder)).toEqual([]);
    w.feed.append(0, statementLine(900));
    expect((await w.run()).outcome).toBe('idle');
  });

  it('F1: gives CSV with one header a file, behind a byte order mark', async () => {
    const w = world();
    const { exportId } = await w.request({ format: 'csv' });
    await runAll(w);
    const { parts } = await w.read(exportId);
    for (const part of parts) {
      const lines = await linesOf(w, [part]);
      expect(lines[0]).toBe('\ufeffagency,line\r');
      expect(lines.filter((line) => line.includes('agency,line'))).toHaveLength(1);
      expect(lines).toHaveLength(part.rows + 1);
    }
  });

  it('holds only what was asked for, and no file when that is nothing', async () => {
    const w = world();
    const some = await w.request({ filter: { person: 'orang-3' } });
    const none = await w.request({ filter: { person: 'nobody' }, format: 'parquet' });
    const late = await w.request({ filter: { from: '2026-03-01T13:45:00.000Z' } });
    expect(await runAll(w)).toEqual(['done', 'done', 'done', 'idle', 'idle']);
    const wanted = w.feed.all().filter((line) => line.includes('"orang-3"'));
    const job = await w.read(some.exportId);
    expect(job.progress).toMatchObject({ rows: wanted.length, read: w.feed.all().length });
    expect((await linesOf(w, job.parts)).toSorted()).toEqual(wanted.toSorted());
    expect(await w.read(none.exportId)).toMatchObject({ state: 'done', parts: [], progress: { rows: 0 } });
    // Chunks that lie before the period are not read at all.
    const { progress } = await w.read(late.exportId);
    expect(progress.totalChunks).toBeLessThan(12);
    expect(progress).not.toHaveProperty('totalLines');
  });

  it('goes on in the next run when its time is over', async () => {
    const w = world();
    const { exportId } = await w.request();
    const outcomes = await runAll(w, { limits: { ...limits, runMs: 0 } });
    expect(outcomes.slice(0, -1)).toEqual(['more', 'more', 'more', 'more', 'more']);
    expect(outcomes.at(-1)).toBe('done');
    const job = await w.read(exportId);
    expect((await linesOf(w, job.parts)).toSorted()).toEqual(w.feed.all().toSorted());
  });

  it.each([false, true])(
    'loses and doubles nothing when its worker dies at any write (after it took place: %s)',
    async (after) => {
      for (let dieAt = 1; dieAt < 30; dieAt += 1) {
        const w = world();
        const { exportId } = await w.request();
        let calls = 0;
        /** From its death on a worker does nothing more, not even say so. */
        const mortal = async <Result>(write: () => Promise<Result>) => {
          calls += 1;
          const dead = after ? calls > dieAt : calls >= dieAt;
          if (dead) throw new Error('the worker died');
          const result = await write();
          if (after && calls === dieAt) throw new Error('the worker died');
          return result;
        };
        const exports: ExportJobStore = {
          ...w.exports,
          replace: (job) => mortal(() => w.exports.replace(job)),
        };
        const bucket: ObjectStore = { ...w.objects, put: (input) => mortal(() => w.objects.put(input)) };
        const run = w.run({ exports, files: w.filesIn(bucket) });
        const died = await run.then(
          () => false,
          () => true,
        );
        w.clock.advance(11 * 60_000);
        await sweepExports(w);
        await runAll(w);
        const job = await w.read(exportId);
        expect([job.state, dieAt]).toEqual(['done', dieAt]);
        expect((await linesOf(w, job.parts)).toSorted()).toEqual(w.feed.all().toSorted());
        if (!died) return;
      }
      throw new Error('it never ran to its end');
    },
  );

  it('is kept from a second worker while the first one lives', async () => {
    const w = world();
    await w.request();
    let inner = '';
    const files: RunExportDeps['files'] = {
      ...w.files,
      open: async (input) => {
        inner ||= (await w.run()).outcome;
        return w.files.open(input);
      },
    };
    expect((await w.run({ files })).outcome).toBe('done');
    expect(inner).toBe('busy');
  });

  it('R8: fails for good after three tries, says so, and lets the next one in', async () => {
    const w = world();
    const first = await w.request();
    const second = await w.request();
    const broken: RunExportDeps['feed'] = { ...w.feed, read: () => Promise.reject(new Error('no answer')) };
    const runs = [
      await w.run({ feed: broken }),
      await w.run({ feed: broken }),
      await w.run({ feed: broken }),
    ];
    expect(runs.map(({ outcome }) => outcome)).toEqual(['retry', 'retry', 'failed']);
    expect(runs[2]?.error).toMatchObject({ message: 'no answer' });
    expect(await w.read(first.exportId)).toMatchObject({ state: 'failed', failure: 'machine', parts: [] });
    await runAll(w);
    expect(await w.read(second.exportId)).toMatchObject({ state: 'done' });
  });

  it('R8: fails at once when its filter names what is not there any more', async () => {
    const w = world();
    const job = await w.request();
    await w.exports.replace({ ...job, filter: { unit: 'gone' }, rev: 2 });
    expect((await w.run()).outcome).toBe('failed');
    expect(await w.read(job.exportId)).toMatchObject({ state: 'failed', failure: 'filter' });
  });

  it('is given up when workers die at it without a word', async () => {
    const w = world();
    const job = await w.request();
    await w.exports.replace({ ...job, state: 'running', tries: 3, rev: 2 });
    expect((await w.run()).outcome).toBe('failed');
  });

  it('can be cancelled while it waits and while it runs, and not afterwards', async () => {
    const w = world();
    const [first, second] = [await w.request(), await w.request()];
    const cancel = (exportId: typeof first.exportId) => cancelExport(w.deps, { principal: admin, exportId });
    expect(await cancel(second.exportId)).toMatchObject({ state: 'cancelled' });
    const files: RunExportDeps['files'] = {
      ...w.files,
      open: async (input) => {
        await cancel(first.exportId);
        return w.files.open(input);
      },
    };
    expect((await w.run({ files })).outcome).toBe('overtaken');
    expect(await w.read(first.exportId)).toMatchObject({ state: 'cancelled', parts: [] });
    expect(await cancel(first.exportId)).toMatchObject({ state: 'cancelled' });
    const third = await w.request();
    await runAll(w);
    await expect(cancel(third.exportId)).rejects.toMatchObject({
      code: 'exports.not-ready',
      reason: 'ended',
    });
    expect((await listExports(w, { principal: admin })).map(({ state }) => state)).toEqual([
      'done',
      'cancelled',
      'cancelled',
    ]);
  });

  it('gives a link to a file while it is there, with its name', async () => {
    const w = world();
    const { exportId } = await w.request({ format: 'csv' });
    const link = (part: number, principal = admin) => linkToPart(w, { principal, exportId, part });
    await expect(link(1)).rejects.toMatchObject({ code: 'exports.not-ready', reason: 'not-done' });
    await runAll(w);
    expect(await link(2)).toContain('for=900');
    for (const part of [0, 3, 1.5])
      await expect(link(part)).rejects.toMatchObject({ code: 'exports.not-found' });
    await expect(link(1, adminOf('other'))).rejects.toMatchObject({ code: 'exports.not-found' });
    w.clock.advance(7 * 86_400_000);
    await expect(link(1)).rejects.toMatchObject({ code: 'exports.not-ready', reason: 'expired' });
  });

  it('C3: is of the agency of the caller, who must be one of it', async () => {
    const w = world();
    const learner: PersonPrincipal = { ...admin, roles: ['learner'] };
    await expect(w.request({}, learner)).rejects.toMatchObject({ code: 'request.access-denied' });
    await expect(w.request({}, { kind: 'anonymous' })).rejects.toMatchObject({
      code: 'request.access-denied',
    });
    const { exportId } = await w.request();
    const foreign = readExport(w, { principal: adminOf('other'), exportId });
    await expect(foreign).rejects.toMatchObject({ code: 'exports.not-found' });
  });

  it('is refused for an empty period, an unknown unit, and when ten are open', async () => {
    const w = world();
    const at = '2026-03-01T00:00:00.000Z';
    await expect(w.request({ filter: { from: at, to: at } })).rejects.toBeInstanceOf(InvalidInput);
    await expect(w.request({ filter: { unit: 'gone' } })).rejects.toBeInstanceOf(InvalidInput);
    for (let n = 0; n < 10; n += 1) await w.request();
    await expect(w.request()).rejects.toMatchObject({ code: 'exports.too-many' });
  });
});
