import { join } from 'node:path';
import { Duration, Size, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as Lambda,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledgeGrantedWildcards } from './wildcards.ts';

/** Context that names the folder of the bundles; without it functions hold no code, as tests of templates want it. */
export const bundlesContext = 'sinau:bundles';

export interface NodeFunctionProps {
  /** Folder under functions/ that was bundled. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly description: string;
  /** @default 512 */
  readonly memoryMb?: number;
  /** @default 15 */
  readonly timeoutSeconds?: number;
  /** Size of /tmp. @default 512 */
  readonly scratchMb?: number;
}

/** One Lambda: an ESM bundle for Node 24 on arm64, with its own role and its own log group. */
export class NodeFunction extends Construct {
  readonly function: Lambda;

  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    super(scope, id);
    const { folder, description, environment } = props;
    const logGroup = new LogGroup(this, 'Logs', { retention: RetentionDays.THREE_MONTHS });
    // A role of our own: the managed policy that CDK would attach lets a function write every log group there is.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    acknowledgeGrantedWildcards(role);
    const bundles: unknown = this.node.tryGetContext(bundlesContext);
    this.function = new Lambda(this, 'Function', {
      functionName: `${Stack.of(this).stackName}-${folder}`,
      description,
      environment,
      code:
        typeof bundles === 'string'
          ? Code.fromAsset(join(bundles, folder))
          : Code.fromInline('// not bundled'),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMb ?? 512,
      timeout: Duration.seconds(props.timeoutSeconds ?? 15),
      ...(props.scratchMb !== undefined && { ephemeralStorageSize: Size.mebibytes(props.scratchMb) }),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
    });
  }
}
