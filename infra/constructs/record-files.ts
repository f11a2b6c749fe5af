import { recordColumns } from '@sinau/exports/columns';
import { Duration, Stack } from 'aws-cdk-lib';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { PrivateBucket } from './private-bucket.ts';

export interface RecordFilesProps {
  readonly accessLogs: Bucket;
}

const glueTypes = { string: 'string', timestamp: 'timestamp', double: 'double', boolean: 'boolean' } as const;
const hive = 'org.apache.hadoop.hive.ql.io.parquet';

/**
 * The bucket of daily files and exports, and the table by which Athena reads the daily ones (docs/records-files.md).
 * Without versions: files are made from the feed, and what was erased must not stay behind an old version.
 */
export class RecordFiles extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { accessLogs }: RecordFilesProps) {
    super(scope, id);
    this.bucket = new PrivateBucket(this, 'Files', {
      accessLogs,
      versioned: false,
      lifecycleRules: [
        // The portal promises seven days; a worker's leavings go with the files.
        { prefix: 'exports/', expiration: Duration.days(8) },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    }).bucket;
    this.table(this.bucket);
  }

  private table(bucket: Bucket): void {
    const catalogId = Stack.of(this).account;
    const database = new CfnDatabase(this, 'Database', {
      catalogId,
      databaseInput: { name: 'sinau', description: 'Learning records of agencies' },
    });
    const location = `s3://${bucket.bucketName}/parquet`;
    const table = new CfnTable(this, 'Table', {
      catalogId,
      databaseName: 'sinau',
      tableInput: {
        name: 'records',
        description: 'Statements and voids by agency and day of storing in Jakarta',
        tableType: 'EXTERNAL_TABLE',
        partitionKeys: [
          { name: 'agency', type: 'string' },
          { name: 'date', type: 'string' },
        ],
        parameters: {
          EXTERNAL: 'TRUE',
          classification: 'parquet',
          'projection.enabled': 'true',
          // A query names its agency: nobody reads all of them by leaving a condition out.
          'projection.agency.type': 'injected',
          'projection.date.type': 'date',
          'projection.date.format': 'yyyy-MM-dd',
          // The day in Jakarta begins before the one that NOW counts in.
          'projection.date.range': '2026-01-01,NOW+1DAYS',
          'storage.location.template': `${location}/agency=\${agency}/date=\${date}`,
        },
        storageDescriptor: {
          location,
          columns: recordColumns.map(({ name, type, about }) => ({
            name,
            type: glueTypes[type],
            comment: about,
          })),
          inputFormat: `${hive}.MapredParquetInputFormat`,
          outputFormat: `${hive}.MapredParquetOutputFormat`,
          serdeInfo: { serializationLibrary: `${hive}.serde.ParquetHiveSerDe` },
        },
      },
    });
    table.addDependency(database);
  }
}
