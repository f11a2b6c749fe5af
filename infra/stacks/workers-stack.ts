import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  FilterCriteria,
  FilterRule,
  type Function as Lambda,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { envSchema as housekeepingEnv } from '../../functions/housekeeping/env.ts';
import { envSchema as importerEnv } from '../../functions/importer/env.ts';
import { envSchema as mailerEnv } from '../../functions/mailer/env.ts';
import { envSchema as projectorEnv } from '../../functions/projector/env.ts';
import type { SinauConfig } from '../config.ts';
import { type EnvironmentSources, environmentFor } from '../constructs/environment.ts';
import { NodeFunction } from '../constructs/node-function.ts';
import { DeadLetters, WorkQueue } from '../constructs/work-queue.ts';
import type { DataStack } from './data-stack.ts';
import type { IdentityStack } from './identity-stack.ts';

export interface WorkersStackProps extends StackProps {
  readonly config: SinauConfig;
  readonly data: DataStack;
  readonly identity: IdentityStack;
}

const importTimeoutSeconds = 600;
const mailTimeoutSeconds = 30;

/** What runs behind the doors: package imports, mail, projections of the record store, housekeeping. */
export class WorkersStack extends Stack {
  readonly importQueue: Queue;
  readonly mailQueue: Queue;
  readonly functions: Lambda[];
  readonly deadLetters: Queue[];

  constructor(scope: Construct, id: string, props: WorkersStackProps) {
    super(scope, id, props);
    const imports = new WorkQueue(this, 'Imports', { visibilitySeconds: importTimeoutSeconds * 6, tries: 3 });
    const mails = new WorkQueue(this, 'Mails', { visibilitySeconds: mailTimeoutSeconds * 6 });
    const streamLetters = new DeadLetters(this, 'StreamDeadLetters').queue;
    const jobLetters = new DeadLetters(this, 'JobDeadLetters').queue;
    this.importQueue = imports.queue;
    this.mailQueue = mails.queue;
    this.deadLetters = [imports.deadLetters, mails.deadLetters, streamLetters, jobLetters];
    const sources: EnvironmentSources = { ...props, importQueue: imports.queue, mailQueue: mails.queue };
    this.functions = [
      this.importer(sources),
      this.mailer(sources),
      this.projector(sources, streamLetters),
      this.housekeeping(sources, jobLetters),
    ];
  }

  private importer(sources: EnvironmentSources): Lambda {
    const { function: importer } = new NodeFunction(this, 'Importer', {
      folder: 'importer',
      description: 'Unpacks and checks uploaded packages',
      environment: environmentFor(importerEnv, sources),
      memoryMb: 1769,
      timeoutSeconds: importTimeoutSeconds,
      scratchMb: 4096,
      reservedConcurrency: 10,
    });
    const { lmsTable, uploadBucket, contentBucket } = sources.data;
    lmsTable.grantReadWriteData(importer);
    uploadBucket.grantRead(importer);
    uploadBucket.grantDelete(importer);
    contentBucket.grantReadWrite(importer);
    sources.mailQueue.grantSendMessages(importer);
    importer.addEventSource(
      new SqsEventSource(sources.importQueue, { batchSize: 1, reportBatchItemFailures: true }),
    );
    return importer;
  }

  private mailer(sources: EnvironmentSources): Lambda {
    const { function: mailer } = new NodeFunction(this, 'Mailer', {
      folder: 'mailer',
      description: 'Sends queued mail through SES',
      environment: environmentFor(mailerEnv, sources),
      timeoutSeconds: mailTimeoutSeconds,
      reservedConcurrency: 5,
    });
    mailer.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [
          this.formatArn({ service: 'ses', resource: 'identity', resourceName: sources.config.domain }),
        ],
      }),
    );
    sources.data.lmsTable.grantReadWriteData(mailer);
    mailer.addEventSource(
      new SqsEventSource(sources.mailQueue, { batchSize: 10, reportBatchItemFailures: true }),
    );
    return mailer;
  }

  private projector(sources: EnvironmentSources, deadLetters: Queue): Lambda {
    const { function: projector } = new NodeFunction(this, 'Projector', {
      folder: 'projector',
      description:
        'Heals list rows, appends agency feeds and follows progress from the stream of the record store',
      environment: environmentFor(projectorEnv, sources),
      timeoutSeconds: 60,
    });
    const { lrsTable, lmsTable, lrsBucket } = sources.data;
    lrsTable.grantReadWriteData(projector);
    lmsTable.grantReadWriteData(projector);
    lrsBucket.grantReadWrite(projector);
    sources.mailQueue.grantSendMessages(projector);
    projector.addEventSource(this.streamOf(lrsTable, deadLetters));
    return projector;
  }

  private streamOf(table: TableV2, deadLetters: Queue): DynamoEventSource {
    return new DynamoEventSource(table, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 10,
      parallelizationFactor: 4,
      maxBatchingWindow: Duration.seconds(0),
      onFailure: new SqsDlq(deadLetters),
      // Rows that expire leave by TTL; no projection follows them.
      filters: [FilterCriteria.filter({ eventName: FilterRule.or('INSERT', 'MODIFY') })],
    });
  }

  private housekeeping(sources: EnvironmentSources, deadLetters: Queue): Lambda {
    const { function: job } = new NodeFunction(this, 'Housekeeping', {
      folder: 'housekeeping',
      description: 'Settles writes and imports that were given up halfway',
      environment: environmentFor(housekeepingEnv, sources),
      timeoutSeconds: 300,
      reservedConcurrency: 1,
    });
    sources.data.lrsTable.grantReadWriteData(job);
    sources.data.lmsTable.grantReadWriteData(job);
    sources.data.lrsBucket.grantReadWrite(job);
    sources.data.contentBucket.grantReadWrite(job);
    new Rule(this, 'EveryFiveMinutes', {
      description: 'Runs housekeeping',
      schedule: Schedule.rate(Duration.minutes(5)),
      targets: [new LambdaFunction(job, { deadLetterQueue: deadLetters, retryAttempts: 2 })],
    });
    return job;
  }
}
