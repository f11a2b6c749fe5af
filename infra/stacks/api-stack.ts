import { Stack, type StackProps } from 'aws-cdk-lib';
import { CfnStage, HttpApi, HttpMethod, type HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { envSchema as apiEnv } from '../../functions/api/env.ts';
import { envSchema as launchEnv } from '../../functions/launch/env.ts';
import { envSchema as portalEnv } from '../../functions/portal/env.ts';
import { envSchema as recordsEnv } from '../../functions/records/env.ts';
import { envSchema as xapiEnv } from '../../functions/xapi/env.ts';
import { type EnvironmentSources, environmentFor } from '../constructs/environment.ts';
import { NodeFunction, type NodeFunctionProps } from '../constructs/node-function.ts';

export interface ApiStackProps extends StackProps {
  readonly sources: EnvironmentSources;
}

/** The doors: one HTTP API, one function per group of routes. */
export class ApiStack extends Stack {
  readonly api: HttpApi;
  readonly functions: Lambda[] = [];

  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, props);
    const { sources } = props;
    const portal = this.door('Portal', {
      description: 'Pages of the portal',
      environment: environmentFor(portalEnv, sources),
      memoryMb: 1024,
    });
    const xapi = this.door('Xapi', {
      description: 'xAPI record store',
      environment: environmentFor(xapiEnv, sources),
      memoryMb: 1024,
    });
    const records = this.door('Records', {
      description: 'Agency pull and access tokens',
      environment: environmentFor(recordsEnv, sources),
    });
    const launch = this.door('Launch', {
      description: 'cmi5 fetch of session tokens',
      environment: environmentFor(launchEnv, sources),
    });
    const provider = this.door('Api', {
      description: 'Provider API',
      environment: environmentFor(apiEnv, sources),
      memoryMb: 1024,
    });
    this.grant(sources, { portal, xapi, records, launch, provider });
    this.api = new HttpApi(this, 'Http', {
      description: 'Sinau',
      createDefaultStage: true,
      defaultIntegration: new HttpLambdaIntegration('PortalIntegration', portal),
    });
    this.forward(xapi, 'Xapi', ['/xapi', '/xapi/{proxy+}']);
    this.forward(records, 'Records', ['/records', '/oauth/token']);
    this.forward(launch, 'Launch', ['/launch/{proxy+}']);
    this.forward(provider, 'Provider', ['/api/{proxy+}']);
    this.logAccess();
  }

  private door(id: string, props: Omit<NodeFunctionProps, 'folder'>): Lambda {
    const { function: lambda } = new NodeFunction(this, id, { folder: id.toLowerCase(), ...props });
    this.functions.push(lambda);
    return lambda;
  }

  private grant(
    { data, importQueue, mailQueue }: EnvironmentSources,
    {
      portal,
      xapi,
      records,
      launch,
      provider,
    }: Record<'portal' | 'xapi' | 'records' | 'launch' | 'provider', Lambda>,
  ): void {
    for (const lambda of this.functions) {
      data.lmsTable.grantReadWriteData(lambda);
      data.signingSecret.grantRead(lambda);
    }
    for (const lambda of [portal, xapi, records, launch]) {
      data.lrsTable.grantReadWriteData(lambda);
      data.lrsBucket.grantReadWrite(lambda);
    }
    for (const lambda of [portal, provider]) {
      data.uploadBucket.grantReadWrite(lambda);
      data.contentBucket.grantReadWrite(lambda);
      importQueue.grantSendMessages(lambda);
      mailQueue.grantSendMessages(lambda);
    }
    for (const lambda of [xapi, launch]) data.contentBucket.grantRead(lambda);
  }

  private forward(lambda: Lambda, id: string, paths: readonly string[]): void {
    const integration = new HttpLambdaIntegration(`${id}Integration`, lambda);
    for (const path of paths) this.api.addRoutes({ path, methods: [HttpMethod.ANY], integration });
  }

  private logAccess(): void {
    const logGroup = new LogGroup(this, 'Access', { retention: RetentionDays.THREE_MONTHS });
    const stage = stageOf(this.api.defaultStage);
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
}

function stageOf(stage: HttpStage | HttpApi['defaultStage']): CfnStage {
  const child = stage?.node.defaultChild;
  if (child instanceof CfnStage) return child;
  throw new Error('the HTTP API has no default stage');
}
