import { memoryReportStore } from '@sinau/compliance/testing';
import type { ExportId, ExportMessage, RecordFeed } from '@sinau/exports';
import { memoryDailyFileStore, memoryExportJobStore, memoryRecordFeed } from '@sinau/exports/testing';
import type { AgencyId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import type { LogFields } from '@sinau/platform/log';
import { createMemoryQueue } from '@sinau/platform/testing';
import type { Context, SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createExporter, type ExporterDeps } from './worker.ts';

const context = { awsRequestId: 'r1', getRemainingTimeInMillis: () => 30_000 } as Context;
const [a, b] = ['a', 'b'] as AgencyId[] as [AgencyId, AgencyId];

function world(feed: RecordFeed = memoryRecordFeed()) {
  const exports = memoryExportJobStore();
  const queue = createMemoryQueue<ExportMessage>();
  const clock = fixedClock();
  const lines: [string, LogFields | undefined][] = [];
  const file = {
    add: async () => undefined,
    bytes: () => 0,
    store: async () => ({ key: 'k', bytes: 1, sha256: 'a' }),
    discard: async () => undefined,
  };
  const deps: ExporterDeps = {
    ...{ feed, exports, queue, clock, ids: countedIds(), daily: memoryDailyFileStore() },
    files: { open: async () => file, writeText: async () => undefined },
    selection: { open: async () => ({ select: async (all) => all }) },
    reportParts: async () => ({ ...noReports, reports: memoryReportStore(), queue, clock }),
    agencies: async () => [a, b],
    runMs: 0,
    log: {
      info: (message, fields) => void lines.push([message, fields]),
      warn: () => undefined,
      error: (message, _error, fields) => void lines.push([message, fields]),
    },
  };
  const handler = createExporter(deps);
  return {
    exports,
    queue,
    clock,
    lines,
    take: (body: unknown) =>
      handler(
        {
          Records: [
            { messageId: 'm', body: JSON.stringify(body), attributes: { ApproximateReceiveCount: '1' } },
          ],
        } as SQSEvent,
        context,
      ),
  };
}

const nobodyAsks = () => Promise.reject(new Error('nobody asks for reports'));
const noReports = {
  source: { open: nobodyAsks },
  files: { write: nobodyAsks, linkTo: nobodyAsks },
};

const line = '{"kind":"void","id":"i","voidedBy":"v","stored":"2026-03-01T00:00:00.000Z"}';
const jobOf = (agencyId: AgencyId) => ({
  ...{ exportId: '1-x' as ExportId, agencyId, format: 'ndjson' as const, filter: {} },
  ...{ state: 'waiting' as const, requestedBy: { kind: 'client' as const, id: 'c', name: 'C' } },
  ...{ progress: { chunks: 0, read: 0, rows: 0, totalChunks: 0 }, parts: [], tries: 0 },
  ...{ createdAt: '2026-03-02T01:00:00.000Z', updatedAt: '2026-03-02T01:00:00.000Z', rev: 1 },
});

describe('exporter', () => {
  it('begins the daily files of every agency', async () => {
    const { queue, take } = world();
    await take({ kind: 'start-daily' });
    expect(queue.sent).toEqual([
      { kind: 'daily', agencyId: a },
      { kind: 'daily', agencyId: b },
    ]);
  });

  it('comes back for daily files that its time was too short for', async () => {
    const feed = memoryRecordFeed();
    feed.append(0, line);
    const { queue, take, lines } = world(feed);
    await take({ kind: 'daily', agencyId: a });
    expect(queue.sent).toEqual([{ kind: 'daily', agencyId: a }]);
    expect(lines).toContainEqual(['daily files', { agencyId: a, outcome: 'more', rows: 1 }]);
    await take({ kind: 'daily', agencyId: a });
    expect(queue.sent).toHaveLength(1);
  });

  it('works on the exports of the agency named', async () => {
    const feed = memoryRecordFeed();
    feed.append(0, line);
    const { exports, take, lines } = world(feed);
    await exports.create(jobOf(a));
    await take({ kind: 'exports', agencyId: b });
    await take({ kind: 'exports', agencyId: a });
    expect(lines.flatMap(([, fields]) => fields?.outcome ?? [])).toEqual(['idle', 'done']);
  });

  it('tries an export again that broke, and takes up those left lying', async () => {
    const feed = { ...memoryRecordFeed(), ends: () => Promise.reject(new Error('no answer')) };
    const { exports, queue, clock, take } = world(feed);
    await exports.create(jobOf(a));
    const { batchItemFailures } = await take({ kind: 'exports', agencyId: a });
    expect(batchItemFailures).toHaveLength(1);
    clock.advance(11 * 60_000);
    await take({ kind: 'sweep' });
    expect(queue.sent).toEqual([{ kind: 'exports', agencyId: a }]);
  });

  it('R2: hands back what is no message of its queue', async () => {
    const { take } = world();
    for (const body of [{}, { kind: 'daily' }, { kind: 'exports', agencyId: '../x' }, { kind: 'other' }]) {
      expect((await take(body)).batchItemFailures).toHaveLength(1);
    }
  });
});
