import { importMessageSchema } from '@sinau/catalogue';
import { createContentRoom } from '@sinau/catalogue/adapters';
import { createCourseStore, createImportJobStore } from '@sinau/catalogue/dynamo';
import { certificateMessageSchema } from '@sinau/credentials';
import { createEndedStore } from '@sinau/delivery/dynamo';
import { exportMessageSchema } from '@sinau/exports';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { Clock } from '@sinau/kernel';
import type { RecordStore } from '@sinau/lrs/dynamo';
import { type MailWishes, queuedMailSchema, usualWishes } from '@sinau/notifications';
import { createNoticeStore } from '@sinau/notifications/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import type { Mailer } from '@sinau/platform/mail';
import { inTrace, newTrace } from '@sinau/platform/trace';
import { listNames } from '@sinau/staffing';
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent, ScheduledEvent } from 'aws-lambda';
import { announcerDeps } from '../announcer/deps.ts';
import { envSchema as announcerEnv } from '../announcer/env.ts';
import { createAnnouncer } from '../announcer/worker.ts';
import { composeCertifier } from '../certifier/compose.ts';
import { envSchema as certifierEnv } from '../certifier/env.ts';
import { createCertifier } from '../certifier/worker.ts';
import { composeConnector } from '../connector/compose.ts';
import { envSchema as connectorEnv } from '../connector/env.ts';
import { createJobDispatcher, createJobWorker } from '../connector/worker.ts';
import { composeExporter } from '../exporter/compose.ts';
import { envSchema as exporterEnv } from '../exporter/env.ts';
import { createExporter } from '../exporter/worker.ts';
import { composeForwarder } from '../forwarder/compose.ts';
import { envSchema as forwarderEnv } from '../forwarder/env.ts';
import { createDeliverer, createDispatcher } from '../forwarder/worker.ts';
import { composePrivacy } from '../housekeeping/compose-privacy.ts';
import { envSchema as housekeepingEnv } from '../housekeeping/env.ts';
import { createHousekeeping, runPrivacy } from '../housekeeping/job.ts';
import { keepAudit } from '../housekeeping/keep-audit.ts';
import { peopleWalk } from '../housekeeping/walk-people.ts';
import { importDeps } from '../importer/deps.ts';
import { envSchema as importerEnv } from '../importer/env.ts';
import { createImportWorker } from '../importer/worker.ts';
import { envSchema as mailerEnv } from '../mailer/env.ts';
import { mailHoursOf } from '../mailer/mail-hours.ts';
import { createMailWorker } from '../mailer/worker.ts';
import { composeProjector } from '../projector/compose.ts';
import { envSchema as projectorEnv } from '../projector/env.ts';
import { createProjector } from '../projector/worker.ts';
import { createAgencyDirectory, visibilityBy } from '../shared/agency-directory.ts';
import { createAuditParts } from '../shared/audit-parts.ts';
import { competencyLater } from '../shared/competency-later.ts';
import { complianceLater } from '../shared/compliance-later.ts';
import { creditLater } from '../shared/credit-later.ts';
import { dutiesLater } from '../shared/duties-later.ts';
import { createListParts } from '../shared/list-parts.ts';
import { createObligationParts } from '../shared/obligation-parts.ts';
import type { Lrs } from '../shared/open-lrs.ts';
import { createQuizParts } from '../shared/quiz-parts.ts';
import { createQuotaSeats } from '../shared/quota-seats.ts';
import { resultsLater } from '../shared/results-later.ts';
import { sealsLater } from '../shared/seals-later.ts';
import { searchRebuildDeps } from '../shared/search-parts.ts';
import { siasnLater } from '../shared/siasn-later.ts';
import { createStaffingParts } from '../shared/staffing-parts.ts';
import { names, type Services } from './services.ts';

export interface WorkersInput {
  readonly environment: Readonly<Record<string, string>>;
  readonly services: Services;
  readonly records: RecordStore;
  readonly mailer: Mailer;
  readonly logOf: (service: string) => Log;
  /** Of the work of connections. @default the system's */
  readonly connectorClock?: Clock;
}

