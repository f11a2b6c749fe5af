import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection, ConnectionId, JobMessage } from '@sinau/connectors';
import { createConnectionStore, createSyncStore } from '@sinau/connectors/dynamo';
import { sendPackage } from '@sinau/connectors/packages';
import { type SyncBatch, type SyncRun, startBatch } from '@sinau/connectors/sync';
import { confirmTable, uploadTable } from '@sinau/connectors/tables';
import { sampleConnection, sealSecrets } from '@sinau/connectors/testing';
import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import { createDynamo, createTables, type Dynamo } from '@sinau/platform/dynamo';
import { startLocalDynamo, startLocalS3 } from '@sinau/platform/local-aws';
import { createSecretSealer } from '@sinau/platform/sealing';
import * as z from 'zod';
import type { Parts } from '../../../functions/shared/parts.ts';
import { createTableParts } from '../../../functions/shared/table-parts.ts';
import type { figure } from '../figure.ts';
import { type CourseSource, courseSources, type OfferedCourse, type SentFile } from './accept-sources.ts';
import { acceptEnv, benchConnection } from './bench-connection.ts';
import { type RunWorker, withWorker } from './worker-process.ts';

type Line = Parameters<typeof figure>[0];

const workSchema = z.object({
  ...{ seconds: z.number(), longestSeconds: z.number(), messages: z.number() },
  ...{ startRssMb: z.number(), peakRssMb: z.number() },
  ...{ readUnits: z.number(), writeUnits: z.number(), requests: z.number(), writes: z.number() },
  objects: z.number(),
});
type Work = z.output<typeof workSchema>;

/** So many of all change, and so many go. */
const shares = { changed: 0.05, withdrawn: 0.03 };

/**
 * Whole catalogues read and taken over, of every kind of system: the first time, once more unchanged, with a twentieth changed, and
 * after some were withdrawn, whose acceptance a person orders. The worker is the function itself, in a process of its own.
 */
export async function acceptFigures(scale: {
  readonly courses: number;
  readonly kinds: readonly string[];
}): Promise<readonly Line[]> {
  const unknown = scale.kinds.find((kind) => !(kind in courseSources));
  if (unknown !== undefined) throw new Error(`--kind takes one of ${Object.keys(courseSources).join(', ')}`);
  const names = scale.kinds.length > 0 ? scale.kinds : Object.keys(courseSources);
  return withWorker('accept-process.ts', async (run, folder) => {
    const lines: Line[] = [];
    for (const name of names) {
      const source = await courseSources[name]?.();
      if (!source) continue;
      try {
        const dir = join(folder, name);
        await mkdir(dir);
        lines.push(...(await ofSource({ name, source, run, dir, courses: scale.courses })));
      } finally {
        await source.close();
      }
    }
    return lines;
  });
}

async function ofSource(of: {
  readonly name: string;
  readonly source: CourseSource;
  readonly run: RunWorker;
  readonly dir: string;
  readonly courses: number;
}): Promise<readonly Line[]> {
  const { name, source, dir } = of;
  const local = await startLocalDynamo();
  const { region, credentials, table } = benchConnection;
  const buckets = [acceptEnv.CONTENT_BUCKET];
  const s3 = await startLocalS3({ dir: join(dir, 's3'), buckets, ...credentials });
  try {
    const direct = { region, credentials, requestHandler: local.requestHandler };
    await createTables(direct, { lms: table, lrs: acceptEnv.LRS_TABLE });
    const desk = await openDesk(createDynamo(direct), source);
    const services = { dynamo: await local.listen(), objects: s3.endpoint };
    const work = async (messages: readonly JobMessage[]) =>
      workSchema.parse(await of.run(JSON.stringify({ ...services, messages })));
    return await threeReadings({ name: `accept_${name}_${of.courses}`, desk, work, courses: of.courses });
  } finally {
    await s3.close();
    await local.close();
  }
}

interface Desk {
  /** The system offers these from now on, and what it is not asked for is sent; the message that has it read. */
  offer(courses: readonly OfferedCourse[]): Promise<JobMessage>;
  /** A person accepts what is withdrawn. */
  acceptWithdrawn(): Promise<JobMessage>;
  lastRun(): Promise<SyncRun | undefined>;
  findBatch(batchId: string): Promise<SyncBatch | undefined>;
}

