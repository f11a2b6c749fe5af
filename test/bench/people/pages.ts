import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportJob, JobId } from '@sinau/catalogue';
import { createImportJobStore } from '@sinau/catalogue/dynamo';
import { courseOf as courseRowOf, packageOf, versionOf } from '@sinau/catalogue/testing';
import { nothingSatisfied } from '@sinau/cmi5';
import { createRegistrationStore } from '@sinau/delivery/dynamo';
import { contentOf, courseOf } from '@sinau/delivery/testing';
import type { EnrolmentId, Registration } from '@sinau/enrolment';
import { openSession } from '@sinau/identity';
import { createPeopleStore, createSessionStore } from '@sinau/identity/dynamo';
import type { Jp, PersonId, ProviderId } from '@sinau/kernel';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createDynamo, createTables } from '@sinau/platform/dynamo';
import { startLocalDynamo } from '@sinau/platform/local-aws';
import { openDataFolder } from '../../../functions/dev-server/data-folder.ts';
import { localEnvironment } from '../../../functions/dev-server/environment.ts';
import { openLocalRecords } from '../../../functions/dev-server/open-local-records.ts';
import { names, type Services, startServices } from '../../../functions/dev-server/services.ts';
import { createPortalApp } from '../../../functions/portal/app.ts';
import { createPortalDeps } from '../../../functions/portal/create-deps.ts';
import { envSchema } from '../../../functions/portal/env.ts';
import { createEnrolmentStore } from '../../../functions/shared/enrolment-store.ts';
import { fixtureAssets } from '../../../packages/web/src/testing/fixture-portal.ts';
import type { figure } from '../figure.ts';
import { civilService, largeAgency } from './civil-service.ts';
import { percentile } from './percentile.ts';
import { seedMoney } from './seed-money.ts';
import { seedPeople } from './seed-people.ts';

type Line = Parameters<typeof figure>[0];

export interface Scale {
  readonly people: number;
  readonly lines: number;
  readonly requests: number;
}

const portalOrigin = 'http://localhost';
const silent = {
  info: () => {},
  warn: () => {},
  error: (...line: unknown[]) =>
    void process.stderr.write(`${line.map(String).join(' ')}
`),
};
/** What is asked first fills caches and is compiled. */
const warmUps = 20;