const housekeepingMs = 5 * 60_000;
const sweepMs = 60_000;
/** Five minutes in AWS; here somebody is watching. */
const privacyMs = 3_000;
/** One process: nobody else is at work, and no read is behind. */
const localTimes = { functionMs: 5_000, readMs: 1_000 };
/** A second in AWS; here somebody is watching. */
const batchWindowMs = 250;
/** In AWS 200 of those that the projector looks at; here it gets all. */
const batchSize = 1_000;
/** Every night in AWS; here nobody waits for one. */
const dailyFilesMs = 10 * 60_000;
/** A minute in AWS; here somebody is watching. */
const dispatchMs = 2_000;
/** As many subscriptions at once, so that a slow receiver holds up no other. */
const deliverers = 4;
/** As many jobs of connections at once, so that a slow provider holds up no other. */
const connectors = 4;

/** Everything that runs behind the doors, fed as Lambda's event sources feed it. */
export async function startWorkers(input: WorkersInput): Promise<{ stop(): Promise<void> }> {
  const { services } = input;
  services.queues.consume(names.imports, importWorker(input), { batchSize: 1 });
  // Two, so that an export need not wait for daily files.
  for (let n = 0; n < 2; n += 1) {
    services.queues.consume(names.exports, exportWorker(input), { batchSize: 1 });
  }
  services.queues.consume(names.mails, mailWorker(input));
  services.queues.consume(names.certificates, await certifier(input), { batchSize: 1 });
  const push = forwarder(input);
  for (let n = 0; n < deliverers; n += 1) {
    services.queues.consume(names.pushes, push.deliver, { batchSize: 1 });
  }
  const connections = connector(input);
  for (let n = 0; n < connectors; n += 1) {
    services.queues.consume(names.connectors, connections.work, { batchSize: 1 });
  }
  services.queues.consume(names.seals, connections.work, { batchSize: 1 });
  const consumers = await Promise.all([
    follow(input, { table: names.lrsTable, consumer: 'projector', handler: projector(input) }),
    follow(input, { table: names.lmsTable, consumer: 'announcer', handler: announcer(input) }),
  ]);
  const timers = [
    every(housekeepingMs, housekeeping(input), input.logOf('housekeeping')),
    every(privacyMs, privacy(input), input.logOf('privacy')),
    every(dispatchMs, push.dispatch, input.logOf('push-dispatcher')),
    every(dispatchMs, connections.dispatch, input.logOf('connector-dispatcher')),
    every(dailyFilesMs, exportRounds(input), input.logOf('exporter')),
    every(sweepMs, () => services.dynamo.sweepExpired(), input.logOf('dev-server')),
  ];
  return {
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(consumers.map((consumer) => consumer.stop()));
    },
  };
}

function lrsOf({ environment, services, records }: WorkersInput): () => Promise<Lrs> {
  const { ISSUER_URL: issuer, LMS_TABLE: table } = announcerEnv.parse(environment);
  const people = createPeopleStore({ dynamo: services.parts.dynamo, table });
  const visibility = visibilityBy(createAgencyDirectory({ people, issuer }));
  const system = { digest: nodeDigest, ids: systemIds, clock: systemClock };
  return async () => ({ ...records, ...system, visibility });
}

/** The part of Lambda's context that the handlers read. */
function localContext(): Context {
  const awsRequestId = crypto.randomUUID();
  return { awsRequestId, functionName: 'local', getRemainingTimeInMillis: () => 60_000 } as Context;
}

type StreamHandler = (event: DynamoDBStreamEvent, context: Context) => Promise<DynamoDBBatchResponse>;

function follow(
  { services, logOf }: WorkersInput,
  source: { readonly table: string; readonly consumer: string; readonly handler: StreamHandler },
) {
  const log = logOf(source.consumer);
  return services.dynamo.stream.subscribe({
    table: source.table,
    consumer: source.consumer,
    startFrom: 'TRIM_HORIZON',
    batchSize,
    batchWindowMs,
    handler: (Records) => source.handler({ Records }, localContext()),
    onDeadLetter: async (records, error) => {
      log.error('records given up', error, { worker: source.consumer, records: records.length });
    },
  });
}

function every(ms: number, job: () => Promise<unknown>, log: Log): NodeJS.Timeout {
  return setInterval(() => {
    inTrace(newTrace(), () => job().catch((error: unknown) => log.error('job failed', error)));
  }, ms).unref();
}

