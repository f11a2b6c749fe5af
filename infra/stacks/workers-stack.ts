import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterRule, type Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { PublicHostedZone } from 'aws-cdk-lib/aws-route53';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { envSchema as announcerEnv } from '../../functions/announcer/env.ts';
import { envSchema as certifierEnv } from '../../functions/certifier/env.ts';
import { envSchema as connectorEnv } from '../../functions/connector/env.ts';
import { envSchema as exporterEnv } from '../../functions/exporter/env.ts';
import { envSchema as forwarderEnv } from '../../functions/forwarder/env.ts';
import { envSchema as housekeepingEnv } from '../../functions/housekeeping/env.ts';
import { envSchema as importerEnv } from '../../functions/importer/env.ts';
import { envSchema as mailerEnv } from '../../functions/mailer/env.ts';
import { envSchema as projectorEnv } from '../../functions/projector/env.ts';
import type { SinauConfig } from '../config.ts';
import { type DeadLetterQueues, type EnvironmentSources, environmentFor } from '../constructs/environment.ts';
import {
  letChangeRows,
  letKeepSealed,
  letReadRows,
  letReadTranscripts,
  letRemoveEvidence,
  letRemoveForms,
  letSeal,
  letSign,
  letUnseal,
  letUseObjects,
} from '../constructs/grants.ts';
import { NodeFunction } from '../constructs/node-function.ts';
import { commits, streamOf } from '../constructs/stream-source.ts';
import { DeadLetters, WorkQueue } from '../constructs/work-queue.ts';
import type { DataStack } from './data-stack.ts';
import type { IdentityStack } from './identity-stack.ts';

export interface WorkersStackProps extends StackProps {
  readonly config: SinauConfig;
  readonly data: DataStack;
  readonly identity: IdentityStack;
}

/** The longest Lambda runs: ten minutes of work, then the last file is stored. */
const exportTimeoutSeconds = 900;
const importTimeoutSeconds = 600;
const mailTimeoutSeconds = 30;
/** A certificate takes a second, a transcript of some hundred lines ten; five may come at once. */
const certificateTimeoutSeconds = 90;
/** A run, and what one request may still take after it. */
const pushTimeoutSeconds = 90;
/** A page of a catalogue, or a few hundred questions to a provider; longer work goes on in a further message. */
const connectorTimeoutSeconds = 300;

/** What runs behind the doors: imports, mail, push, followers of both tables' streams, housekeeping. */
export class WorkersStack extends Stack {
  readonly certificateQueue: Queue;
  readonly connectorQueue: Queue;
  readonly exportQueue: Queue;
  readonly importQueue: Queue;
  readonly mailQueue: Queue;
  readonly pushQueue: Queue;
  readonly sealQueue: Queue;
  readonly functions: readonly Lambda[];
  /** Those that follow a table's stream. */
  readonly streamFollowers: readonly Lambda[];
  readonly deadLetters: DeadLetterQueues;
  private readonly sources: EnvironmentSources;