async function openDesk(dynamo: Dynamo, source: CourseSource): Promise<Desk> {
  const box = createSecretSealer(acceptEnv.SIGNING_SECRET);
  const connectionId = systemIds.uuid() as ConnectionId;
  const { moodle: _, sealedSecrets: __, baseUrl: ___, ...bare } = sampleConnection({ connectionId });
  const open: Connection = { ...bare, acceptance: 'all', ...source.connection };
  const { secret } = source;
  const sealedSecrets = secret === undefined ? undefined : await sealSecrets(box, open, { current: secret });
  const connection: Connection = { ...open, ...(sealedSecrets !== undefined && { sealedSecrets }) };
  await createConnectionStore({ dynamo, table: benchConnection.table }).create(connection);
  const sync = createSyncStore({ dynamo, table: benchConnection.table });
  const parts = { dynamo, sealer: () => box, queue: () => ({ send: async () => undefined }) };
  const files = createTableParts({ parts: parts as unknown as Parts, env: acceptEnv });
  const principal: PersonPrincipal = {
    ...{ kind: 'person', personId: 'rina' as PersonId, name: 'Rina', roles: ['provider-author'] },
    providerId: connection.providerId,
  };
  const send = async ({ kind, name, bytes }: SentFile) => {
    if (kind === 'package') {
      const sent = await sendPackage(files, { principal, connectionId, name, bytes });
      if (sent.outcome === 'refused') throw new Error(JSON.stringify(sent.findings));
      return;
    }
    const about = { principal, connectionId, kind: 'catalogue' as const };
    const done = await uploadTable(files, { ...about, name, bytes });
    if (done.outcome === 'refused') throw new Error(done.finding.problem);
    await confirmTable(files, { ...about, tableId: done.preview.table.tableId });
  };
  return {
    async offer(courses) {
      const file = source.offer(courses);
      if (file) await send(file);
      return { kind: 'sync', connectionId };
    },
    async acceptWithdrawn() {
      const system = { sync, clock: systemClock, ids: systemIds, queueBatch: async () => undefined };
      const by = { kind: 'person' as const, id: principal.personId, name: principal.name };
      const request = { lists: ['withdrawn' as const], submit: false };
      const { batchId } = await startBatch(system, { connection, by, request });
      return { kind: 'accept-many', connectionId, batchId };
    },
    lastRun: async () => (await sync.listRuns(connectionId, 1))[0],
    findBatch: (batchId) => sync.findBatch(connectionId, batchId),
  };
}

async function threeReadings(of: {
  readonly name: string;
  readonly desk: Desk;
  readonly courses: number;
  readonly work: (messages: readonly JobMessage[]) => Promise<Work>;
}): Promise<readonly Line[]> {
  const { name, desk, work } = of;
  const all = Array.from({ length: of.courses }, (_, n) => ({ n, title: `Mata kuliah ${n}` }));
  const every = Math.round(1 / shares.changed);
  const changed = all.map((one) => (one.n % every === 0 ? { ...one, title: `${one.title} (baru)` } : one));
  const gone = Math.round(of.courses * shares.withdrawn);
  const lines: Line[] = [];
  const round = async (part: string, expected: { readonly accepted: number }, message: JobMessage) => {
    const done = await work([message]);
    const run = await desk.lastRun();
    const batchId = message.kind === 'sync' ? run?.runId : String(message.batchId);
    const batch = await desk.findBatch(batchId ?? '');
    const accepted = batch?.counts.accepted;
    if (batch?.state !== 'done' || accepted !== expected.accepted || batch.counts.failed > 0) {
      throw new Error(`${name} ${part}: ${JSON.stringify({ run: run?.counts, batch })}`);
    }
    lines.push(...linesOf(`${name}_${part}`, done, expected.accepted));
  };
  await round('first', { accepted: of.courses }, await desk.offer(all));
  await round('unchanged', { accepted: 0 }, await desk.offer(all));
  await round('changed', { accepted: Math.ceil(of.courses / every) }, await desk.offer(changed));
  await round('fewer', { accepted: 0 }, await desk.offer(changed.slice(gone)));
  await round('withdrawn', { accepted: gone }, await desk.acceptWithdrawn());
  return lines;
}

function linesOf(name: string, work: Work, accepted: number): readonly Line[] {
  const { seconds, longestSeconds, messages, peakRssMb, startRssMb } = work;
  const { writeUnits, readUnits, requests, writes, objects } = work;
  const each = (value: number) => Math.round((value / accepted) * 100) / 100;
  return [
    { figure: `${name}_seconds`, value: seconds, unit: 's', accepted, messages, longest_s: longestSeconds },
    { figure: `${name}_peak_rss_mb`, value: peakRssMb, unit: 'MB', before_mb: Math.round(startRssMb) },
    { figure: `${name}_write_units`, value: writeUnits, unit: 'units', writes, objects },
    { figure: `${name}_read_units`, value: readUnits, unit: 'units', requests },
    ...(accepted === 0
      ? []
      : [
          {
            ...{ figure: `${name}_write_units_each`, value: each(writeUnits), unit: 'units' },
            ...{ read_units: each(readUnits), requests: each(requests), writes: each(writes) },
          },
        ]),
  ];
}
