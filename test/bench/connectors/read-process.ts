// One reading in a process of its own: prints what it read, how long it took and the most memory that the process ever had.
import { readFile } from 'node:fs/promises';
import {
  createMoodleAdapter,
  createOneRosterAdapter,
  createOpenEdxAdapter,
  createSchemaOrgAdapter,
  readPackageFile,
  readTable,
} from '@sinau/connectors/adapters';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createOutbound } from '@sinau/platform/outbound';
import { catalogueOf, mergePackage, type RosterData } from '@sinau/rostering/one-roster-package';
import { checkTable, guessMapping } from '@sinau/rostering/table';
import { peakRssMb } from './peak-rss.ts';

const [what = '', ...given] = process.argv.slice(2);
const startRssMb = process.memoryUsage.rss() / 1e6;
const begun = performance.now();
const readers = {
  moodle: readMoodle,
  oneroster: readRoster,
  'oneroster-csv': readPackages,
  openedx: readOpenEdx,
  'schema-org': readPages,
  table: readFileTable,
};
const read = await readers[what as keyof typeof readers](given);
const seconds = (performance.now() - begun) / 1000;
process.stdout.write(JSON.stringify({ read, seconds, startRssMb, peakRssMb: await peakRssMb() }));

async function readMoodle([baseUrl = '', token = '']: readonly string[]): Promise<number> {
  const adapter = createMoodleAdapter(
    {
      ...{ clock: systemClock, digest: nodeDigest, ids: systemIds },
      outbound: createOutbound({ allowLoopback: true }),
    },
    { baseUrl, token },
  );
  let courses = 0;
  for await (const { externalId } of adapter.readCourses()) if (externalId !== '') courses += 1;
  return courses;
}

async function readRoster([baseUrl = '', tokenUrl = '', secret = '']: readonly string[]): Promise<number> {
  const adapter = createOneRosterAdapter(
    { clock: systemClock, outbound: createOutbound({ allowLoopback: true }) },
    { baseUrl, settings: { tokenUrl, clientId: 'sinau' }, secret },
  );
  let courses = 0;
  for await (const { externalId } of adapter.readCourses()) if (externalId !== '') courses += 1;
  return courses;
}

/** Without the pauses between pages. */
async function readPages([baseUrl = '']: readonly string[]): Promise<number> {
  const adapter = createSchemaOrgAdapter(
    { clock: systemClock, outbound: createOutbound({ allowLoopback: true }), sleep: async () => undefined },
    { baseUrl },
  );
  let courses = 0;
  for await (const { externalId } of adapter.readCourses()) if (externalId !== '') courses += 1;
  return courses;
}

async function readOpenEdx([baseUrl = '', clientSecret = '']: readonly string[]): Promise<number> {
  const adapter = createOpenEdxAdapter(
    { clock: systemClock, digest: nodeDigest, outbound: createOutbound({ allowLoopback: true }) },
    { baseUrl, clientSecret, settings: { clientId: 'sinau', learnersBy: 'pseudonym', mode: 'audit' } },
  );
  let courses = 0;
  for await (const { externalId } of adapter.readCourses()) if (externalId !== '') courses += 1;
  return courses;
}

/** As an upload does it: cells, columns, and what is wrong. */
async function readFileTable([path = '']: readonly string[]): Promise<number> {
  const reading = await readTable(await readFile(path));
  if (reading.outcome === 'refused') throw new Error(reading.finding.problem);
  const { table } = reading;
  return checkTable('catalogue', table, guessMapping('catalogue', table.heads)).good;
}

/** Twice, as when it is sent again: it is laid over all that it said before. */
async function readPackages([path = '']: readonly string[]): Promise<number> {
  let data: RosterData = {};
  for (let n = 0; n < 2; n += 1) {
    const reading = await readPackageFile(await readFile(path));
    if (reading.outcome === 'refused') throw new Error(JSON.stringify(reading.findings));
    const merged = mergePackage(data, reading.contents.files);
    if ('findings' in merged) throw new Error(JSON.stringify(merged.findings));
    data = merged.data;
  }
  let courses = 0;
  for (const { visible } of catalogueOf(data)) if (visible) courses += 1;
  return courses;
}