  constructor(scope: Construct, id: string, props: WorkersStackProps) {
    super(scope, id, props);
    const certificates = new WorkQueue(this, 'Certificates', {
      visibilitySeconds: certificateTimeoutSeconds * 6,
    });
    const connectors = new WorkQueue(this, 'Connectors', { visibilitySeconds: connectorTimeoutSeconds * 6 });
    const exports = new WorkQueue(this, 'Exports', { visibilitySeconds: exportTimeoutSeconds * 6, tries: 3 });
    const imports = new WorkQueue(this, 'Imports', { visibilitySeconds: importTimeoutSeconds * 6, tries: 3 });
    const mails = new WorkQueue(this, 'Mails', { visibilitySeconds: mailTimeoutSeconds * 6 });
    const pushes = new WorkQueue(this, 'Pushes', { visibilitySeconds: pushTimeoutSeconds * 6 });
    const seals = new WorkQueue(this, 'Seals', { visibilitySeconds: connectorTimeoutSeconds * 6 });
    const streamLetters = new DeadLetters(this, 'StreamDeadLetters').queue;
    const jobLetters = new DeadLetters(this, 'JobDeadLetters').queue;
    this.certificateQueue = certificates.queue;
    this.connectorQueue = connectors.queue;
    this.exportQueue = exports.queue;
    this.importQueue = imports.queue;
    this.mailQueue = mails.queue;
    this.pushQueue = pushes.queue;
    this.sealQueue = seals.queue;
    this.deadLetters = {
      certificates: certificates.deadLetters,
      connectors: connectors.deadLetters,
      imports: imports.deadLetters,
      mails: mails.deadLetters,
      pushes: pushes.deadLetters,
      seals: seals.deadLetters,
      exports: exports.deadLetters,
      streams: streamLetters,
      jobs: jobLetters,
    };
    this.sources = {
      ...props,
      certificateQueue: certificates.queue,
      connectorQueue: connectors.queue,
      exportQueue: exports.queue,
      importQueue: imports.queue,
      mailQueue: mails.queue,
      pushQueue: pushes.queue,
      sealQueue: seals.queue,
    };
    this.streamFollowers = [this.projector(streamLetters), this.announcer(streamLetters)];
    this.functions = [
      this.certifier(),
      this.exporter(jobLetters),
      this.importer(),
      this.mailer(),
      ...this.streamFollowers,
      this.housekeeping(jobLetters),
      this.forwarder(jobLetters),
      this.connector(jobLetters),
    ];
  }

  private exporter(deadLetters: Queue): Lambda {
    const { data, exportQueue } = this.sources;
    const { function: exporter } = new NodeFunction(this, 'Exporter', {
      folder: 'exporter',
      description: 'Writes records into files: daily ones and exports',
      environment: environmentFor(exporterEnv, this.sources),
      memoryMb: 3008,
      timeoutSeconds: exportTimeoutSeconds,
      scratchMb: 4096,
    });
    letChangeRows(exporter, data.lmsTable);
    letReadRows(exporter, data.lrsTable);
    letUseObjects(exporter, data.lrsBucket, ['read']);
    letUseObjects(exporter, data.recordFilesBucket, ['write']);
    exportQueue.grantSendMessages(exporter);
    exporter.addEventSource(
      new SqsEventSource(exportQueue, { batchSize: 1, reportBatchItemFailures: true, maxConcurrency: 10 }),
    );
    const tell = (id: string, schedule: Schedule, message: object) =>
      new Rule(this, id, {
        description: 'Tells the exporter',
        schedule,
        targets: [
          new SqsQueue(exportQueue, {
            message: RuleTargetInput.fromObject(message),
            deadLetterQueue: deadLetters,
          }),
        ],
      });
    // Half past one in Jakarta: the day before is over, and what was late has come.
    tell('EveryNight', Schedule.cron({ hour: '18', minute: '30' }), { kind: 'start-daily' });
    tell('EveryTenMinutes', Schedule.rate(Duration.minutes(10)), { kind: 'sweep' });
    return exporter;
  }

  private importer(): Lambda {
    const { data, importQueue } = this.sources;
    const { function: importer } = new NodeFunction(this, 'Importer', {
      folder: 'importer',
      description: 'Unpacks and checks uploaded packages, takes lists of agencies',
      environment: environmentFor(importerEnv, this.sources),
      memoryMb: 1769,
      timeoutSeconds: importTimeoutSeconds,
      scratchMb: 4096,
    });
    letChangeRows(importer, data.lmsTable);
    letUseObjects(importer, data.uploadBucket, ['read', 'delete']);
    letUseObjects(importer, data.contentBucket, ['read', 'write', 'delete']);
    // What is left of a long list goes back there.
    importQueue.grantSendMessages(importer);
    importer.addEventSource(
      new SqsEventSource(importQueue, { batchSize: 1, reportBatchItemFailures: true, maxConcurrency: 10 }),
    );
    return importer;
  }