function importWorker({ environment, services, logOf }: WorkersInput) {
  const env = importerEnv.parse(environment);
  const { parts } = services;
  const packages = importDeps({
    dynamo: parts.dynamo,
    table: env.LMS_TABLE,
    uploads: parts.objects(env.UPLOAD_BUCKET),
    content: parts.objects(env.CONTENT_BUCKET),
    temporaryFolder: env.TEMPORARY_FOLDER,
    maxPackageBytes: env.MAX_PACKAGE_BYTES,
    auOrigins: env.AU_ORIGINS,
    issuer: env.ISSUER_URL,
  });
  const people = createStaffingParts({ parts, env });
  const obligations = createObligationParts({ parts, env });
  return createImportWorker({
    ...{ packages, people, obligations },
    history: async () => (await import('../shared/history-parts.ts')).createHistoryParts({ parts, env }),
    ...{ clock: systemClock, log: logOf('importer') },
  });
}

function exportWorker({ environment, services, records, logOf }: WorkersInput) {
  const env = exporterEnv.parse(environment);
  return createExporter(composeExporter({ parts: services.parts, records, env, log: logOf('exporter') }));
}

function exportRounds({ environment, services }: WorkersInput) {
  const { EXPORT_QUEUE_URL } = exporterEnv.parse(environment);
  const queue = services.parts.queue(EXPORT_QUEUE_URL, exportMessageSchema);
  return async () => {
    await queue.send({ kind: 'start-daily' });
    await queue.send({ kind: 'sweep' });
  };
}

async function certifier({ environment, services, logOf }: WorkersInput) {
  const env = certifierEnv.parse(environment);
  const log = logOf('certifier');
  return createCertifier(await composeCertifier({ parts: services.parts, env, log }));
}

/** Here somebody is watching: quiet hours are those of people who have set some. */
const neverQuiet: MailWishes = { ...usualWishes, quietFrom: 0, quietUntil: 0, quietWeekends: false };

function mailWorker({ environment, services, mailer, logOf }: WorkersInput) {
  const env = mailerEnv.parse(environment);
  return createMailWorker({
    notices: createNoticeStore({ dynamo: services.parts.dynamo, table: env.LMS_TABLE }),
    ...mailHoursOf({ dynamo: services.parts.dynamo, table: env.LMS_TABLE }, neverQuiet),
    mailer,
    clock: systemClock,
    portalUrl: env.PORTAL_ORIGIN,
    log: logOf('mailer'),
  });
}

function announcer(input: WorkersInput) {
  const { environment, services, logOf } = input;
  const env = announcerEnv.parse(environment);
  const { parts } = services;
  return createAnnouncer(
    announcerDeps({
      dynamo: parts.dynamo,
      table: env.LMS_TABLE,
      recordsTable: env.LRS_TABLE,
      content: parts.objects(env.CONTENT_BUCKET),
      mail: parts.queue(env.MAIL_QUEUE_URL, queuedMailSchema),
      certificateQueue: parts.queue(env.CERTIFICATE_QUEUE_URL, certificateMessageSchema),
      results: resultsLater({ parts, lrs: lrsOf(input), env }),
      credit: creditLater({ parts, statements: lrsOf(input), env }),
      duties: dutiesLater({ dynamo: parts.dynamo, table: env.LMS_TABLE }),
      competency: competencyLater({
        dynamo: parts.dynamo,
        table: env.LMS_TABLE,
        clock: systemClock,
        ids: systemIds,
      }),
      compliance: complianceLater({ dynamo: parts.dynamo, table: env.LMS_TABLE, clock: systemClock }),
      siasn: siasnLater({ dynamo: parts.dynamo, table: env.LMS_TABLE }),
      seals: sealsLater({ dynamo: parts.dynamo, table: env.LMS_TABLE }),
      clock: systemClock,
      log: logOf('announcer'),
    }),
  );
}

function projector({ environment, services, records, logOf }: WorkersInput) {
  const env = projectorEnv.parse(environment);
  return createProjector(composeProjector({ parts: services.parts, records, env, log: logOf('projector') }));
}

