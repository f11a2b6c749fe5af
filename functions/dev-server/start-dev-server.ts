import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { importMessageSchema } from '@sinau/catalogue';
import { createUploadRoom } from '@sinau/catalogue/adapters';
import { createCourseStore, createImportJobStore } from '@sinau/catalogue/dynamo';
import { completeSearch } from '@sinau/catalogue/search';
import { issueAccessToken } from '@sinau/identity';
import { createClientStore, createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { PersonPrincipal } from '@sinau/kernel';
import { mediaOriginsSchema } from '@sinau/media';
import { contentTicketKey, type PlayerPages, serveContent } from '@sinau/platform/content-edge';
import { hmacSigner, nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createLocalOidc, type LocalOidcPerson } from '@sinau/platform/local-aws';
import { createLog, type Log } from '@sinau/platform/log';
import { createOutboxMailer } from '@sinau/platform/mail';
import { createBankStore, createQuizStore } from '@sinau/questions/dynamo';
import type { ServedAssets } from '@sinau/web';
import { searchRebuildDeps } from '../shared/search-parts.ts';
import { type LocalSecrets, openDataFolder } from './data-folder.ts';
import { writeDevJson } from './dev-json.ts';
import { openDoors } from './doors.ts';
import { type Addresses, localEnvironment } from './environment.ts';
import { type Listener, listen } from './listen.ts';
import { openLocalRecords } from './open-local-records.ts';
import type { DevServerOptions } from './options.ts';
import { fileMemory, type Seeded, seed } from './seed/index.ts';
import { seedBank } from './seed-bank.ts';
import { seedSampleCourse } from './seed-courses.ts';
import { seedWorkingDay } from './seed-working-day.ts';
import { names, type Services, startServices } from './services.ts';
import { localIssuer } from './stable-issuer.ts';
import { startWorkers } from './workers.ts';

export interface DevServer {
  readonly addresses: Addresses;
  readonly seeded: Seeded;
  close(): Promise<void>;
}

interface Start extends DevServerOptions {
  /** Folder of the repository. */
  readonly root: string;
  readonly assets: ServedAssets;
  readonly player: PlayerPages;
  readonly logLevel: string;
}

/** All functions in one process on the embedded services. Rejects with StartRefused for what its user can mend. */
export async function startDevServer(start: Start): Promise<DevServer> {
  const portal = await listen(start.port);
  const opened: { close(): Promise<void> }[] = [portal];
  try {
    const content = await listen(start.port === 0 ? 0 : start.port + 1);
    opened.unshift(content);
    const addresses: Addresses = {
      portal: `http://localhost:${portal.port}`,
      contentTemplate: `http://{hash}.localhost:${content.port}`,
    };
    const logOf = (service: string) => createLog({ service, level: start.logLevel });
    const secrets = await openDataFolder(start.dataDir, start);
    const services = await startServices({
      dataDir: start.dataDir,
      secrets,
      portalOrigin: addresses.portal,
      onFault: (error) => logOf('objects').error('object store fault', error),
    });
    opened.unshift(services);
    const running = await runFunctions({ start, addresses, services, secrets, logOf });
    opened.unshift({ close: running.stop });
    await serve({ start, addresses, services, secrets, logOf }, { portal, content, running });
    return { addresses, seeded: running.seeded, close: () => closeAll(opened) };
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

interface Scene {
  readonly start: Start;
  readonly addresses: Addresses;
  readonly services: Services;
  readonly secrets: LocalSecrets;
  readonly logOf: (service: string) => Log;
}

/** Workers first: the seed imports a course through them. */
async function runFunctions(scene: Scene) {
  const { start, addresses, services, secrets, logOf } = scene;
  const scratchDir = join(start.dataDir, 'scratch');
  await mkdir(scratchDir, { recursive: true });
  const { signingSecret } = secrets;
  const environment = {
    ...localEnvironment({ addresses, services, signingSecret, scratchDir, logLevel: start.logLevel }),
    ...overridesFrom(process.env),
  };
  const records = openLocalRecords(services);
  const outbox = createOutboxMailer({ dir: join(start.dataDir, 'outbox'), clock: systemClock });
  const workers = await startWorkers({ environment, services, records, mailer: outbox, logOf });
  const cast = await seedAll(scene);
  const more = start.isPlain ? [] : await seedWorkingDay({ services, seeded: cast, signingSecret });
  const seeded = { ...cast, people: [...cast.people, ...more] };
  const { dynamo, objects } = services.parts;
  await completeSearch(searchRebuildDeps({ dynamo, table: names.lmsTable, content: objects(names.content) }));
  const { clients, tenants } = seeded;
  const providerToken = await tokenOf(scene, clients.provider);
  const toolsToken = await tokenOf(scene, clients.tools);
  // Tools that are registered here without naming a provider are the university's.
  const { university } = tenants;
  const toolsProvider = university.kind === 'provider' ? university.providerId : undefined;
  await writeDevJson(start.dataDir, { addresses, seeded, providerToken, toolsToken, toolsProvider });
  const forTools: Readonly<Record<string, string>> =
    toolsProvider === undefined ? {} : { LTI_DEFAULT_PROVIDER: toolsProvider };
  return { environment: { ...environment, ...forTools }, records, outbox, seeded, stop: workers.stop };
}

/** Limits that a test of the record store may raise; the names are those of the functions' env.ts. */
function overridesFrom(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const names = [
    'STATEMENTS_MAX_BODY_BYTES',
    'STATEMENTS_MAX_PER_REQUEST',
    'DOCUMENT_MAX_BYTES',
    'AU_ORIGINS',
    'MEDIA_ORIGINS',
    'CONNECT_ORIGINS',
    'XAPI_CLIENT_REQUESTS_PER_SECOND',
    'XAPI_SESSION_REQUESTS_PER_SECOND',
    'RECORDS_CLIENT_REQUESTS_PER_SECOND',
    'TOKEN_CLIENT_REQUESTS_PER_SECOND',
    'API_CLIENT_REQUESTS_PER_SECOND',
    'SIASN_GATEWAY',
  ];
  return Object.fromEntries(names.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
}

/** For scripts on this machine that want no OAuth; dies with the signing secret of the data folder. */
async function tokenOf(
  { services, secrets }: Scene,
  { id, secret }: Seeded['clients']['provider'],
): Promise<string> {
  const clients = createClientStore({ dynamo: services.parts.dynamo, table: names.lmsTable });
  const { accessToken } = await issueAccessToken(
    {
      ...{ clients, directory: clients, clock: systemClock, digest: nodeDigest },
      signer: hmacSigner(secrets.signingSecret),
      validSeconds: 365 * 24 * 3600,
    },
    { clientId: id, secret },
  );
  return accessToken;
}

async function seedAll({ start, services, secrets }: Scene): Promise<Seeded> {
  const { parts, queues } = services;
  const stores = { dynamo: parts.dynamo, table: names.lmsTable };
  const common = { clock: systemClock, ids: systemIds, digest: nodeDigest };
  const seeded = await seed({
    ...common,
    people: createPeopleStore(stores),
    organisations: createOrganisationStore(stores),
    clients: createClientStore(stores),
    signer: hmacSigner(secrets.signingSecret),
    memory: fileMemory(join(start.dataDir, 'seed.json')),
    issuer: localIssuer,
  });
  await seedSampleCourse(
    {
      ...common,
      courses: createCourseStore(stores),
      jobs: createImportJobStore(stores),
      uploads: createUploadRoom({ uploads: parts.objects(names.uploads) }),
      queue: parts.queue(queues.url(names.imports), importMessageSchema),
      maxPackageBytes: 1024 ** 3,
      root: start.root,
      sleep,
    },
    seeded.principals.providerAuthor as PersonPrincipal,
  );
  await seedBank(
    { ...common, bank: createBankStore(stores), quizzes: createQuizStore(stores) },
    seeded.principals.providerAuthor as PersonPrincipal,
  );
  return seeded;
}

async function serve(
  { start, addresses, services, secrets, logOf }: Scene,
  to: {
    readonly portal: Listener;
    readonly content: Listener;
    readonly running: Awaited<ReturnType<typeof runFunctions>>;
  },
): Promise<void> {
  const { environment, records, outbox, seeded } = to.running;
  const { parts } = services;
  const doors = openDoors({
    environment,
    parts,
    records,
    people: createPeopleStore({ dynamo: parts.dynamo, table: names.lmsTable }),
    outbox,
    assets: start.assets,
    logOf,
  });
  const oidc = await createLocalOidc({
    issuer: `${addresses.portal}/oidc`,
    dir: join(start.dataDir, 'oidc'),
    clients: [{ clientId: 'portal', redirectUris: [`${addresses.portal}/sign-in/callback`] }],
    people: async () => seeded.people.map(onSignInPage),
    onError: (error) => logOf('oidc').error('local provider fault', error),
  });
  to.content.serve(
    serveContent({
      objects: parts.objects(names.content),
      player: start.player,
      ticketKey: contentTicketKey(secrets.signingSecret),
      now: () => systemClock.now(),
      portalOrigin: addresses.portal,
      mediaOrigins: mediaOriginsSchema.parse(environment.MEDIA_ORIGINS ?? ''),
      connectOrigins: originsIn(environment.CONNECT_ORIGINS),
      log: logOf('content'),
    }),
  );
  to.portal.serve((request, response) =>
    /^\/oidc(\/|\?|$)/.test(request.url ?? '')
      ? oidc.listener(request, response)
      : doors.listener(request, response),
  );
}

/** By comma; on one machine without TLS too. */
function originsIn(text = ''): readonly string[] {
  return text.split(',').filter((origin) => /^https?:\/\/[\w.-]+(?::\d+)?$/.test(origin));
}

function onSignInPage({ email, name, label, organisation }: Seeded['people'][number]): LocalOidcPerson {
  return { email, name, role: label, organisation };
}

async function closeAll(opened: readonly { close(): Promise<void> }[]): Promise<void> {
  for (const one of opened) await one.close();
}
