import { join, resolve } from 'node:path';
import { Duration, Size, Stack } from 'aws-cdk-lib';
import { Architecture, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundlingOptions } from './bundling.ts';

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
  /** @default no reserved concurrency */
  readonly reservedConcurrency?: number;
}

/** One Lambda: an ESM bundle for Node 24 on arm64 with the SDK bundled in, its own role and its own log group. */
export class NodeFunction extends Construct {
  readonly function: NodejsFunction;

  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Logs', { retention: RetentionDays.THREE_MONTHS });
    this.function = new NodejsFunction(this, 'Function', {
      functionName: `${Stack.of(this).stackName}-${props.folder}`,
      description: props.description,
      entry: join(root, 'functions', props.folder, 'handler.ts'),
      handler: 'handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMb ?? 512,
      timeout: Duration.seconds(props.timeoutSeconds ?? 15),
      ...(props.scratchMb !== undefined && { ephemeralStorageSize: Size.mebibytes(props.scratchMb) }),
      ...(props.reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: props.reservedConcurrency,
      }),
      environment: { NODE_OPTIONS: '--enable-source-maps', ...props.environment },
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      projectRoot: root,
      depsLockFilePath: join(root, 'package-lock.json'),
      bundling: {
        ...bundlingOptions,
        mainFields: [...bundlingOptions.mainFields],
        format: OutputFormat.ESM,
        bundleAwsSDK: true,
      },
    });
  }
}