  private certifier(): Lambda {
    const { data, certificateQueue } = this.sources;
    const { function: certifier } = new NodeFunction(this, 'Certifier', {
      folder: 'certifier',
      description: 'Issues, prints and signs certificates',
      environment: environmentFor(certifierEnv, this.sources),
      memoryMb: 1024,
      timeoutSeconds: certificateTimeoutSeconds,
    });
    letChangeRows(certifier, data.lmsTable);
    letUseObjects(certifier, data.documentsBucket, ['write']);
    // One that was being printed when somebody was erased.
    letRemoveForms(certifier, data.documentsBucket);
    letSign(certifier, data.credentialKey);
    data.signingSecret.grantRead(certifier);
    // KMS signs a few hundred times a second; five at once come to far less.
    certifier.addEventSource(
      new SqsEventSource(certificateQueue, {
        batchSize: 5,
        reportBatchItemFailures: true,
        maxConcurrency: 5,
      }),
    );
    return certifier;
  }

  private mailer(): Lambda {
    const { config, data, mailQueue } = this.sources;
    const { domain, hostedZoneId, mailFrom } = config;
    const { function: mailer } = new NodeFunction(this, 'Mailer', {
      folder: 'mailer',
      description: 'Sends queued mail through SES',
      environment: environmentFor(mailerEnv, this.sources),
      timeoutSeconds: mailTimeoutSeconds,
    });
    const zone = PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', {
      hostedZoneId,
      zoneName: domain,
    });
    const sender = new EmailIdentity(this, 'Sender', { identity: Identity.publicHostedZone(zone) });
    mailer.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [sender.emailIdentityArn],
        conditions: { StringEquals: { 'ses:FromAddress': mailFrom } },
      }),
    );
    letChangeRows(mailer, data.lmsTable);
    mailer.addEventSource(
      new SqsEventSource(mailQueue, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: 5 }),
    );
    return mailer;
  }

  private projector(deadLetters: Queue): Lambda {
    const { lrsTable, lmsTable, lrsBucket } = this.sources.data;
    const { function: projector } = new NodeFunction(this, 'Projector', {
      folder: 'projector',
      description: 'Follows the record store: list rows, agency feeds',
      environment: environmentFor(projectorEnv, this.sources),
      timeoutSeconds: 60,
    });
    letChangeRows(projector, lrsTable);
    letChangeRows(projector, lmsTable);
    letUseObjects(projector, lrsBucket, ['read', 'write', 'delete']);
    projector.addEventSource(streamOf(lrsTable, deadLetters, commits));
    return projector;
  }

  private announcer(deadLetters: Queue): Lambda {
    const { data, certificateQueue, mailQueue } = this.sources;
    const { function: announcer } = new NodeFunction(this, 'Announcer', {
      folder: 'announcer',
      description: 'Lets domains follow the facts of others: completes enrolments, tells people',
      environment: environmentFor(announcerEnv, this.sources),
      timeoutSeconds: 60,
    });
    letChangeRows(announcer, data.lmsTable);
    // Statistics of courses lie beside the records; results of providers are recorded.
    letChangeRows(announcer, data.lrsTable);
    letUseObjects(announcer, data.lrsBucket, ['read', 'write']);
    // The search of the catalogue lies in shards there.
    letUseObjects(announcer, data.contentBucket, ['read', 'write']);
    mailQueue.grantSendMessages(announcer);
    certificateQueue.grantSendMessages(announcer);
    // Sums of rate limits tell nothing.
    const rows = [{ Keys: { sk: { S: FilterRule.notEquals('RATE') } } }];
    announcer.addEventSource(streamOf(data.lmsTable, deadLetters, rows));
    return announcer;
  }

  private housekeeping(deadLetters: Queue): Lambda {
    const { data, certificateQueue, importQueue, mailQueue } = this.sources;
    const { function: job } = new NodeFunction(this, 'Housekeeping', {
      folder: 'housekeeping',
      description: 'Settles what was given up halfway',
      environment: environmentFor(housekeepingEnv, this.sources),
      // Below the interval, so that two runs do not overlap.
      timeoutSeconds: 240,
    });
    letChangeRows(job, data.lmsTable);
    letChangeRows(job, data.lrsTable);
    data.signingSecret.grantRead(job);
    // Erasures rewrite bodies beside the table and delete attachments; exports are files.
    letUseObjects(job, data.lrsBucket, ['read', 'write', 'delete', 'list']);
    letUseObjects(job, data.contentBucket, ['read', 'write', 'list', 'delete']);
    letRemoveEvidence(job, data.documentsBucket);
    letRemoveForms(job, data.documentsBucket);
    letReadTranscripts(job, data.documentsBucket);
    importQueue.grantSendMessages(job);
    // Badges of recognitions that an erasure took away.
    certificateQueue.grantSendMessages(job);
    // Reminders, letters of the week, and mails whose quiet hours are over.
    mailQueue.grantSendMessages(job);
    // The rule's own dead letters hold calls that never reached the function; these hold runs that failed.
    job.configureAsyncInvoke({ retryAttempts: 1, onFailure: new SqsDestination(deadLetters) });
    new Rule(this, 'EveryFiveMinutes', {
      description: 'Runs housekeeping',
      schedule: Schedule.rate(Duration.minutes(5)),
      targets: [new LambdaFunction(job, { deadLetterQueue: deadLetters, retryAttempts: 2 })],
    });
    return job;
  }

  private forwarder(deadLetters: Queue): Lambda {
    const { data, pushQueue } = this.sources;
    const { function: forwarder } = new NodeFunction(this, 'Forwarder', {
      folder: 'forwarder',
      description: 'Sends records to the receivers of agencies',
      environment: environmentFor(forwarderEnv, this.sources),
      timeoutSeconds: pushTimeoutSeconds,
    });
    letChangeRows(forwarder, data.lmsTable);
    letReadRows(forwarder, data.lrsTable);
    letUseObjects(forwarder, data.lrsBucket, ['read']);
    letUnseal(forwarder, data.sealingKey);
    pushQueue.grantSendMessages(forwarder);
    // So many runs at once, however many receivers are slow; the record store is not asked for more.
    forwarder.addEventSource(
      new SqsEventSource(pushQueue, { batchSize: 1, reportBatchItemFailures: true, maxConcurrency: 20 }),
    );
    forwarder.configureAsyncInvoke({ retryAttempts: 0, onFailure: new SqsDestination(deadLetters) });
    new Rule(this, 'EveryMinute', {
      description: 'Wakes subscriptions that are due',
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(forwarder, { deadLetterQueue: deadLetters, retryAttempts: 0 })],
    });
    return forwarder;
  }

  private connector(deadLetters: Queue): Lambda {
    const { data, connectorQueue, sealQueue } = this.sources;
    const { function: connector } = new NodeFunction(this, 'Connector', {
      folder: 'connector',
      description: 'Asks and tells providers: catalogues, enrolments, results',
      environment: environmentFor(connectorEnv, this.sources),
      timeoutSeconds: connectorTimeoutSeconds,
    });
    letChangeRows(connector, data.lmsTable);
    // What repairs take over is recorded.
    letChangeRows(connector, data.lrsTable);
    letUseObjects(connector, data.lrsBucket, ['read', 'write']);
    letUseObjects(connector, data.contentBucket, ['read', 'write', 'delete', 'list']);
    // Certificates and evidence go to SIASN with what they prove; what comes back sealed is kept.
    letUseObjects(connector, data.documentsBucket, ['read']);
    letKeepSealed(connector, data.documentsBucket);
    // Secrets of connections are opened, and the key that we sign with as a tool is made when there is none.
    letSeal(connector, data.sealingKey);
    data.signingSecret.grantRead(connector);
    connectorQueue.grantSendMessages(connector);
    sealQueue.grantSendMessages(connector);
    data.signingSecret.grantRead(connector);
    // So many jobs at once, however many providers are slow.
    connector.addEventSource(
      new SqsEventSource(connectorQueue, { batchSize: 1, reportBatchItemFailures: true, maxConcurrency: 20 }),
    );
    connector.addEventSource(
      new SqsEventSource(sealQueue, { batchSize: 1, reportBatchItemFailures: true, maxConcurrency: 5 }),
    );
    connector.configureAsyncInvoke({ retryAttempts: 0, onFailure: new SqsDestination(deadLetters) });
    new Rule(this, 'EveryMinuteForConnections', {
      description: 'Queues the work of connections that is due',
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(connector, { deadLetterQueue: deadLetters, retryAttempts: 0 })],
    });
    return connector;
  }
}
