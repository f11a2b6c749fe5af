import { tableSchemas } from '@sinau/platform/dynamo';
import { describe, expect, it } from 'vitest';
import { allowances } from './testing/statements.ts';
import { sinau } from './testing/synthesise.ts';

const tables = () => sinau().ofType('AWS::DynamoDB::GlobalTable');
const buckets = () => sinau().ofType('AWS::S3::Bucket');

describe('tables', () => {
  it.each(['Lms', 'Lrs'] as const)('%s has the shape that adapters are tested on', (name) => {
    const table = tables().find(({ id }) => id.startsWith(name));
    const schema = tableSchemas[name === 'Lms' ? 'lms' : 'lrs'];
    const indexes = 'GlobalSecondaryIndexes' in schema ? schema.GlobalSecondaryIndexes : undefined;
    expect(table?.properties).toMatchObject({
      KeySchema: schema.KeySchema,
      BillingMode: schema.BillingMode,
      StreamSpecification: { StreamViewType: schema.StreamSpecification.StreamViewType },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
    expect(table?.properties.GlobalSecondaryIndexes ?? []).toEqual(indexes ?? []);
    expect(byName(table?.properties.AttributeDefinitions)).toEqual(byName(schema.AttributeDefinitions));
  });

  it('can be recovered to any second of 35 days and are not deleted by mistake', () => {
    for (const { properties, deletionPolicy } of tables()) {
      expect(properties.Replicas).toEqual([
        expect.objectContaining({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        }),
      ]);
      expect(properties.SSESpecification).toMatchObject({ SSEEnabled: true });
      expect(deletionPolicy).toBe('Retain');
    }
  });
});

describe('buckets', () => {
  it('are closed to the public, encrypted and kept', () => {
    expect(buckets()).toHaveLength(6);
    for (const { properties, deletionPolicy } of buckets()) {
      expect(properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(properties).toHaveProperty('BucketEncryption');
      expect(properties.OwnershipControls).toEqual({ Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] });
      expect(deletionPolicy).toBe('Retain');
    }
  });

  it('take TLS alone', () => {
    const policies = sinau().ofType('AWS::S3::BucketPolicy');
    expect(policies).toHaveLength(6);
    for (const { properties } of policies) {
      expect(JSON.stringify(properties)).toContain('{"Bool":{"aws:SecureTransport":"false"}}');
    }
  });

  it('forget what was erased after the time in which a table can be recovered', () => {
    for (const name of ['Content', 'Records']) {
      const bucket = buckets().find(({ id }) => id.startsWith(name));
      expect(bucket?.properties).toMatchObject({
        VersioningConfiguration: { Status: 'Enabled' },
        LifecycleConfiguration: { Rules: [{ NoncurrentVersionExpiration: { NoncurrentDays: 35 } }] },
      });
    }
  });

  it('A12: keep the parts of an upload for a week, for the doors alone to go on with', () => {
    const uploads = buckets().find(({ id }) => id.startsWith('Uploads'));
    expect(uploads?.properties).toMatchObject({
      LifecycleConfiguration: {
        Rules: [{ ExpirationInDays: 30, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }],
      },
      // The portal's page sends parts and reads their entity tags.
      CorsConfiguration: { CorsRules: [{ AllowedMethods: ['PUT'], ExposedHeaders: ['etag'] }] },
    });
    const holders = allowances(sinau())
      .filter(({ statement: { Action } }) => Action.includes('s3:ListMultipartUploadParts'))
      .map(({ holder }) => holder.id.replace(/(?:Lambda)?(?:Service)?RoleDefault.*/, ''));
    expect(holders.toSorted()).toEqual(['Api', 'Portal']);
  });

  it('let CloudFront of this account alone read content, and nothing of the other buckets', () => {
    const readable = sinau()
      .ofType('AWS::S3::BucketPolicy')
      .filter(({ properties }) => JSON.stringify(properties).includes('cloudfront.amazonaws.com'));
    expect(readable.map(({ id }) => id)).toEqual([expect.stringMatching(/^Content/)]);
    expect(JSON.stringify(readable[0]?.properties)).toContain(
      '"Condition":{"StringEquals":{"aws:SourceAccount":{"Ref":"AWS::AccountId"}}}',
    );
  });
});

function byName(definitions: unknown): unknown[] {
  if (!Array.isArray(definitions)) return [];
  return definitions.map((one) => JSON.stringify(one)).toSorted();
}

describe('keys', () => {
  it('are kept; the one that seals secrets changes by itself, the one that signs credentials never leaves', () => {
    const keys = sinau().ofType('AWS::KMS::Key');
    for (const { deletionPolicy } of keys) expect(deletionPolicy).toBe('Retain');
    expect(keys.map(({ properties }) => properties)).toEqual([
      expect.objectContaining({ EnableKeyRotation: true }),
      expect.objectContaining({ KeySpec: 'ECC_NIST_EDWARDS25519', KeyUsage: 'SIGN_VERIFY' }),
    ]);
  });

  it('open for those who send, seal for those who set receivers up, and sign for those who certify', () => {
    const uses = allowances(sinau()).flatMap(({ holder, statement: { Action } }) => {
      const kms = Action.filter((action) => action.startsWith('kms:'));
      return kms.length > 0 ? [[holder.id.replace(/RoleDefault.*/, ''), ...kms.toSorted()]] : [];
    });
    expect(uses.toSorted()).toEqual([
      ['Api', 'kms:Decrypt', 'kms:Encrypt'],
      ['Certifier', 'kms:GetPublicKey', 'kms:Sign'],
      ['Connector', 'kms:Decrypt', 'kms:Encrypt'],
      ['Credentials', 'kms:GetPublicKey', 'kms:Sign'],
      ['Forwarder', 'kms:Decrypt'],
      ['Lti', 'kms:Decrypt', 'kms:Encrypt'],
      ['LtiTool', 'kms:Decrypt', 'kms:Encrypt'],
      ['Portal', 'kms:Decrypt', 'kms:Encrypt'],
    ]);
  });
});
