import { Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { CfnStage, HttpApi, HttpMethod, type IStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { envSchema as apiEnv } from '../../functions/api/env.ts';
import { envSchema as credentialsEnv } from '../../functions/credentials/env.ts';
import { envSchema as dispatchEnv } from '../../functions/dispatch/env.ts';
import { envSchema as launchEnv } from '../../functions/launch/env.ts';
import { envSchema as ltiEnv } from '../../functions/lti/env.ts';
import { envSchema as ltiToolEnv } from '../../functions/lti-tool/env.ts';
import { envSchema as portalEnv } from '../../functions/portal/env.ts';
import { envSchema as quizEnv } from '../../functions/quiz/env.ts';
import { envSchema as recordsEnv } from '../../functions/records/env.ts';
import { envSchema as scimEnv } from '../../functions/scim/env.ts';
import { envSchema as scormEnv } from '../../functions/scorm/env.ts';
import { envSchema as xapiEnv } from '../../functions/xapi/env.ts';
import { type EnvironmentSources, environmentFor } from '../constructs/environment.ts';
import {
  letChangeRows,
  letCountMessages,
  letKeepEvidence,
  letSeal,
  letSign,
  letUseObjects,
} from '../constructs/grants.ts';
import { NodeFunction, type NodeFunctionProps } from '../constructs/node-function.ts';

export interface ApiStackProps extends StackProps {
  readonly sources: EnvironmentSources;
}

/** The doors: one HTTP API, one function per group of routes. */
export class ApiStack extends Stack {
  readonly api: HttpApi;
  readonly functions: Lambda[] = [];
  private readonly sources: EnvironmentSources;

  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, props);
    this.sources = props.sources;
    this.api = new HttpApi(this, 'Http', {
      description: 'Sinau',
      createDefaultStage: true,
      defaultIntegration: integrationOf('Portal', this.portal()),
    });
    Validations.of(this.api).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'Sessions, xAPI credentials and tokens are checked in the functions, where every route declares its access.',
    });
    this.forward('Xapi', this.xapi(), ['/xapi', '/xapi/{proxy+}']);
    this.forward('Records', this.records(), ['/records', '/records/{proxy+}', '/oauth/token']);
    this.forward('Launch', this.launch(), ['/launch/{proxy+}']);
    this.forward('Dispatch', this.dispatch(), ['/launch/dispatch/{proxy+}']);
    this.forward('Scorm', this.scorm(), ['/launch/scorm/{proxy+}']);
    this.forward('Quiz', this.quiz(), ['/launch/quiz/{proxy+}']);
    this.forward('Lti', this.lti(), ['/lti/{proxy+}', '/.well-known/openid-configuration']);
    this.forward('Credentials', this.credentials(), ['/credentials/{proxy+}', '/.well-known/did.json']);
    this.forward('LtiTool', this.ltiTool(), ['/tool/{proxy+}']);
    this.forward('Scim', this.scim(), ['/scim/{proxy+}']);
    this.forward('Api', this.provider(), ['/api/{proxy+}', '/ims/case/v1p1/{proxy+}']);
    logAccess(this.api, new LogGroup(this, 'Access', { retention: RetentionDays.THREE_MONTHS }));
  }

  private portal(): Lambda {
    const { data, connectorQueue, exportQueue, importQueue, deadLetters } = this.sources;
    const { certificateQueue, mailQueue, pushQueue, sealQueue } = this.sources;
    const lambda = this.door('Portal', {
      description: 'Pages of the portal',
      environment: environmentFor(portalEnv, this.sources),
      memoryMb: 1024,
    });
    letChangeRows(lambda, data.lmsTable);
    letChangeRows(lambda, data.lrsTable);
    letUseObjects(lambda, data.lrsBucket, ['read', 'write', 'delete']);
    // Browsers put uploads under this role's signature.
    letUseObjects(lambda, data.uploadBucket, ['read', 'write', 'delete', 'parts']);
    letUseObjects(lambda, data.contentBucket, ['read', 'write', 'delete']);
    // Links to files of records are made under it as well.
    letUseObjects(lambda, data.recordFilesBucket, ['read']);
    letUseObjects(lambda, data.documentsBucket, ['read']);
    letKeepEvidence(lambda, data.documentsBucket);
    importQueue.grantSendMessages(lambda);
    exportQueue.grantSendMessages(lambda);
    // Dead letters go back to work.
    connectorQueue.grantSendMessages(lambda);
    sealQueue.grantSendMessages(lambda);
    // Operators are shown how full they are.
    certificateQueue.grantSendMessages(lambda);
    const working = [
      ...[certificateQueue, connectorQueue, exportQueue, importQueue],
      ...[mailQueue, pushQueue, sealQueue],
    ];
    const queues = [...working, ...Object.values(deadLetters ?? {})];
    for (const queue of queues) letCountMessages(lambda, queue);
    letSeal(lambda, data.sealingKey);
    data.signingSecret.grantRead(lambda);
    data.edgeSecret.grantRead(lambda);
    return lambda;
  }

  private xapi(): Lambda {
    const { data } = this.sources;
    const lambda = this.door('Xapi', {
      description: 'xAPI record store',
      environment: environmentFor(xapiEnv, this.sources),
      memoryMb: 1024,
    });
    letChangeRows(lambda, data.lmsTable);
    letChangeRows(lambda, data.lrsTable);
    letUseObjects(lambda, data.lrsBucket, ['read', 'write', 'delete']);
    letUseObjects(lambda, data.contentBucket, ['read']);
    data.signingSecret.grantRead(lambda);
    return lambda;
  }

  private records(): Lambda {
    const { data, exportQueue } = this.sources;
    const lambda = this.door('Records', {
      description: 'Agency pull, exports and access tokens',
      environment: environmentFor(recordsEnv, this.sources),
    });
    // Of a client that signs in, the last use is noted.
    letChangeRows(lambda, data.lmsTable);
    // And where its latest pull ended.
    letChangeRows(lambda, data.lrsTable);
    letUseObjects(lambda, data.lrsBucket, ['read']);
    // Links to files are made under this role's signature.
    letUseObjects(lambda, data.recordFilesBucket, ['read']);
    exportQueue.grantSendMessages(lambda);
    data.signingSecret.grantRead(lambda);
    return lambda;
  }

  private credentials(): Lambda {
    const { data } = this.sources;
    const lambda = this.door('Credentials', {
      description: 'Badges, their status and the keys to check them with',
      environment: environmentFor(credentialsEnv, this.sources),
    });
    // Nothing but counts of rate limits is written.
    letChangeRows(lambda, data.lmsTable);
    letUseObjects(lambda, data.documentsBucket, ['read']);
    letSign(lambda, data.credentialKey);
    return lambda;
  }

  private scim(): Lambda {
    const { data } = this.sources;
    const lambda = this.door('Scim', {
      description: 'People of agencies, as their identity providers say them',
      environment: environmentFor(scimEnv, this.sources),
      memoryMb: 1024,
    });
    letChangeRows(lambda, data.lmsTable);
    data.signingSecret.grantRead(lambda);
    return lambda;
  }

  private launch(): Lambda {
    const lambda = this.door('Launch', {
      description: 'cmi5 fetch of session tokens',
      environment: environmentFor(launchEnv, this.sources),
    });
    letChangeRows(lambda, this.sources.data.lmsTable);
    return lambda;
  }

  private dispatch(): Lambda {
    const { data } = this.sources;
    const lambda = this.door('Dispatch', {
      description: 'Courses that run in other learning systems',
      environment: environmentFor(dispatchEnv, this.sources),
    });
    letChangeRows(lambda, data.lmsTable);
    letUseObjects(lambda, data.contentBucket, ['read']);
    data.signingSecret.grantRead(lambda);
    return lambda;
  }

  private scorm(): Lambda {
    return this.ownPage('Scorm', {
      description: 'Run-time data of SCORM content',
      environment: environmentFor(scormEnv, this.sources),
    });
  }

  private quiz(): Lambda {
    return this.ownPage('Quiz', {
      description: 'Attempts at quizzes',
      environment: environmentFor(quizEnv, this.sources),
    });
  }

  /** What a page of ours on a content origin speaks to: what it tells becomes rows, statements and documents. */
  private ownPage(id: string, props: Pick<NodeFunctionProps, 'description' | 'environment'>): Lambda {
    const { data } = this.sources;
    const lambda = this.door(id, { ...props, memoryMb: 1024 });
    letChangeRows(lambda, data.lmsTable);
    letChangeRows(lambda, data.lrsTable);
    letUseObjects(lambda, data.lrsBucket, ['read', 'write', 'delete']);
    letUseObjects(lambda, data.contentBucket, ['read']);
    return lambda;
  }

  private lti(): Lambda {
    const { data } = this.sources;
    const lambda = this.door('Lti', {
      description: 'Tools of providers: registration, launches and deep linking',
      environment: environmentFor(ltiEnv, this.sources),
      memoryMb: 1024,
    });
    letChangeRows(lambda, data.lmsTable);
    letUseObjects(lambda, data.contentBucket, ['read', 'write']);
    // Keys that the platform signs with.
    letSeal(lambda, data.sealingKey);
    data.signingSecret.grantRead(lambda);
    return lambda;
  }

  private ltiTool(): Lambda {
    const { data } = this.sources;
    const lambda = this.door('LtiTool', {
      folder: 'lti-tool',
      description: 'Our courses inside learning systems of others: registration, launches and choices',
      environment: environmentFor(ltiToolEnv, this.sources),
      memoryMb: 1024,
    });
    letChangeRows(lambda, data.lmsTable);
    // Shards of the search.
    letUseObjects(lambda, data.contentBucket, ['read']);
    // Keys that the tool signs with.
    letSeal(lambda, data.sealingKey);
    data.signingSecret.grantRead(lambda);
    return lambda;
  }

  private provider(): Lambda {
    const { certificateQueue, connectorQueue, exportQueue, data, importQueue } = this.sources;
    const lambda = this.door('Api', {
      description: 'API of providers and of other systems',
      environment: environmentFor(apiEnv, this.sources),
      memoryMb: 1024,
      // A sent package is waited for; API Gateway gives up after 30 s.
      timeoutSeconds: 29,
    });
    letChangeRows(lambda, data.lmsTable);
    // Secrets of webhooks.
    letSeal(lambda, data.sealingKey);
    // Launches write statements and documents.
    letChangeRows(lambda, data.lrsTable);
    letUseObjects(lambda, data.lrsBucket, ['read', 'write', 'delete']);
    letUseObjects(lambda, data.contentBucket, ['read', 'write', 'delete']);
    letUseObjects(lambda, data.uploadBucket, ['read', 'write', 'delete', 'parts']);
    importQueue.grantSendMessages(lambda);
    // Transcripts: asked for here, made by the certifier.
    certificateQueue.grantSendMessages(lambda);
    letUseObjects(lambda, data.documentsBucket, ['read']);
    // Reports likewise, by the exporter.
    exportQueue.grantSendMessages(lambda);
    letUseObjects(lambda, data.recordFilesBucket, ['read']);
    connectorQueue.grantSendMessages(lambda);
    data.signingSecret.grantRead(lambda);
    return lambda;
  }

  /** @default `folder`: the id in lower case */
  private door(id: string, props: Omit<NodeFunctionProps, 'folder'> & { readonly folder?: string }): Lambda {
    const { function: lambda } = new NodeFunction(this, id, { folder: id.toLowerCase(), ...props });
    this.functions.push(lambda);
    return lambda;
  }

  private forward(id: string, lambda: Lambda, paths: readonly string[]): void {
    const integration = integrationOf(id, lambda);
    for (const path of paths) this.api.addRoutes({ path, methods: [HttpMethod.ANY], integration });
  }
}

function integrationOf(id: string, lambda: Lambda): HttpLambdaIntegration {
  return new HttpLambdaIntegration(`${id}Integration`, lambda);
}

function logAccess(api: HttpApi, logGroup: LogGroup): void {
  const stage = stageOf(api.defaultStage);
  stage.accessLogSettings = {
    destinationArn: logGroup.logGroupArn,
    // Route keys and ids only: paths and queries may hold what an agent parameter holds.
    format: JSON.stringify({
      requestId: '$context.requestId',
      route: '$context.routeKey',
      status: '$context.status',
      latencyMs: '$context.responseLatency',
      error: '$context.integrationErrorMessage',
    }),
  };
  stage.defaultRouteSettings = {
    throttlingBurstLimit: 2000,
    throttlingRateLimit: 1000,
    detailedMetricsEnabled: true,
  };
}

function stageOf(stage: IStage | undefined): CfnStage {
  const child = stage?.node.defaultChild;
  if (child instanceof CfnStage) return child;
  throw new Error('the HTTP API has no default stage');
}
