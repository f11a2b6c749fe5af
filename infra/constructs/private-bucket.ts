import { RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CorsRule,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

export interface PrivateBucketProps {
  /** Bucket that receives the access log. @default no access log (only for the log bucket itself) */
  readonly accessLogs?: Bucket;
  readonly lifecycleRules?: LifecycleRule[];
  readonly cors?: CorsRule[];
  /** @default true */
  readonly versioned?: boolean;
}

/** A bucket nobody outside reaches: TLS only, no public access, encrypted, kept when the stack goes. */
export class PrivateBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: PrivateBucketProps = {}) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: props.versioned ?? true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: props.lifecycleRules ?? [],
      cors: props.cors ?? [],
      ...(props.accessLogs && { serverAccessLogsBucket: props.accessLogs, serverAccessLogsPrefix: `${id}/` }),
    });
  }
}