/** How long pages take while so many people are there, each asked for through the portal's own app with a session of its own. */
export async function pageFigures(scale: Scale): Promise<readonly Line[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sinau-people-'));
  try {
    const seeded = await seed(dataDir, scale);
    const secrets = await openDataFolder(dataDir, { fresh: false });
    const services = await startServices({
      ...{ dataDir, secrets, portalOrigin },
      onFault: (error) => silent.error('object store', error),
    });
    try {
      const ask = openPortal(services, { signingSecret: secrets.signingSecret, scratchDir: dataDir });
      const learners = await learnersWith(services, scale.requests);
      const admin = await sessionOf(services, `${largeAgency}-p0`);
      const stores = { dynamo: services.parts.dynamo, table: names.lmsTable };
      await seedMoney({ ...stores, clock: systemClock, ids: systemIds }, largeAgency);
      const of = { people: scale.people, lines: seeded.lines, agency: scale.people / 2 };
      const given = { requests: scale.requests, of };
      const home = (n: number) => ask('/', learners[n % learners.length] ?? '');
      return [
        { figure: 'people: rows written', value: seeded.rows, unit: 'rows', seconds: seeded.seconds, ...of },
        ...(await times('dashboard of the agency', () => ask('/agency', admin), given)),
        ...(await times('list below the minimum', () => ask('/agency/numbers/people', admin), given)),
        ...(await times('competency map', () => ask('/agency/competency', admin), given)),
        ...(await times(
          'people short of one competency',
          () => ask('/agency/competency/people?competency=M1', admin),
          given,
        )),
        ...(await times('overdue plans', () => ask('/agency/competency/plans?list=overdue', admin), given)),
        ...(await times('budget indicators', () => ask('/agency/budget/indicators', admin), given)),
        ...(await times('budget lines', () => ask('/agency/budget', admin), given)),
        ...(await times('home', home, given)),
      ];
    } finally {
      await services.close();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function seed(dataDir: string, scale: Scale) {
  await openDataFolder(dataDir, { fresh: false });
  const local = await startLocalDynamo({ dir: join(dataDir, 'dynamo') });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const connection = { region: 'ap-southeast-3', credentials, requestHandler: local.requestHandler };
  try {
    // Without streams: nobody follows them here.
    await createTables(connection, { lms: names.lmsTable, lrs: names.lrsTable }, { plain: true });
    const to = { dynamo: createDynamo(connection), table: names.lmsTable, clock: systemClock };
    return await seedPeople(to, civilService(scale.people), scale);
  } finally {
    await local.close();
  }
}

function openPortal(
  services: Services,
  { signingSecret, scratchDir }: { readonly signingSecret: string; readonly scratchDir: string },
) {
  const { parts } = services;
  const addresses = { portal: portalOrigin, contentTemplate: 'http://{hash}.localhost' };
  const environment = localEnvironment({ addresses, services, signingSecret, scratchDir, logLevel: 'ERROR' });
  const records = openLocalRecords(services);
  const deps = createPortalDeps({
    env: envSchema.parse(environment),
    ...{ parts, log: silent },
    lrs: async () => ({
      ...records,
      ...{ digest: nodeDigest, ids: systemIds, clock: systemClock },
      visibility: { agenciesOf: async (statements) => statements.map(() => []) },
    }),
    assets: {
      paths: fixtureAssets.paths,
      readFiles: async () => fixtureAssets.files,
      readStubs: async () => fixtureAssets.stubs,
    },
  });
  const content = { find: async () => contentOf(courseOf([['Completed'], ['Passed'], ['Completed']])) };
  const { hono } = createPortalApp({ ...deps, content });
  return async (path: string, cookie: string) => {
    const headers = { cookie: `__Host-sinau=${cookie}`, accept: 'text/html' };
    const response = await hono.request(path, { headers });
    const html = await response.text();
    if (response.status !== 200)
      throw new Error(`${path} answered ${response.status}: ${html.slice(0, 400)}`);
  };
}

async function sessionOf({ parts: { dynamo } }: Services, personId: string): Promise<string> {
  const stores = { dynamo, table: names.lmsTable };
  const person = await createPeopleStore(stores).find(personId as PersonId);
  if (!person) throw new Error(`${personId} is not there`);
  const deps = {
    sessions: createSessionStore(stores),
    clock: systemClock,
    ids: systemIds,
    digest: nodeDigest,
  };
  return (await openSession(deps, { person })).token;
}

/** Courses that are published, and people who are in the middle of three of them and have completed two. */
async function learnersWith(services: Services, count: number): Promise<readonly string[]> {
  const stores = { dynamo: services.parts.dynamo, table: names.lmsTable };
  const [jobs, enrolments] = [createImportJobStore(stores), createEnrolmentStore(stores)];
  const registrations = createRegistrationStore(stores);
  const at = '2026-03-02T01:00:00.000Z';
  for (let n = 0; n < 5; n += 1) {
    const course = courseRowOf({
      ...{ courseId: `bench-${n}` as never, title: { id: `Kursus ${n}` }, jp: 200 as Jp },
      ...{ status: 'published', publishedVersion: 1, rev: 2 },
    });
    const job: ImportJob = {
      ...{ jobId: `job-${n}` as JobId, providerId: 'p1' as ProviderId, createdAt: at, updatedAt: at, rev: 1 },
      ...{ uploadKey: 'x', fileName: 'etika.zip', sizeBytes: 1, state: 'running', tries: 1 },
      ...{ progress: { done: 1, total: 1 }, abandonedOrigins: [] },
    };
    const place = { courseId: course.courseId };
    await jobs.create(job);
    await jobs.commit({
      ...{ job: { ...job, state: 'passed', rev: 2 }, course: { ...course, rev: 1 } },
      ...{ version: versionOf(place), package: packageOf({ ...place, packageId: `job-${n}` }) },
    });
  }
  const sessions: string[] = [];
  for (let n = 0; n < Math.min(count, 200); n += 1) {
    const personId = `${largeAgency}-p${n + 1}` as PersonId;
    for (let course = 0; course < 5; course += 1) {
      const registration = systemIds.uuid() as Registration;
      const done = course < 2;
      await enrolments.move({
        after: {
          ...{ enrolmentId: systemIds.uuid() as EnrolmentId, personId, courseId: `bench-${course}` },
          ...{ version: 1, registration, enrolledAt: at },
          ...(done ? { state: 'completed', completedAt: at } : { state: 'active' }),
        },
      });
      await registrations.save({
        ...{ registration, personId, courseId: `bench-${course}`, version: 1, createdAt: at, rev: 0 },
        actor: { homePage: 'https://sinau.localhost', name: personId },
        ...{ aus: {}, satisfaction: { ...nothingSatisfied, course: done } },
        ...(done && { courseSatisfiedAt: at }),
      });
    }
    sessions.push(await sessionOf(services, personId));
  }
  return sessions;
}

async function times(
  name: string,
  ask: (n: number) => Promise<void>,
  { requests, of }: { readonly requests: number; readonly of: Readonly<Record<string, number>> },
): Promise<readonly Line[]> {
  for (let n = 0; n < warmUps; n += 1) await ask(n);
  const taken: number[] = [];
  const worked: number[] = [];
  for (let n = 0; n < requests; n += 1) {
    const [began, used] = [performance.now(), process.cpuUsage()];
    await ask(n);
    taken.push(performance.now() - began);
    const { user, system } = process.cpuUsage(used);
    worked.push((user + system) / 1000);
  }
  const line = (what: string, share: number, values: readonly number[]) => ({
    ...{
      figure: `people: ${name}, ${what} p${share}`,
      value: percentile(values, share),
      unit: 'ms',
      requests,
    },
    ...of,
  });
  return [line('wall time', 50, taken), line('wall time', 95, taken), line('processor time', 95, worked)];
}
