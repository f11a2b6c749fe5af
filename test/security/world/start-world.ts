import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient, ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { Clock } from '@sinau/kernel';
import { createRecordStore, localSettings, soleHorizon } from '@sinau/lrs/dynamo';
import { hmacSigner, systemClock } from '@sinau/platform/crypto';
import type { HttpApp, RouteDeclaration, WholeApp } from '@sinau/platform/http';
import { createLocalOidc } from '@sinau/platform/local-aws';
import type { Log } from '@sinau/platform/log';
import { createOutboxMailer } from '@sinau/platform/mail';
import { openDoors } from '../../../functions/dev-server/doors.ts';
import { localEnvironment } from '../../../functions/dev-server/environment.ts';
import { listen } from '../../../functions/dev-server/listen.ts';
import { names, startServices } from '../../../functions/dev-server/services.ts';
import { startWorkers } from '../../../functions/dev-server/workers.ts';
import type { Parts } from '../../../functions/shared/parts.ts';
import { type Cast, makeCast } from './cast.ts';
import { makeCourses } from './courses.ts';
import { origin, system } from './system.ts';
import { type Throttle, throttled } from './throttle.ts';

export const signingSecret = 'a signing secret of this test alone, long enough';

/** Every door of the product on the embedded services, with people, clients and courses of several tenants. */
export interface World extends Cast, Awaited<ReturnType<typeof makeCourses>> {
  readonly apps: readonly (HttpApp | WholeApp)[];
  readonly routes: readonly RouteDeclaration[];
  readonly parts: Parts;
  /** Settings of every function. */
  readonly environment: Readonly<Record<string, string>>;
  readonly throttle: Throttle;
  /** Everything that was logged, as text. */
  readonly logged: string[];
  /** Every row of the LMS table but sessions, as text by key: what requests may have changed. */
  rows(): Promise<ReadonlyMap<string, string>>;
  /** A request to the door that answers this path. Cookies and credentials are given as headers. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Lets everything behind the doors work; connections by a clock of the test. */
  startWorkers(given: { readonly connectorClock: Clock }): Promise<{ stop(): Promise<void> }>;
  close(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sinau-security-'));
  const services = await startServices({
    dataDir,
    secrets: {
      signingSecret,
      storageAccessKeyId: 'test-access-key-id-1',
      storageSecretAccessKey: 'test secret access key, thirty-two or more',
    },
    portalOrigin: origin,
    onFault: () => {},
  });
  const issuer = await startIssuer(dataDir);
  const throttle = throttled(services.dynamo.requestHandler);
  const parts: Parts = { ...services.parts, dynamo: throttle.dynamo };
  const environment = {
    ...localEnvironment({
      addresses: { portal: origin, contentTemplate: 'http://{hash}.localhost:3998' },
      services,
      signingSecret,
      scratchDir: dataDir,
      logLevel: 'ERROR',
    }),
    IMPORT_WAIT_SECONDS: '0',
    OIDC_ISSUER: issuer.url,
  };
  const logged: string[] = [];
  const logOf = () => logInto(logged);
  const outbox = createOutboxMailer({ dir: join(dataDir, 'outbox'), clock: systemClock });
  const records = createRecordStore({
    ...system,
    dynamo: parts.dynamo,
    table: names.lrsTable,
    objects: parts.objects(names.records),
    sleep,
    settings: localSettings,
    horizon: soleHorizon({ clock: systemClock }),
  });
  const doors = openDoors({
    environment,
    parts,
    records,
    people: createPeopleStore({ dynamo: parts.dynamo, table: names.lmsTable }),
    outbox,
    assets: {
      paths: {
        portal: '/assets/a.css',
        'compare-file': '/a',
        copy: '/a',
        'leave-frame': '/a',
        'leave-part': '/a',
        'lti-storage': '/a',
        refresh: '/a',
        'send-file': '/a',
        'tool-registration': '/a',
        upload: '/a',
      },
      readFiles: async () => ({}),
      readStubs: async () => ({ scorm12: '/* stub */', cmi5: '/* stub */' }),
    },
    logOf,
  });
  const apps = [...doors.apps, await doors.portal.whole()];
  const cast = await makeCast({ ...parts, table: names.lmsTable, signer: hmacSigner(signingSecret) });
  const ask = doorOf(apps);
  const courses = await makeCourses({ parts, cast, ask });
  return {
    ...cast,
    ...courses,
    apps,
    routes: apps.flatMap(({ routes }) => routes),
    parts,
    environment,
    throttle,
    logged,
    rows: () => readRows(services.dynamo.requestHandler),
    ask,
    startWorkers: (given) =>
      startWorkers({ environment, services, records, mailer: outbox, logOf, ...given }),
    close: async () => {
      await issuer.close();
      await services.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function readRows(requestHandler: Parameters<typeof throttled>[0]) {
  const client = new DynamoDBClient({
    region: 'ap-southeast-3',
    endpoint: 'http://dynamodb.local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler,
  });
  const items: NonNullable<ScanCommandOutput['Items']> = [];
  // A page ends after a megabyte.
  let from: ScanCommandOutput['LastEvaluatedKey'];
  do {
    const page = await client.send(new ScanCommand({ TableName: names.lmsTable, ExclusiveStartKey: from }));
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  // Requests are counted by the dozen, whatever they ask.
  const rows = items.filter(({ pk }) => !/^(SESSION|RATE)#/.test(pk?.S ?? ''));
  // A client notes when it was used, and by which action; nobody decides anything by that.
  const isNote = (row: (typeof rows)[number], name: string) =>
    row.kind?.S === 'api-client' && /^(lastUsedAt|usedAt\d+|trace)$/.test(name);
  return new Map(
    rows.map((row) => {
      const kept = Object.entries(row).filter(([name]) => !isNote(row, name));
      return [`${row.pk?.S} ${row.sk?.S}`, JSON.stringify(Object.fromEntries(kept))];
    }),
  );
}

/** Where people would sign in; these tests open sessions themselves. */
async function startIssuer(dataDir: string) {
  const listener = await listen(0);
  const url = `http://localhost:${listener.port}/oidc`;
  const oidc = await createLocalOidc({
    issuer: url,
    dir: join(dataDir, 'oidc'),
    clients: [{ clientId: 'portal', redirectUris: [`${origin}/sign-in/callback`] }],
    people: async () => [],
    onError: () => {},
  });
  listener.serve(oidc.listener);
  return { url, close: listener.close };
}

/** Asks the app that declares an address of these two first segments, or of the first; pages have the rest. */
function doorOf(apps: World['apps']): World['ask'] {
  const begin = (address: string, segments: number) => address.split(/[/?]/, 1 + segments).join('/');
  const known = new Map<string, World['apps'][number]>();
  for (const app of apps) {
    for (const { path } of app.routes) {
      for (const segments of [1, 2]) {
        const key = `${segments}${begin(path, segments)}`;
        if (!known.has(key)) known.set(key, app);
      }
    }
  }
  return async (path, init = {}) => {
    const door = known.get(`2${begin(path, 2)}`) ?? known.get(`1${begin(path, 1)}`) ?? apps.at(-1);
    if (!door) throw new Error('no door is open');
    return door.hono.request(`${origin}${path}`, init);
  };
}

function logInto(lines: string[]): Log {
  const note = (...line: readonly unknown[]) => {
    const [, error] = line;
    lines.push(JSON.stringify(error instanceof Error ? [...line, error.message] : line));
  };
  return { info: note, warn: note, error: note };
}
