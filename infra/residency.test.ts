import { Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, it } from 'vitest';
import { dataRegion } from './config.ts';
import { type Synthesised, sinau, synthesise, withQuickApp } from './testing/synthesise.ts';

/** What may stand outside Indonesia: nothing that keeps what people write or do. */
const withoutData = [
  'AWS::Budgets::Budget',
  'AWS::CertificateManager::Certificate',
  'AWS::WAFv2::WebACL',
  // CDK hands the certificate's name over to the data region.
  'AWS::IAM::Role',
  'AWS::Lambda::Function',
  'Custom::CrossRegionExportWriter',
];

function misplaced({ resources }: Synthesised): string[] {
  return resources
    .filter(({ region, type }) => region !== dataRegion && !withoutData.includes(type))
    .map(({ stack, type, region }) => `${type} of ${stack} in ${region}`);
}

describe('data stays in Indonesia (PP 71/2019)', () => {
  it('keeps every resource with data in ap-southeast-3', () => {
    expect(dataRegion).toBe('ap-southeast-3');
    expect(misplaced(sinau())).toEqual([]);
  });

  it('copies no table to another region', () => {
    const replicas = sinau()
      .ofType('AWS::DynamoDB::GlobalTable')
      .map(({ properties }) => properties.Replicas);
    expect(replicas).toHaveLength(2);
    for (const one of replicas) expect(one).toEqual([expect.objectContaining({ Region: dataRegion })]);
  });

  it.each(['AWS::S3::Bucket', 'AWS::SQS::Queue', 'AWS::Logs::LogGroup', 'AWS::Cognito::UserPool'])(
    'has its %s there',
    (type) => {
      const regions = sinau()
        .ofType(type)
        .map(({ region }) => region);
      expect(new Set(regions)).toEqual(new Set([dataRegion]));
    },
  );

  it('replicates no bucket and calls no function of ours outside', () => {
    for (const { properties } of sinau().ofType('AWS::S3::Bucket')) {
      expect(properties).not.toHaveProperty('ReplicationConfiguration');
    }
    const outside = sinau()
      .ofType('AWS::Lambda::Function')
      .filter(({ region }) => region !== dataRegion);
    expect(outside.map(({ id }) => id)).toEqual([expect.stringContaining('CrossRegionExport')]);
  });

  it('finds a bucket that somebody put elsewhere', () => {
    const elsewhere = withQuickApp({}, (app) => {
      new Bucket(new Stack(app, 'Elsewhere', { env: { region: 'ap-southeast-1' } }), 'Bucket');
      return synthesise(app);
    });
    expect(misplaced(elsewhere)).toEqual(['AWS::S3::Bucket of Elsewhere in ap-southeast-1']);
  });
});
