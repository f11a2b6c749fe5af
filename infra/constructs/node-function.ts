import { join, resolve } from 'node:path';
import { Duration, Size, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogLevel, NodejsFunction, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundlingOptions } from './bundling.ts';
import { acknowledgeGrantedWildcards } from './wildcards.ts';

const root = resolve(import.meta.dirname, '../..');

export interface NodeFunctionProps {
  /** Folder under functions/ whose handler.ts is bundled. */
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

/** One Lambda: an ESM bundle for Node 24 on arm64 with the SDK bundled in, its own role and its own log group. */
export class NodeFunction extends Construct {
  readonly function: NodejsFunction;

  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    super(scope, id);
    const { folder, description, environment } = props;
    const logGroup = new LogGroup(this, 'Logs', { retention: RetentionDays.THREE_MONTHS });
    // A role of our own: the managed policy that CDK would attach lets a function write every log group there is.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    acknowledgeGrantedWildcards(role);
    this.function = new NodejsFunction(this, 'Function', {
      functionName: `${Stack.of(this).stackName}-${folder}`,
      description,
      environment,
      entry: join(root, 'functions', folder, 'handler.ts'),
      handler: 'handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMb ?? 512,
      timeout: Duration.seconds(props.timeoutSeconds ?? 15),
      ...(props.scratchMb !== undefined && { ephemeralStorageSize: Size.mebibytes(props.scratchMb) }),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      // The SDK keeps its connections alive by itself.
      awsSdkConnectionReuse: false,
      projectRoot: root,
      depsLockFilePath: join(root, 'package-lock.json'),
      bundling: nodejsBundling(),
    });
  }
}

function nodejsBundling() {
  const { alias, mainFields, ...options } = bundlingOptions;
  return {
    ...options,
    mainFields: [...mainFields],
    esbuildArgs: Object.fromEntries(Object.entries(alias).map(([name, file]) => [`--alias:${name}`, file])),
    format: OutputFormat.ESM,
    bundleAwsSDK: true,
    // The map lies beside the bundle for whoever reads a stack trace; loading it would slow every cold start.
    sourceMap: true,
    sourceMapMode: SourceMapMode.EXTERNAL,
    sourcesContent: false,
    logLevel: LogLevel.WARNING,
  };
}
