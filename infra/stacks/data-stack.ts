import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { AttributeType, Billing, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { type Bucket, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { ownPagesPrefix } from '../../packages/platform/src/content-edge/index.ts';
import type { SinauConfig } from '../config.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';
import { RecordFiles } from '../constructs/record-files.ts';

export interface DataStackProps extends StackProps {
  readonly config: SinauConfig;
}

/** How far back tables and buckets can be recovered; after that, erased data is gone for good. */
const recoveryDays = 35;

/** Everything that must survive: tables, buckets, the signing key. Kept apart, retained, protected from deletion. */
export class DataStack extends Stack {
  readonly lmsTable: TableV2;
  readonly lrsTable: TableV2;
  readonly uploadBucket: Bucket;
  readonly contentBucket: Bucket;
  readonly lrsBucket: Bucket;
  readonly recordFilesBucket: Bucket;
  /** Certificates and badges of people. */
  readonly documentsBucket: Bucket;
  readonly logBucket: Bucket;
  readonly signingSecret: Secret;
  /** CloudFront shows it to the functions, so that they know whose word on the viewer's address counts. */
  readonly edgeSecret: Secret;
  /** Of secrets that must be read again: what opens the receivers of agencies. */
  readonly sealingKey: Key;
  /** Signs credentials; Ed25519, the private half never leaves KMS. */
  readonly credentialKey: Key;

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
        // An author may go on with an upload for a week.
        { expiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(7) },
      ],
      cors: [
        // Browsers of authors put packages here under a signed address.
        {
          allowedMethods: [HttpMethods.PUT],
          allowedOrigins: [`https://${props.config.domain}`],
          allowedHeaders: ['content-type', 'content-length'],
          exposedHeaders: ['etag'],
          maxAge: 3600,
        },
      ],
    }).bucket;
    this.contentBucket = this.keptBucket('Content');
    this.letCloudFrontRead(this.contentBucket);
    this.lrsBucket = this.keptBucket('Records');
    this.documentsBucket = this.keptBucket('Documents');
    this.recordFilesBucket = new RecordFiles(this, 'RecordFiles', { accessLogs: this.logBucket }).bucket;
    this.signingSecret = new Secret(this, 'SigningSecret', {
      description: 'Signs page tokens, access tokens and content tickets',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.edgeSecret = new Secret(this, 'EdgeSecret', {
      description: 'Shows functions that a request came through CloudFront',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      // Nothing depends on the one that was.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.sealingKey = new Key(this, 'SealingKey', {
      description: 'Seals what opens the receivers of agencies',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.credentialKey = new Key(this, 'CredentialKey', {
      description: 'Signs certificates and badges',
      keySpec: KeySpec.ECC_NIST_EDWARDS25519,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new CfnOutput(this, 'SigningSecretArn', { value: this.signingSecret.secretArn });
    new CfnOutput(this, 'EdgeSecretArn', { value: this.edgeSecret.secretArn });
    Validations.of(this.edgeSecret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'CloudFront learns of a new one by a deployment; docs/deploy.md tells how to change it.',
    });
    Validations.of(this.signingSecret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'A new secret ends every session and needs a copy at the edge; docs/runbook.md tells how to change it.',
    });
  }

  private keptBucket(name: string): Bucket {
    return new PrivateBucket(this, name, {
      accessLogs: this.logBucket,
      lifecycleRules: [
        {
          // What was overwritten or erased by mistake can be fetched back as long as a table can be; then it is gone.
          noncurrentVersionExpiration: Duration.days(recoveryDays),
          expiredObjectDeleteMarker: true,
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    }).bucket;
  }

  /**
   * Written here and not by the distribution, whose stack follows this one: any distribution of this account may read.
   * Listing only turns an absent file into 404; the edge function never lets a request name the bucket itself.
   */
  private letCloudFrontRead(bucket: Bucket): void {
    bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['s3:GetObject', 's3:ListBucket'],
        resources: [
          bucket.bucketArn,
          ...['versions/*', `${ownPagesPrefix}*`].map((keys) => bucket.arnForObjects(keys)),
        ],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
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
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: recoveryDays,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