function housekeeping(input: WorkersInput) {
  const { environment, services, records, logOf } = input;
  const env = housekeepingEnv.parse(environment);
  const { parts } = services;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const telling = { parts, env, log: logOf('housekeeping') };
  const handler = createHousekeeping({
    courses: createCourseStore({ dynamo: parts.dynamo, table: env.LMS_TABLE }),
    jobs: createImportJobStore({ dynamo: parts.dynamo, table: env.LMS_TABLE }),
    content: createContentRoom({ content: parts.objects(env.CONTENT_BUCKET) }),
    queue: parts.queue(env.IMPORT_QUEUE_URL, importMessageSchema),
    search: searchRebuildDeps({
      dynamo: parts.dynamo,
      table: env.LMS_TABLE,
      content: parts.objects(env.CONTENT_BUCKET),
    }),
    healer: records.healer,
    privacy: privacyDeps(input),
    audit: createAuditParts({ parts, env }),
    quizzes: createQuizParts({ parts, records, env }),
    ended: createEndedStore({ dynamo: parts.dynamo, table: env.LMS_TABLE }),
    refresh: async () => (await import('../shared/refresh-parts.ts')).createRefreshParts(stores),
    lists: listNames.map((list) => createListParts({ parts, env }, list)),
    walkPeople: peopleWalk({ dynamo: parts.dynamo, table: env.LMS_TABLE, clock: systemClock }),
    seats: createQuotaSeats({ dynamo: parts.dynamo, table: env.LMS_TABLE }),
    events: async () => (await import('../shared/event-seats.ts')).createSeatsToPass(stores),
    cohortSteps: async () => (await import('../shared/step-teller.ts')).createStepReminders(telling),
    evaluations: async () => (await import('../shared/evaluation-round.ts')).createEvaluationRound(telling),
    collaboration: async () =>
      (await import('../shared/collaboration-round.ts')).createCollaborationRound(telling),
    nudges: async () => (await import('../shared/nudge-round.ts')).createNudgeRound(telling),
    obligations: async () => (await import('../shared/reminder-parts.ts')).createReminderParts(telling),
    promised: async () => (await import('../shared/overdue-parts.ts')).createOverdueParts(telling),
    releases: async () => (await import('../shared/release-parts.ts')).createReleaseParts(telling),
    planned: async () => (await import('../shared/overdue-item-parts.ts')).createOverdueItemParts(telling),
    seals: async () => (await import('../shared/seal-ends-parts.ts')).createSealEndsParts(telling),
    waiting: async () => (await import('../shared/waiting-parts.ts')).createWaitingParts(telling),
    people: createPeopleStore({ dynamo: parts.dynamo, table: env.LMS_TABLE }),
    clock: systemClock,
    log: logOf('housekeeping'),
  });
  return () => handler({} as ScheduledEvent, localContext());
}

function privacyDeps({ environment, services, records }: WorkersInput) {
  const env = housekeepingEnv.parse(environment);
  return composePrivacy({ parts: services.parts, records, env, times: localTimes });
}

function privacy(input: WorkersInput) {
  const audit = createAuditParts({
    parts: input.services.parts,
    env: housekeepingEnv.parse(input.environment),
  });
  const deps = { privacy: privacyDeps(input), audit, clock: systemClock, log: input.logOf('privacy') };
  let running = false;
  return async () => {
    if (running) return;
    running = true;
    await Promise.all([runPrivacy(deps), keepAudit(deps)]).finally(() => {
      running = false;
    });
  };
}

function forwarder({ environment, services, records, logOf }: WorkersInput) {
  const env = forwarderEnv.parse(environment);
  const { parts } = services;
  const deps = composeForwarder({ parts, records, env, log: logOf('forwarder') });
  const dispatch = createDispatcher(deps);
  return {
    deliver: createDeliverer(deps),
    dispatch: () => dispatch({} as ScheduledEvent, localContext()),
  };
}

function connector(input: WorkersInput) {
  const { environment, services, logOf, connectorClock = systemClock } = input;
  const env = connectorEnv.parse(environment);
  const log = logOf('connector');
  const lrs = lrsOf(input);
  const deps = composeConnector({ parts: services.parts, lrs, env, log, clock: connectorClock });
  const dispatch = createJobDispatcher(deps);
  return {
    work: createJobWorker(deps),
    dispatch: () => dispatch({} as ScheduledEvent, localContext()),
  };
}
