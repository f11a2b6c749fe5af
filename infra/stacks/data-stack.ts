import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, Billing, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type Bucket, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { SinauConfig } from '../config.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';

export interface DataStackProps extends StackProps {
  readonly config: SinauConfig;
}

/** Everything that must survive: tables, buckets, the signing key. Kept apart, retained, protected from deletion. */
export class DataStack extends Stack {
  readonly lmsTable: TableV2;
  readonly lrsTable: TableV2;
  readonly uploadBucket: Bucket;
  readonly contentBucket: Bucket;
  readonly lrsBucket: Bucket;
  readonly logBucket: Bucket;
  readonly signingSecret: Secret;

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, props);
    this.lmsTable = this.table('Lms', ['gsi1', 'gsi2']);
    this.lrsTable = this.table('Lrs', []);
    this.logBucket = new PrivateBucket(this, 'AccessLogs', {
      versioned: false,
      lifecycleRules: [{ expiration: Duration.days(90) }],
    }).bucket;
    this.uploadBucket = new PrivateBucket(this, 'Uploads', {
      accessLogs: this.logBucket,
      versioned: false,
      lifecycleRules: [
        { expiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      cors: [
        {
          allowedMethods: [HttpMethods.PUT],
          allowedOrigins: [`https://${props.config.domain}`],
          allowedHeaders: ['content-type', 'content-length'],
          exposedHeaders: ['etag'],
          maxAge: 3600,
        },
      ],
    }).bucket;
    this.contentBucket = new PrivateBucket(this, 'Content', { accessLogs: this.logBucket }).bucket;
    this.lrsBucket = new PrivateBucket(this, 'Records', { accessLogs: this.logBucket }).bucket;
    this.signingSecret = new Secret(this, 'SigningSecret', {
      description: 'Signs page tokens, access tokens and content tickets',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private table(name: string, indexes: readonly string[]): TableV2 {
    return new TableV2(this, name, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      globalSecondaryIndexes: indexes.map((indexName) => ({
        indexName,
        partitionKey: { name: `${indexName}pk`, type: AttributeType.STRING },
        sortKey: { name: `${indexName}sk`, type: AttributeType.STRING },
      })),
      billing: Billing.onDemand(),
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: 'expiresAt',
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
